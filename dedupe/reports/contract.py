"""The shapes of the JSON report, which `report.schema.json` describes: a contract, to which versions only add."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from dedupe.model import Accepted, Audit, Cluster, Furniture, Match, Report, Skip, Story, Symptom, Verdict, told_again

SCHEMA = 1
DISTRIBUTION = "news-dedupe"
CANONICAL = "canonical"
FRESH, HELD = "fresh", "held"
DIGITS = 4
SCORES = ("jaccard", "containment", "cosine", "coverage", "alignment", "anchor")

Members = Iterator[tuple[Story, str, float]]


def tool() -> dict[str, str]:
    """Return the name and the version of the tool, as installed."""
    try:
        return {"name": DISTRIBUTION, "version": version(DISTRIBUTION)}
    except PackageNotFoundError:  # run from a folder that was never installed
        return {"name": DISTRIBUTION, "version": "0+unknown"}


def ordered(report: Report) -> list[Cluster]:
    """Return the clusters, largest first, then by where their canonical was read."""
    return sorted(report.clusters, key=lambda c: (-len(c.members), c.canonical.origin.path, c.canonical.origin.line, c.id))


def shown(report: Report) -> list[Cluster]:
    """Return the clusters with a member that nobody has accepted, in their order."""
    return [cluster for cluster in ordered(report) if report.new(cluster)]


def members(cluster: Cluster) -> Members:
    """Yield each member with its relation to the canonical, "canonical" for that itself, and its similarity."""
    match_of = {match.left if match.right == cluster.canonical.id else match.right: match for match in cluster.matches}
    for story in cluster.members:
        if story.id == cluster.canonical.id:
            yield story, CANONICAL, 1.0
        else:
            yield story, str(match_of[story.id].relation), float(match_of[story.id].similarity)


def cluster_of(report: Report, cluster: Cluster) -> dict[str, Any]:
    """Return a cluster of a report as it shows it; in a check each member says whether it is fresh."""
    return {
        "id": cluster.id,
        "canonical": cluster.canonical.id,
        "reason": cluster.reason,
        "members": [_member(*told) | _fresh(report, told[0]) for told in members(cluster)],
    }


def _fresh(report: Report, story: Story) -> dict[str, bool]:
    return {} if report.fresh is None else {"fresh": report.is_fresh(story)}


def state(report: Report, story: Story) -> str:
    """Return whether a story is fresh or held; "" in a scan, which makes no such difference."""
    if report.fresh is None:
        return ""
    return FRESH if report.is_fresh(story) else HELD


def _member(story: Story, relation: str, similarity: float) -> dict[str, Any]:
    return {
        "id": story.id,
        "title": story.title,
        "source": story.source,
        "url": story.url,
        "published": story.published.isoformat() if story.published else None,
        "path": story.origin.path,
        "line": story.origin.line,
        "relation": relation,
        "similarity": round(similarity, DIGITS),
    }


def matches_of(matches: Iterable[Match]) -> list[dict[str, Any]]:
    """Return matches as the report shows them, sorted by their ids."""
    return [_match(match) for match in sorted(matches, key=lambda m: (m.left, m.right))]


def _match(match: Match) -> dict[str, Any]:
    scores = {name: round(float(getattr(match, name)), DIGITS) for name in SCORES}
    return {"left": match.left, "right": match.right, "relation": str(match.relation), **scores, "run": int(match.run)}


def by_size(furniture: Iterable[Furniture]) -> list[Furniture]:
    """Return the texts under many titles, that of most stories first."""
    return sorted(furniture, key=lambda found: (-len(found.stories), found.text, found.stories))


def furniture_of(furniture: Iterable[Furniture]) -> list[dict[str, Any]]:
    """Return the texts under many titles as the report shows them, that of most stories first."""
    return [{"text": found.text, "stories": sorted(found.stories)} for found in by_size(furniture)]


def health_of(health: Iterable[Symptom]) -> list[dict[str, Any]]:
    """Return what seems wrong with sources as the report shows it, that of most stories first."""
    return [
        {
            "finding": str(told.ailment),
            "source": told.source,
            "day": told.day or None,
            "stories": told.stories,
            "of": told.of,
            "usual": None if told.usual is None else round(told.usual, DIGITS),
            "text": told.text,
            "path": told.origin.path,
            "line": told.origin.line,
        }
        for told in health
    ]


def audit_of(audit: Audit) -> dict[str, Any]:
    """Return an audit as the report shows it; what it missed stands sorted by ids, as all matches do."""
    shares = {name: round(float(getattr(audit, name)), DIGITS) for name in ("share", "low", "high")}
    counts = {name: getattr(audit, name) for name in ("sampled", "pairs", "found")}
    return counts | shares | {"missed": matches_of(audit.missed)}


def stories_of(report: Report) -> list[dict[str, Any]]:
    """Return the stories that a report speaks of, as it shows them, by id: the name of their content, and their title."""
    told = ((name, report.stories[name]) for name in sorted(report.contents))
    return [
        {"content": report.contents[name], "id": name, "title": story.title, "path": story.origin.path} | _fresh(report, story)
        for name, story in told
    ]


def boilerplate_of(report: Report) -> list[dict[str, Any]]:
    """Return the sentences left out of stories in clusters as boilerplate, as the report shows them."""
    stories: dict[str, list[str]] = {}
    for name in sorted(report.masked):
        for text in dict.fromkeys(report.masked[name]):
            stories.setdefault(text, []).append(name)
    return [{"text": text, "stories": stories[text]} for text in sorted(stories)]


def verdict_of(verdict: Verdict) -> dict[str, Any]:
    """Return what a policy says, as the report shows it, and the policy."""
    return {
        "passed": verdict.passed,
        "counted": verdict.counted,
        **{name: list(getattr(verdict, name)) for name in ("broken", "doubts", "warnings")},
        "policy": asdict(verdict.policy),
    }


def check_of(report: Report) -> dict[str, Any]:
    """Return what a check was made beside, as the report shows it."""
    told = sorted((one.story.id, one.other.id, str(one.match.relation)) for one in told_again(report) if not one.accepted)
    new = [dict(zip(("id", "other", "relation"), one, strict=True)) for one in told]
    return {"held": report.held, "already": report.already, "skipped_held": skips_of(report.skipped_held), "new": new}


def accepted_of(accepted: Accepted) -> dict[str, Any]:
    """Return what decisions did, as the report shows it."""
    return {
        "lines": accepted.lines,
        "quiet": [{"id": name, "why": accepted.quiet[name]} for name in sorted(accepted.quiet)],
        "gone": [dict(zip(("left", "right", "verdict"), line, strict=True)) for line in sorted(accepted.gone)],
        "findings": skips_of(accepted.findings),
    }


def skips_of(skipped: Iterable[Skip]) -> list[dict[str, Any]]:
    """Return what could not be read, and why, sorted by where it stands."""
    rows = ({"path": skip.origin.path, "line": skip.origin.line, "reason": skip.reason} for skip in skipped)
    return sorted(rows, key=lambda row: (row["path"], row["line"], row["reason"]))
