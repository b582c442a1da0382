import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.csv"
    path.write_text("left,right,relation\nf1,f2,near\nf1,b1,none\n")
    return path


@pytest.fixture
def labelled(pair: Path) -> Path:
    """The dump of `pair` with a field that is the same for one story, and none for the last."""
    records = [json.loads(line) for line in pair.read_text().splitlines() if line.endswith("}")]
    told = {"f1": 7, "f2": 7}
    path = pair.with_name("labelled.jsonl")
    path.write_text("".join(json.dumps({**r, **({"told": told[r["id"]]} if r["id"] in told else {})}) + "\n" for r in records))
    return path


def test_pairs_are_judged_and_shown_with_their_relations(tell: Run, pair: Path, gold: Path) -> None:
    status, out, _ = tell("evaluate", pair, "--gold", gold)
    assert status == 0
    assert "2 pairs judged, of a sample" in out
    assert "FALSE MERGES  none" in out
    assert "MISSES  none" in out


def test_a_report_of_the_same_run_is_gold_that_it_meets(tell: Run, pair: Path, tmp_path: Path) -> None:
    tell("scan", pair, "-q", "-f", "json", "-o", tmp_path / "report.json")
    found = json.loads(tell("evaluate", pair, "-q", "--gold", tmp_path / "report.json", "-f", "json")[1])
    assert found["figures"]["pairwise"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert found["canonicals"] == {"total": 1, "right": 1}


def test_a_field_of_the_input_is_gold_for_the_stories_that_have_it(tell: Run, labelled: Path) -> None:
    found = json.loads(tell("evaluate", labelled, "--gold-field", "told", "-f", "json")[1])
    assert found["judged"] == 2
    assert found["figures"]["pairs"] == {"gold": 1, "found": 1, "both": 1}


def test_a_sweep_tells_the_figures_at_other_thresholds(tell: Run, pair: Path, gold: Path) -> None:
    _, out, _ = tell("evaluate", pair, "--gold", gold, "--sweep")
    assert {"near", "containment", "cosine", "coverage", "anchor"} <= {line.split()[0] for line in out.splitlines() if line}


def test_a_miss_shows_the_scores_that_decided_it(tell: Run, pair: Path, tmp_path: Path) -> None:
    (tmp_path / "gold.csv").write_text("left,right\nf1,b1\n")
    found = json.loads(tell("evaluate", pair, "--gold", tmp_path / "gold.csv", "-f", "json")[1])
    (miss,) = found["misses"]["worst"]
    assert miss["run"] == "none"
    assert miss["match"]["cosine"] < 0.5


def test_two_runs_give_the_same_bytes(tell: Run, pair: Path, gold: Path) -> None:
    arguments = ("evaluate", pair, "--gold", gold, "--sweep", "-f", "json")
    assert tell(*arguments) == tell(*arguments)


def test_gold_that_the_input_lacks_is_said_on_standard_error(tell: Run, pair: Path, tmp_path: Path) -> None:
    (tmp_path / "gold.csv").write_text("left,right\nf1,f2\nf1,f9\n")
    _, out, err = tell("evaluate", pair, "--gold", tmp_path / "gold.csv")
    assert "dedupe: 1 story of the gold is not in the input and left out\n" in err
    assert "1 story of the gold not in the input: f9" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "give the gold: --gold FILE or --gold-field NAME, one of them; see `dedupe evaluate --help`"),
        (["--gold", "none.csv"], "none.csv: No such file or directory; check the path of the gold"),
        (["--gold-field", "verdict"], 'no field "verdict"; found: id, title, text'),
        (["--gold-field", "verdict", "-"], "reads the input twice, and standard input can be read once; give a file"),
    ],
)
def test_missing_gold_is_refused(tell: Run, pair: Path, arguments: list[str], said: str) -> None:
    status, out, err = tell("evaluate", pair, "-q", *arguments)
    assert (status, out) == (2, "")
    assert said in err


def test_a_field_without_a_value_in_any_story_is_refused(tell: Run, tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text("id,title,text,told\n1,Ferry aground,The ferry ran aground.,\n")
    status, _, err = tell("evaluate", tmp_path / "s.csv", "-q", "--gold-field", "told")
    assert status == 2
    assert "no story of the input has a value in 'told'; name another field" in err


def test_gold_of_another_input_is_refused(tell: Run, pair: Path, tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_text('[["x1", "x2"]]')
    status, _, err = tell("evaluate", pair, "-q", "--gold", tmp_path / "gold.json")
    assert status == 2
    assert "none of the 2 stories of the gold is in the input, such as 'x1'" in err
