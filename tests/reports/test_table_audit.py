from dataclasses import replace

from dedupe.model import Audit, Match, Relation
from dedupe.reports import table_audit

MISSED = Match("page.txt:12", "page.txt:80", Relation.REWORDED, 0.04, 0.09, 0.61, 0.52, 0.5, 0.7, run=9)
AUDIT = Audit(sampled=1000, pairs=2113, found=2094, low=0.98596, high=0.99424, missed=(MISSED,))


def test_the_share_found_stands_with_its_interval() -> None:
    assert table_audit.summary(AUDIT) == "of 2,113 duplicate pairs, 99.1 % found, 95 % interval 98.6-99.4"


def test_the_sample_in_the_docstring_is_what_is_printed() -> None:
    assert "\n".join(table_audit.render(AUDIT, 80, colour=False)) in (table_audit.__doc__ or "")


def test_nothing_missed_needs_no_table() -> None:
    clean = Audit(sampled=1, pairs=1, found=1, low=0.2067, high=1.0, missed=())
    assert table_audit.render(clean, 80, colour=False) == [
        "AUDIT  1 random story compared with every other",
        "of 1 duplicate pair, 100.0 % found, 95 % interval 20.7-100.0",
    ]


def test_only_the_first_missed_pairs_are_shown_and_the_rest_counted() -> None:
    lines = table_audit.render(replace(AUDIT, missed=(MISSED,) * (table_audit.SHOWN + 3)), 80, colour=False)
    assert sum("page.txt:12" in line for line in lines) == table_audit.SHOWN
    assert max(map(len, lines)) <= 80
    assert lines[-1] == "and 3 more, which a JSON report lists"
