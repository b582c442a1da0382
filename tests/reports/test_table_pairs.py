from dataclasses import asdict
from typing import Any

from dedupe.model import Match, Relation
from dedupe.reports.cells import columns
from dedupe.reports.table_pairs import HEADER, lay_out, scores


def pair(left: str, right: str) -> dict[str, Any]:
    match = Match(left, right, Relation.NEAR, 0.5, 0.6, 0.7, 1.0, 0.4, 0.0, run=14)
    return asdict(match) | {"similarity": match.similarity}


def test_the_ids_of_a_pair_stand_below_its_scores() -> None:
    told = pair("page.txt:12", "page.txt:80")
    assert list(lay_out(HEADER, [(scores("near", told), told)], 80)) == [
        "run   alike  jaccard  contain  cosine  cover  anchor",
        "near   100%      .50      .60     .70      1     .00",
        "       page.txt:12  page.txt:80",
    ]


def test_a_pair_without_scores_has_empty_cells() -> None:
    assert scores("near", None) == ("near", *[""] * (len(HEADER) - 1))


def test_long_ids_are_cut_and_write_nothing_to_the_terminal() -> None:
    told = pair("page\x1b[2J.txt:12", "p" * 200)
    lines = list(lay_out(HEADER, [(scores("near", told), told)], 60))
    assert max(map(columns, lines)) <= 60
    assert "\x1b" not in "".join(lines)
