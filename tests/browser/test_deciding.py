import json
import os
from pathlib import Path
from typing import Any

from dedupe.cli.entry import run
from dedupe.model import Report
from tests.browser.conftest import WIRE, Open


def downloaded(page: Any, folder: Path) -> Path:
    page.click("nav a[data-view=decisions]")
    with page.expect_download() as waiting:
        page.click("#download")
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def scanned(accepted: Path) -> dict[str, Any]:
    """Return the report of a run that follows the file."""
    out = accepted.with_name("after.json")
    assert run(["scan", str(WIRE), "--quiet", "--accepted", str(accepted), "--format", "json", "--output", str(out)]) == 0
    told: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return told


def sizes(told: dict[str, Any]) -> list[int]:
    return sorted(len(cluster["members"]) for cluster in told["clusters"])


def test_a_story_that_is_no_duplicate_is_decided_by_keys_and_leaves_its_cluster(
    opened: Open, wire: Report, tmp_path: Path
) -> None:
    page = opened(wire, "#clusters")
    page.click("text=Marland holds key rate")
    page.uncheck("[aria-label='Decide on B']")
    page.keyboard.press("d")
    page.keyboard.type("another bank")
    page.keyboard.press("Enter")
    page.wait_for_selector("#decided:text-is('1')")
    path = downloaded(page, tmp_path)
    (line,) = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    assert (path.name, line["verdict"], line["why"]) == ("dedupe-accepted.jsonl", "different", "another bank")
    assert (sizes(scanned(path)), sorted(len(cluster.members) for cluster in wire.clusters)) == ([2, 3, 4, 5], [3, 3, 4, 5])


def test_clusters_are_accepted_in_bulk_and_stay_quiet(opened: Open, wire: Report, tmp_path: Path) -> None:
    page = opened(wire, "#clusters")
    page.check("#all")
    page.fill("#why", "all editions are wanted")
    page.click("[data-verdict=known]")
    page.wait_for_selector("#decided:not(:text-is('0'))")
    after = scanned(downloaded(page, tmp_path))
    canonicals = {cluster.canonical.id for cluster in wire.clusters}
    everyone = {member.id for cluster in wire.clusters for member in cluster.members}
    assert everyone - canonicals <= {told["id"] for told in after["accepted"]["quiet"]}
    assert after["accepted"]["findings"] == after["accepted"]["gone"] == []


def test_a_check_passes_what_was_accepted_in_the_page(opened: Open, wire: Report, tmp_path: Path) -> None:
    page = opened(wire, "#clusters")
    page.check("#all")
    page.fill("#why", "all editions are wanted")
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.wait_for_selector("#decided:not(:text-is('0'))")
    path = downloaded(page, tmp_path)
    other = str(WIRE.with_name("archive.txt"))
    check = ["check", str(WIRE), "--against", other, "--quiet", "--output", os.devnull]
    assert (run(check), run([*check, "--accepted", str(path)])) == (1, 0)


def test_another_canonical_speaks_in_the_next_run(opened: Open, wire: Report, tmp_path: Path) -> None:
    page = opened(wire, "#clusters")
    page.click("text=Twelve dead")
    page.check("[aria-label='C on the right']")
    page.wait_for_selector("h4:text-is('A beside C')")
    page.fill("#why", "the first with names")
    page.click("[data-verdict=keep]")
    page.wait_for_selector("#decided:text-is('1')")
    after = scanned(downloaded(page, tmp_path))
    wanted = next(cluster for cluster in wire.clusters if len(cluster.members) == 5).members[2].id
    assert wanted in {cluster["canonical"] for cluster in after["clusters"]}


def test_decisions_outlast_the_page_and_go_on_from_a_file(opened: Open, wire: Report, tmp_path: Path) -> None:
    page = opened(wire, "#clusters")
    page.click("text=Marland holds key rate")
    page.fill("#why", "one report")
    page.click("[data-verdict=same]")
    page.wait_for_selector("#decided:text-is('2')")
    path = downloaded(page, tmp_path)
    page.reload()
    page.wait_for_selector("#decided:text-is('2')")
    page.click("#forget")
    page.wait_for_selector("#decided:text-is('0')")
    page.set_input_files("#upload", path)
    page.wait_for_selector("#decided:text-is('2')")
    assert downloaded(page, tmp_path).read_bytes() == path.read_bytes()
