import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ARCHIVE, WIRE = "fixtures/dumps/archive.txt", "fixtures/dumps/wire.jsonl"


@pytest.fixture
def held(tell: Run, tmp_path: Path, pair: Path) -> Path:
    assert tell("index", "add", tmp_path / "held", pair)[0] == 0
    return tmp_path / "held"


def test_add_says_what_it_did_and_info_what_is_held(tell: Run, tmp_path: Path, pair: Path) -> None:
    assert tell("index", "add", tmp_path / "held", pair, "-q")[:2] == (0, "3 stories added; 3 held\n")
    assert tell("index", "add", tmp_path / "held", pair, "-q")[:2] == (0, "0 stories added, 3 held already; 3 held\n")
    status, out, err = tell("index", "info", tmp_path / "held")
    assert (status, err) == (0, "")
    assert out.startswith("3 stories in 1 segment, ")
    assert out.splitlines()[1:] == ["1 cluster", "settings: the defaults"]


def test_remove_takes_out_what_is_named_and_nothing_if_one_is_not_there(tell: Run, held: Path) -> None:
    names = [json.loads(line)["id"] for line in tell("index", "export", held)[1].splitlines()]
    status, out, err = tell("index", "remove", held, names[0], "nobody")
    assert (status, out) == (2, "")
    assert "holds no story of the id 'nobody'; nothing was removed" in err
    assert tell("index", "remove", held, names[0])[1].startswith("1 story removed; 2 held\n  cluster ")
    assert [json.loads(line)["id"] for line in tell("index", "export", held)[1].splitlines()] == names[1:]


def test_verify_and_compact_say_that_all_is_well(tell: Run, held: Path) -> None:
    assert tell("index", "verify", held)[:2] == (0, f"{held}: nothing is wrong\n")
    assert tell("index", "compact", held)[1].startswith("3 stories: ")


def test_verify_names_what_is_damaged(tell: Run, held: Path) -> None:
    (path,) = held.glob("segments/*/rows.parquet")
    path.write_bytes(b"PAR1")
    status, out, err = tell("index", "verify", held)
    assert (status, out) == (2, f"{path} is not as it was written\n")
    assert "is damaged; make it anew" in err


def test_an_export_is_a_dump_in_which_the_same_is_found(tell: Run, tmp_path: Path) -> None:
    tell("index", "add", tmp_path / "held", "archive.txt")
    assert tell("index", "export", tmp_path / "held", "-o", tmp_path / "out.jsonl")[0] == 0
    first, again = (json.loads(tell("scan", path, "-f", "json")[1]) for path in ("archive.txt", tmp_path / "out.jsonl"))
    groups = [[sorted(m["id"] for m in each["members"]) for each in report["clusters"]] for report in (first, again)]
    assert groups[0] == groups[1]
    assert first["read"] == again["read"]


def test_a_check_against_an_index_tells_as_one_against_its_dump(tell: Run, held: Path, pair: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.jsonl"
    first = json.loads(pair.read_text().splitlines()[0])
    fresh.write_text(json.dumps({**first, "id": "fresh"}) + "\n")
    by_index, by_dump = (tell("check", fresh, *against, "-f", "csv") for against in (["--index", held], ["--against", pair]))
    assert by_index[0] == by_dump[0] == 1
    assert by_index[1].replace(str(held), "") == by_dump[1].replace(str(held), "")


def test_a_check_that_adds_puts_only_what_passes_into_the_index(tell: Run, held: Path, pair: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.jsonl"
    first = json.loads(pair.read_text().splitlines()[0])
    other = {
        "id": "other",
        "title": "Bread",
        "text": "Bakers in the old town may sell bread before dawn again, the council said.",
    }
    fresh.write_text("".join(json.dumps(each) + "\n" for each in ({**first, "id": "copy"}, other)))
    assert tell("check", fresh, "--index", held, "--add")[0] == 1
    names = {json.loads(line)["id"] for line in tell("index", "export", held)[1].splitlines()}
    assert "other" in names
    assert "copy" not in names


@pytest.mark.parametrize("command", ["info", "verify", "export", "compact"])
def test_a_folder_that_is_no_index_is_an_error_that_says_how_to_make_one(tell: Run, tmp_path: Path, command: str) -> None:
    status, out, err = tell("index", command, tmp_path)
    assert (status, out) == (2, "")
    assert f"{tmp_path} is no index; `dedupe index add {tmp_path} INPUT...` makes one" in err


def test_an_index_of_other_settings_is_refused(tell: Run, held: Path, pair: Path) -> None:
    status, _, err = tell("check", pair, "--index", held, "--threshold", "near=0.6")
    assert status == 2
    assert "was made with near = 0.5, not 0.6" in err


def test_what_holds_no_story_makes_no_index(tell: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.touch()
    assert tell("index", "add", tmp_path / "held", empty)[0] == 2
    status, _, err = tell("index", "info", tmp_path / "held")
    assert status == 2
    assert "is no index" in err


def test_a_writer_that_is_killed_leaves_what_there_was(tell: Run, held: Path, tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text(
        "".join(json.dumps({"id": f"m{n}", "text": f"Ferry {n} ran aground at noon. " * 9}) + "\n" for n in range(3000))
    )
    for seconds in (0.8, 1.6):
        process = subprocess.Popen([sys.executable, "-m", "dedupe", "index", "add", str(held), str(many), "-q"])
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert tell("index", "verify", held)[0] == 0
        assert len(tell("index", "export", held)[1].splitlines()) in (3, 3003)


def test_a_disk_that_is_full_is_told_and_leaves_what_there_was(tell: Run, held: Path, tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    stories = [{"id": f"m{n}", "text": f"Ferry {n} ran aground off port {n * 7} at noon. " * 9} for n in range(2000)]
    many.write_text("".join(json.dumps(each) + "\n" for each in stories))
    command = f"ulimit -f 200; exec {sys.executable} -m dedupe index add {held} {many} -q"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"dedupe: error: {held}: no room on the disk; nothing was changed\n"
    assert tell("index", "verify", held)[0] == 0
    assert len(tell("index", "export", held)[1].splitlines()) == 3
    assert len(list(held.glob("segments/*"))) == 1
