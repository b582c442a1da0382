import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.evaluate import document, evaluate, gold_of_clusters, gold_of_pairs, judge_of, sweep
from dedupe.evaluate.gold import Verdict
from dedupe.reports.cells import columns
from dedupe.reports.evaluation import render, render_json
from tests.evaluate.made import cluster, match, report
from tests.reports.made import TITLES

GOLD = gold_of_clusters([["a", "b"], ["c", "d", "e"]], ["a"])
RUN = report([cluster("a", "b"), cluster("c", "x", relation="reworded")], related=[match("d", "e", "related", cosine=0.3)])
IDS = "abcdex"


def test_the_figures_and_the_slips_are_shown_as_in_the_sample() -> None:
    assert render(document(evaluate(RUN, GOLD, IDS))).splitlines() == [
        "AGREEMENT WITH GOLD  6 stories",
        "",
        "          precision  recall     f1",
        "pairwise      0.500   0.250  0.333",
        "B-cubed       0.833   0.667  0.741",
        "adjusted Rand index 0.189",
        "4 pairs in gold, 2 found, 1 in both",
        "canonicals: 1 of 1 as in gold",
        "",
        "FALSE MERGES  1 of 1, worst first: pairs made by it, and its scores",
        "",
        "pairs  run       alike  jaccard  contain  cosine  cover  anchor",
        "    1  reworded    90%      .90      .90     .90    .90     .90",
        "       c  x",
        "",
        "MISSES  2 of 2, worst first: pairs lost by it, and its scores",
        "",
        "pairs  run      alike  jaccard  contain  cosine  cover  anchor",
        "    2  related    90%      .90      .90     .30    .90     .90",
        "       d  e",
        "    1  none",
        "       c  d",
    ]


def test_a_sample_of_pairs_shows_its_relations_and_no_figures_of_groups() -> None:
    gold = gold_of_pairs({("a", "b"): Verdict(True, "near"), ("c", "x"): Verdict(False, "none")})
    text = render(document(evaluate(RUN, gold, IDS)))
    assert "2 pairs judged, of a sample" in text
    assert "none  reworded      1" in text
    assert "B-cubed" not in text
    assert "Rand" not in text


def test_values_with_the_same_figures_share_a_row_of_the_sweep_and_the_run_has_a_star() -> None:
    cuts = sweep(RUN, judge_of(GOLD, IDS))
    rows = [line.split() for line in render(document(evaluate(RUN, GOLD, IDS), cuts)).splitlines() if line.startswith("near ")]
    assert [row[1:5] for row in rows] == [["0.30", "to", "0.90", "*"], ["0.95", "0.000", "0.000", "0.000"]]


@given(st.sets(TITLES.filter(bool), min_size=3, max_size=6), st.integers(60, 120))
def test_ids_may_hold_anything_and_no_line_is_wider_than_the_screen(ids: set[str], width: int) -> None:
    first, second, *rest = sorted(ids)
    run, gold = report([cluster(first, second)]), gold_of_clusters([[first, *rest, "absent\x1b[31m" * 9]])
    found = document(evaluate(run, gold, ids))
    text = render(found, width)
    assert all(columns(line) <= max(width, 80) for line in text.splitlines())
    assert not set(text) & set("\x00\x1b\x9b\x7f\r\u202e\u2028")
    assert json.loads(render_json(found)) == json.loads(json.dumps(found))


@pytest.mark.parametrize("limit", [0, 20])
def test_a_run_without_a_cluster_renders(limit: int) -> None:
    text = render(document(evaluate(report(), GOLD, IDS, limit)))
    assert "FALSE MERGES  none" in text
    assert f"MISSES  {min(limit, 3)} of 3" in text
