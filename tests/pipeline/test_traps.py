"""What other finders of duplicates fell into: chains, bulletins of one form, viral copies, teasers that bridge."""

import tracemalloc
from itertools import pairwise

import numpy as np
import pytest

from dedupe import Report, Settings, Story
from dedupe.model import Relation
from dedupe.pipeline import scan
from tests.pipeline.made import VERSIONS
from tests.strategies import sentences, story, tale

TITLES = [tale(seed, 1)[:-1] for seed in range(60)]
QUARTER = (
    "{} reported a net profit of {} crowns for the {} quarter, against {} a year before, as sales rose to {} crowns. "
    "The board of the company proposed a dividend of {} crowns a share, to be paid in {}. "
    "Shares of {} closed at {} crowns in Lorne on Monday. The figures are not audited, and all of them are rounded."
)


def groups(report: Report) -> list[set[str]]:
    return [{member.id for member in cluster.members} for cluster in report.clusters]


def test_forty_stories_that_slide_along_one_text_are_not_one_story() -> None:
    lines = sentences(60)
    chain = [story(f"s{first:02}", " ".join(lines[first : first + 20])) for first in range(40)]
    report = scan(chain)
    places = {one.id: place for place, one in enumerate(chain)}
    spans = [max(places[name] for name in group) - min(places[name] for name in group) for group in groups(report)]
    assert len(report.clusters) > 1
    assert max(spans) < 24  # half a text, 10 lines and a little, to either side of a canonical
    assert all(match.relation.is_duplicate for cluster in report.clusters for match in cluster.matches)


def test_fifty_stories_of_four_copies_are_fifty_clusters() -> None:
    kinds = ("copy", "dateline", "footer", "inserted")
    told = [story(f"{kind}-{seed:02}", VERSIONS[kind](tale(seed))) for seed in range(50) for kind in kinds]
    expected = [{f"{kind}-{seed:02}" for kind in kinds} for seed in range(50)]
    assert sorted(map(sorted, groups(scan(told)))) == sorted(map(sorted, expected))


def viral(count: int) -> list[Story]:
    """Return copies of one story, each with a line of its own under it."""
    return [story(f"s{copy}", f"{tale(1)}\n\nNumber {copy + 100}.") for copy in range(count)]


@pytest.mark.parametrize("count", [300, 3000])
def test_copies_are_one_cluster_and_their_matches_linear_in_their_number(count: int) -> None:
    report = scan(viral(count), Settings(find_related=False))
    assert [len(group) for group in groups(report)] == [count]
    assert len(report.matches) < 10 * count


def test_each_copy_takes_so_little_memory_that_100_000_fit_in_a_gigabyte() -> None:
    scan(viral(10))
    peaks = []
    for count in (300, 1500):
        told = viral(count)
        tracemalloc.start()
        scan(told, Settings(find_related=False))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert (peaks[1] - peaks[0]) / 1200 < 10_000  # bytes that NumPy and Python hold; those of Arrow are bounded by the engine


def test_a_viral_story_does_not_hide_its_rewrite() -> None:
    rewrite = story("rewrite", " ".join(line.replace(" ", " now ", 1) for line in tale(1).split(". ")))
    report = scan([*viral(100), rewrite])
    assert any({"rewrite", "s0"} <= group for group in groups(report))


def test_placeholders_under_many_headlines_are_not_one_cluster() -> None:
    told = [story(f"s{n}", "Blah blah blah.", title) for n, title in enumerate(TITLES)]
    report = scan([*told, story("again", "Blah blah blah.", TITLES[0]), story("t", tale(99))])
    assert groups(report) == [{"s0", "again"}]
    assert [(finding.text, len(finding.stories)) for finding in report.furniture] == [("Blah blah blah.", 61)]


def test_walls_under_many_headlines_are_no_cluster_and_no_overlap() -> None:
    wall = "We value your privacy. Accept all cookies, or manage your choices before you go on to the story that you came for."
    report = scan([story(f"s{n}", wall, title) for n, title in enumerate(TITLES[:12])])
    assert (report.clusters, report.matches) == ((), ())


