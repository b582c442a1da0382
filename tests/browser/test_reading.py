from pathlib import Path
from typing import Any

import pytest

from dedupe.model import Relation, Report, Story
from dedupe.reports.html.page import split
from tests.browser.conftest import Open
from tests.reports.made import cluster, report_of


def titles(page: Any) -> list[str]:
    told: list[str] = page.locator("#rows .title").all_inner_texts()
    return told


def test_search_and_filters_find_clusters_and_come_undone(opened: Open, wire: Report) -> None:
    page = opened(wire, "#clusters")
    assert len(titles(page)) == 4
    page.keyboard.press("/")
    page.keyboard.type("FERRY upland")
    assert titles(page) == ["Trawlers take 214 passengers off burning ferry"]
    page.keyboard.press("Escape")
    page.click("summary:has-text('Filter and sort')")
    page.click("button[type=reset]")
    page.select_option("#f-relation", "excerpt")
    page.fill("#f-size", "4")
    assert titles(page) == ["Twelve dead in Nether Ostrel flood, letter found"]
    page.fill("#f-size", "")
    page.fill("#f-from", "2025-09-20")
    page.select_option("#f-source", label="Upland News")
    assert titles(page) == ["Pear blight reaches every province of the Vale"]
    page.click("button[type=reset]")
    page.select_option("#sort", "new")
    assert titles(page)[0] == "Pear blight reaches every province of the Vale"


def test_keys_open_a_cluster_and_step_through_its_changes(opened: Open, wire: Report) -> None:
    page = opened(wire, "#clusters")
    page.keyboard.press("j")
    page.wait_for_selector("#diff")
    assert page.locator("#cluster h3").inner_text() == "Twelve dead in Nether Ostrel flood, letter found"
    page.keyboard.press("n")
    page.keyboard.press("n")
    assert page.locator("#step").inner_text().startswith("Change 2 of ")
    assert page.locator(".block.at").count() == 1
    page.keyboard.press("p")
    assert page.locator("#step").inner_text().startswith("Change 1 of ")
    page.keyboard.press("]")
    page.wait_for_selector("h4:text-is('A beside C')")
    page.keyboard.press("v")
    assert page.locator("#diff.one del").count() > 0


def test_a_pair_shows_its_changed_facts_and_the_cluster_which_version_says_otherwise(opened: Open, wire: Report) -> None:
    page = opened(wire, "#clusters")
    page.click("text=Twelve dead")
    page.check("[aria-label='E on the right']")
    page.wait_for_selector("h4:text-is('A beside E')")
    assert "Three" in page.locator(".changed .differs").first.inner_text()
    assert page.locator("table.facts .odd, table.facts .other").count() >= 1


def test_any_two_versions_can_be_put_side_by_side(opened: Open, wire: Report) -> None:
    page = opened(wire, "#clusters")
    page.click("text=Trawlers take 214")
    page.check("[aria-label='C on the left']")
    page.wait_for_selector("h4:text-is('C beside B')")
    page.check("[aria-label='D on the right']")
    page.wait_for_selector("h4:text-is('C beside D')")
    assert page.evaluate("document.activeElement.ariaLabel") == "D on the right"
    assert page.locator("#diff .block, #diff .fold").count() > 0


def test_versions_that_were_not_compared_before_are_compared_in_the_page(opened: Open, wire: Report, monkeypatch: Any) -> None:
    monkeypatch.setattr("dedupe.reports.html.detail.EVERY", 1)
    page = opened(wire, "#clusters")
    page.click("text=Twelve dead")
    page.check("[aria-label='D on the left']")
    page.wait_for_selector("h4:text-is('D beside B')")
    page.check("[aria-label='E on the right']")
    page.wait_for_selector("h4:text-is('D beside E')")
    changed = page.locator("#diff ins").all_inner_texts()
    assert "Three" in " ".join(changed)
    assert page.locator(".comparison .notice").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(scheme: str, opened: Open, wire: Report) -> None:
    from tests.browser.chromium import axe

    page = opened(wire, color_scheme=scheme)
    found = []
    for place in ("overview", "decisions", "clusters"):
        page.click(f"nav a[data-view={place}]")
        if place == "clusters":
            page.click("text=Marland holds key rate")
            page.wait_for_selector("#diff")
        page.evaluate(axe() + "; 0")
        found += page.evaluate("axe.run().then((told) => told.violations.map((one) => [one.impact, one.id, one.nodes[0].html]))")
    assert found == []


def test_on_a_phone_nothing_is_wider_than_the_screen(opened: Open, wire: Report) -> None:
    page = opened(wire, viewport={"width": 390, "height": 844}, has_touch=True)
    widths = [page.evaluate("document.documentElement.scrollWidth")]
    page.click("nav a[data-view=clusters]")
    widths.append(page.evaluate("document.documentElement.scrollWidth"))
    page.click("text=Marland holds key rate")
    page.wait_for_selector("#diff.one")
    widths.append(page.evaluate("document.documentElement.scrollWidth"))
    assert widths == [390, 390, 390]
    page.click("text=← List")
    assert page.locator("#rows").is_visible()


def test_boilerplate_is_shown_as_such(opened: Open) -> None:
    footer = "Subscribe to the Lorne Post and read every story."
    first, second = (
        Story(name, "Ferry", f"{told}\n\n{footer}") for name, told in (("a", "Some 12 came."), ("b", "Some 14 came."))
    )
    report = report_of(cluster("c1", first, (second, Relation.NEAR, 0.9)), masked={"a": (footer,), "b": (footer,)})
    page = opened(report, "#cluster=c1")
    page.wait_for_selector("#diff")
    assert footer in page.locator("#diff .masked").first.inner_text()
    assert "boilerplate" in page.locator("#diff .masked .mark").first.inner_text()


def test_compressed_texts_are_opened_in_the_page(opened: Open, wire: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dedupe.reports.html.packed.PLAIN", 0)
    monkeypatch.setattr("dedupe.reports.html.packed.PART", 10_000)
    page = opened(wire, "#clusters")
    assert page.locator("script.part[type='application/base64']").count() > 1
    for title in ("Twelve dead", "Pear blight"):
        page.click(f"#rows >> text={title}")
        page.wait_for_selector(f"#cluster h3:has-text('{title}')")


def test_an_index_page_leads_into_its_parts(browser: Any, wire: Report, tmp_path: Path) -> None:
    for name, text in split(wire, "my report.html", 3):
        (tmp_path / name).write_text(text, encoding="utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "my report.html").as_uri() + "#clusters")
    page.click("text=Pear blight")
    page.wait_for_selector("#diff")
    assert page.url.partition("#")[0].endswith("my%20report-2.html")
    page.click("nav a[data-view=overview]")
    page.click("text=index page")
    page.wait_for_selector("#overview .tiles")
    page.close()
