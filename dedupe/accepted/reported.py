"""A JSON report, as far as decisions are made of it."""

from collections.abc import Iterable
from datetime import date

import msgspec

from dedupe.accepted.decision import COPIES, Decision, Verdict
from dedupe.errors import ReadError

SCHEMA = 1

Pair = tuple[str, str]  # ids


class _Story(msgspec.Struct):
    content: str
    id: str
    title: str


class _Member(msgspec.Struct):
    id: str


class _Cluster(msgspec.Struct):
    canonical: str
    members: list[_Member]


class _Quiet(msgspec.Struct):
    id: str


class Line(msgspec.Struct, frozen=True):
    """A line of a file of decisions, as a report names it: by its contents and its verdict."""

    left: str
    right: str
    verdict: str


class _Accepted(msgspec.Struct):
    quiet: list[_Quiet]
    gone: list[Line]


class _New(msgspec.Struct):
    id: str
    other: str


class _Check(msgspec.Struct):
    new: list[_New]


class Reported(msgspec.Struct):
    """What a report says of stories and clusters, and what decisions did to it."""

    schema: int
    clusters: list[_Cluster]
    stories: list[_Story]
    accepted: _Accepted | None = None
    check: _Check | None = None

    def pairs(self) -> list[Pair]:
        """Return the canonical and each other member, by id, of every cluster that is not quiet as a whole.

        Of a check, return each fresh story that is new, and the one that it repeats.
        """
        if self.check:
            return [(told.other, told.id) for told in self.check.new]
        quiet = {one.id for one in self.accepted.quiet} if self.accepted else set()
        told = [cluster for cluster in self.clusters if any(member.id not in quiet for member in cluster.members)]
        return [(one.canonical, member.id) for one in told for member in one.members if member.id != one.canonical]


def parse(text: bytes, path: str) -> Reported:
    """Return what a JSON report says. Raise ReadError if it is none."""
    try:
        report = msgspec.json.decode(text, type=Reported)
    except msgspec.DecodeError as error:
        raise ReadError(f"{path}: no report as `dedupe scan --format json` writes it: {error}") from error
    if report.schema != SCHEMA:
        raise ReadError(f"{path}: a report of schema {report.schema}, and this version reads schema {SCHEMA}; scan again")
    return report


def decide(report: Reported, pairs: Iterable[Pair], verdict: Verdict, why: str, until: date | None) -> list[Decision]:
    """Return one decision for each two contents among pairs of ids, with how many stories have them.

    Raise ReadError for an id of which the report does not speak. The left one of a pair is kept by `keep`, which says nothing
    of two stories of one content.
    """
    told = {story.id: story for story in report.stories}
    sides: dict[Pair, tuple[set[str], set[str]]] = {}  # by contents, as are the titles
    titles: dict[Pair, tuple[str, str]] = {}
    for pair in pairs:
        if missing := [name for name in pair if name not in told]:
            raise ReadError(f"no story {missing[0]} in the report, which names those of clusters, matches and related coverage")
        left, right = pair if verdict is Verdict.KEEP or told[pair[0]].content <= told[pair[1]].content else (pair[1], pair[0])
        contents = (told[left].content, told[right].content)
        titles.setdefault(contents, (_plain(told[left].title), _plain(told[right].title)))
        ids = sides.setdefault(contents, (set(), set()))
        ids[0].add(left)
        ids[1].add(right)
    return [
        Decision(*pair, verdict, why, until, _copies(report, pair, ids, verdict), titles[pair])
        for pair, ids in sides.items()
        if verdict is not Verdict.KEEP or pair[0] != pair[1]
    ]


def _plain(title: str) -> str:
    return " ".join(title.split())


def _copies(report: Reported, pair: Pair, ids: tuple[set[str], set[str]], verdict: Verdict) -> tuple[int, int]:
    """Return how many stories of each content are meant: these, and those that are quiet already."""
    if verdict is not Verdict.KNOWN:
        return COPIES[pair[0] == pair[1]]
    quiet = {one.id for one in report.accepted.quiet} if report.accepted else set()
    left, right = ({one.id for one in report.stories if one.content == content and one.id in quiet} for content in pair)
    if pair[0] == pair[1]:
        return (len(left | ids[0] | ids[1]),) * 2
    return len(left | ids[0]), len(right | ids[1])
