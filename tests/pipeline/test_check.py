from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dedupe import Report, Settings, Story, check, scan
from dedupe.model import Match
from tests.pipeline.made import DUMP, DUMPS
from tests.strategies import costly


def around(report: Report, fresh: set[str]) -> tuple[object, ...]:
    """Return what of a report touches a fresh story, without the spokes between held ones."""

    def touching(matches: tuple[Match, ...]) -> list[Match]:
        return [match for match in matches if not fresh.isdisjoint((match.left, match.right))]

    clusters = [each for each in report.clusters if not fresh.isdisjoint(member.id for member in each.members)]
    return clusters, touching(report.matches), touching(report.related), [f for f in report.furniture if fresh & set(f.stories)]


@costly
@given(DUMPS, st.integers(0, 20))
def test_a_check_finds_what_a_scan_of_both_finds_where_it_touches_a_fresh_story(dump: list[Story], held: int) -> None:
    fresh = {story.id for story in dump[held:]}
    report = check(dump[held:], dump[:held])
    assert around(report, fresh) == around(scan(dump), fresh)
    assert (report.read, report.held, report.fresh) == (len(fresh), len(dump[:held]), fresh)


def test_a_check_tells_of_nothing_that_no_fresh_story_touches() -> None:
    fresh = DUMP[-3:]
    report = check(fresh, DUMP[:-3])
    names = {story.id for story in fresh}
    assert all(names & {member.id for member in each.members} for each in report.clusters)
    assert report.stories.keys() == report.contents.keys()


def test_beside_nothing_a_check_is_a_scan() -> None:
    report = check(DUMP, [])
    assert replace(report, fresh=None) == scan(DUMP)


def test_a_story_that_is_held_as_it_is_has_come_already() -> None:
    report = check([DUMP[0], replace(DUMP[1], id="again")], DUMP)
    assert (report.already, report.read, report.fresh) == (1, 1, {"again"})
    assert [story.id for story in report.new_duplicates] == ["again"]


def test_a_story_of_a_held_id_with_another_text_is_fresh_and_named_apart() -> None:
    report = check([replace(DUMP[0], body=DUMP[0].body + " It ended at noon.")], DUMP)
    name = f"{DUMP[0].id}@{DUMP[0].origin}"
    assert (report.already, report.fresh, report.repeated_ids) == (0, {name}, 1)


def test_a_fresh_story_that_speaks_for_its_cluster_is_new_as_well() -> None:
    whole = replace(DUMP[0], id="whole", body=DUMP[0].body + " " + "The inquiry goes on, officials said in the evening. " * 2)
    held = replace(DUMP[0], id="held")
    report = check([whole], [held], Settings(canonical="longest"))
    assert [each.canonical.id for each in report.clusters] == ["whole"]
    assert [story.id for story in report.new_duplicates] == ["whole"]