def quarters() -> list[Story]:
    """Return reports of one form by eight companies, for three quarters each."""
    rng = np.random.default_rng(5)
    names = [tale(seed, 1).split()[0] for seed in range(200, 208)]
    told = []
    for name in names:
        for quarter, month in (("first", "May"), ("second", "August"), ("third", "November")):
            profit, before, sales, share, price = (int(n) for n in rng.integers(100, 9999, 5))
            body = QUARTER.format(name, profit, quarter, before, sales, share / 100, month, name, price / 10)
            told.append(story(f"{name}-{quarter}", body, f"{name} {quarter} quarter"))
    return told


def test_earnings_of_other_quarters_and_companies_are_never_merged() -> None:
    report = scan(quarters())
    assert report.clusters == ()
    assert {match.relation for match in report.matches} <= {Relation.TEMPLATE, Relation.OVERLAP}


def test_a_copy_of_one_earnings_report_takes_no_other_along() -> None:
    told = quarters()
    copy = story("copy", told[0].body + "\nThe company will hold a call with analysts.")
    assert groups(scan([*told, copy])) == [{told[0].id, "copy"}]


@pytest.mark.parametrize("order", ["as told", "back to front", "shuffled"])
def test_the_order_of_many_stories_changes_nothing(order: str) -> None:
    told = [story(f"{kind}-{seed}", VERSIONS[kind](tale(seed))) for seed in range(12) for kind in ("copy", "half", "inserted")]
    places = {"as told": range(36), "back to front": range(35, -1, -1), "shuffled": np.random.default_rng(3).permutation(36)}
    assert scan([told[int(place)] for place in places[order]]) == scan(told)


def test_a_second_run_on_what_was_kept_finds_nothing() -> None:
    told = [story(f"{kind}-{seed}", VERSIONS[kind](tale(seed))) for seed in range(20) for kind in ("copy", "half", "footer")]
    dropped = {one.id for one in scan(told).duplicates}
    kept = [one for one in told if one.id not in dropped]
    assert len(kept) == 20
    assert scan(kept).clusters == ()


def test_a_teaser_of_two_stories_does_not_make_them_one() -> None:
    opening = tale(1, 3)
    told = [story(f"full-{seed}", f"{opening}\n\n{tale(seed)}") for seed in (2, 3)]
    report = scan([*told, story("teaser", opening[:-20] + "…", truncated=True), *(story(f"t{n}", tale(n)) for n in range(4, 12))])
    assert [len(group) for group in groups(report)] == [2]
    assert "teaser" in groups(report)[0]


def test_a_round_up_of_five_stories_merges_with_none_of_them() -> None:
    told = [story(f"s{seed}", tale(seed)) for seed in range(5)]
    briefs = "\n\n".join(tale(seed).split("\n\n")[0] for seed in range(5))
    assert scan([*told, story("round-up", briefs)]).clusters == ()


def test_three_word_briefs_are_kept_alone_and_found_when_told_twice() -> None:
    briefs = ["Storm closes port", "Storm closes school", "Port opens again"]
    report = scan([*(story(f"b{n}", brief) for n, brief in enumerate(briefs)), story("again", "Storm closes port.")])
    assert report.read == 4
    assert groups(report) == [{"b0", "again"}]


def test_one_changed_character_of_a_chinese_story_is_near() -> None:
    rng = np.random.default_rng(9)
    characters = "".join(chr(code) for code in rng.integers(0x4E00, 0x9000, 294))
    body = "。".join(characters[first : first + 21] for first in range(0, 294, 21)) + "。"
    changed = body.replace(characters[100], "\u9fa0", 1)
    matches = scan([story("a", body), story("b", changed)]).matches
    assert [match.relation for match in matches] == [Relation.NEAR]
    assert matches[0].jaccard > 0.9


def test_updates_of_one_story_told_hour_by_hour_stay_one_story() -> None:
    lines = sentences(30)
    told = [story(f"v{hour}", " ".join([f"At {hour} more was known.", *lines[: 18 + 2 * hour]])) for hour in range(6)]
    assert all(len(left.body) < len(right.body) for left, right in pairwise(told))
    assert groups(scan(told)) == [{one.id for one in told}]


@pytest.mark.parametrize("count", [1, 2, 3, 9])
def test_copies_of_a_part_do_not_outvote_the_whole(count: int) -> None:
    first, second, third = sentences(3, 1)
    parts = [story(f"part-{n}", f"{first} {second}") for n in range(count)]
    told = [story("whole", f"{first} {second} {third}"), story("end", f"{second} {third}"), *parts]
    assert groups(scan(told)) == [{one.id for one in told}]
