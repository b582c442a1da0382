"""All that the page shows of one cluster: its versions, how each differs, the facts by version, the event around it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from dedupe.diff import compare
from dedupe.model import Cluster, Match, Report, Story
from dedupe.reports import cells, contract
from dedupe.reports.html import facts, foreign
from dedupe.reports.html.events import Events
from dedupe.reports.html.spans import diff_of

SHOWN = 40  # versions of one cluster whose texts are in the page
EVERY = 8  # versions among which any two are compared here; of more, each with the canonical


Each = Callable[[Callable[[Any], Any], Iterable[Any]], Iterable[Any]]  # map, or one that takes all cores


def details(report: Report, clusters: Sequence[Cluster], events: Events, each: Each = map) -> Iterator[dict[str, Any]]:
    """Yield clusters as the script of the page reads them; `each` compares their versions."""
    shown = [cluster.members[:SHOWN] for cluster in clusters]
    for cluster, versions, found in zip(clusters, shown, each(compared, shown), strict=True):
        yield {
            "id": cluster.id,
            "reason": foreign.running(cluster.reason),
            "versions": [*_versions(report, cluster)],
            "shown": len(versions),
            **found,
            "related": events.around(cluster),
        }


def compared(versions: Sequence[Story]) -> dict[str, Any]:
    """Return how versions differ: the diffs of pairs, and the facts by version."""
    diffs = {pair: compare(versions[pair[0]], versions[pair[1]]) for pair in _pairs(len(versions))}
    of_canonical = {right: diff for (left, right), diff in diffs.items() if left == 0}
    return {
        "diffs": {f"{left} {right}": diff_of(diff) for (left, right), diff in diffs.items()},
        "facts": facts.rows_of(versions, of_canonical),
    }


def conflicts(detail: Mapping[str, Any]) -> int:
    """Return how many facts the versions of a cluster tell differently."""
    return sum(len(row["values"]) > 1 for row in detail["facts"])


def _pairs(count: int) -> Iterator[tuple[int, int]]:
    return combinations(range(count), 2) if count <= EVERY else iter([(0, place) for place in range(1, count)])


def _versions(report: Report, cluster: Cluster) -> Iterator[dict[str, Any]]:
    quiet = report.accepted.quiet if report.accepted else {}
    match_of = {match.left if match.right == cluster.canonical.id else match.right: match for match in cluster.matches}
    for story, relation, similarity in contract.members(cluster):
        told = {"content": report.contents.get(story.id, ""), "relation": relation, "alike": round(similarity, 4)}
        told["masked"] = sorted({foreign.running(text) for text in report.masked.get(story.id, ())})
        told["state"] = contract.state(report, story)
        yield _version(story) | told | _scores(match_of.get(story.id)) | {"quiet": foreign.running(quiet.get(story.id, ""))}


def _version(story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "title": cells.title(story),
        "source": foreign.source(story),
        "url": foreign.link(story.url),
        "at": story.published.isoformat() if story.published else "",
        "place": cells.inert(str(story.origin)),
        "words": cells.words(story),
        "cut": story.truncated,
        "kept": bool(story.body or story.summary),
    }


def _scores(match: Match | None) -> dict[str, Any]:
    if match is None:
        return {}
    return {"scores": [round(float(getattr(match, name)), 2) for name in contract.SCORES], "run": int(match.run)}
