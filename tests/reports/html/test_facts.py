from typing import Any

from dedupe.diff import compare
from dedupe.model import Story
from dedupe.reports.html.facts import rows_of


def rows(*bodies: str) -> list[dict[str, Any]]:
    versions = [Story(str(place), "", body) for place, body in enumerate(bodies)]
    return rows_of(versions, {place: compare(versions[0], versions[place]) for place in range(1, len(versions))})


def test_the_one_that_says_otherwise_stands_out() -> None:
    tolls = ("221", "221", "220", "221")
    (row,) = rows(*(f"The army said that {toll} men fell on Tuesday near the old mill." for toll in tolls))
    assert (row["kind"], row["values"], row["cells"]) == ("number", [["221", 3], ["220", 1]], [0, 0, 1, 0])


def test_a_version_that_does_not_tell_it_is_silent() -> None:
    first, second = (f"The army said that {toll} men fell on Tuesday." for toll in ("221", "220"))
    (row,) = rows(first, second, "Bread is dear in the town.")
    assert row["cells"][2] == -1


def test_versions_that_agree_have_no_row() -> None:
    assert rows("Some 12 were hurt.", "Some 12 were hurt.") == []
