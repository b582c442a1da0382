"""Who told a story first, who told it again, and how many hours later."""

from collections import Counter, defaultdict
from html import escape
from statistics import median
from typing import NamedTuple

from dedupe.model import Cluster, Report, Story
from dedupe.reports import cells
from dedupe.reports.html import foreign, plots

LISTED = 15  # sources in a table
_HOURS = ((1, "within an hour"), (3, "1 to 3 hours"), (6, "3 to 6 hours"), (12, "6 to 12 hours"), (24, "12 to 24 hours"))
_DAYS = ((48, "1 to 2 days"), (168, "2 to 7 days"), (float("inf"), "later"))


class Retelling(NamedTuple):
    """A story told again: by whom, after whom, and how many hours later where both dates are known."""

    first: str
    source: str
    hours: float | None


class Spread:
    """What the clusters of a report say of their sources.

    In a cluster, the earliest dated version is the first; where no date is known, who told it first is not.
    """

    def __init__(self, report: Report) -> None:
        self.stories = [member for cluster in report.clusters for member in cluster.members]
        self.firsts = [first for cluster in report.clusters if (first := first_of(cluster))]
        self.retellings = [told for cluster in report.clusters for told in _retellings(cluster)]
        self.undated = len(report.clusters) - len(self.firsts)
        self.is_named = any(foreign.source(story) != foreign.NAMELESS for story in self.stories)
        self.duplicates = Counter(map(foreign.source, report.duplicates))
        self.in_clusters = Counter(map(foreign.source, self.stories))
        self.read = Counter[str]()
        for tally in (*report.sources, *report.held_sources):
            self.read[cells.inert(tally.source)] += tally.stories


def first_of(cluster: Cluster) -> Story | None:
    """Return the version that was published first, or None where less than two have a date."""
    dated = [story for story in cluster.members if story.published]
    return min(dated, key=_moment) if len(dated) > 1 else None


def _moment(story: Story) -> tuple[float, str]:
    return (story.published.timestamp() if story.published else float("inf")), story.id


def _retellings(cluster: Cluster) -> list[Retelling]:
    first = first_of(cluster)
    if not first:
        return []
    start, source = _moment(first)[0], foreign.source(first)
    return [
        Retelling(source, foreign.source(story), (_moment(story)[0] - start) / 3600 if story.published else None)
        for story in cluster.members
        if story.id != first.id
    ]


def hours(told: Spread) -> str:
    """Return how many hours passed until each retelling, as a panel; "" where no dates are known."""
    known = [retelling.hours for retelling in told.retellings if retelling.hours is not None]
    if not known:
        return ""
    rows, low = [], -1.0
    for high, name in (*_HOURS, *_DAYS):
        rows.append((name, sum(low < hour <= high for hour in known)))
        low = high
    text = f"Half of the {len(known):,} dated retellings came within {_long(median(known))}."
    table = plots.bars("Retellings by the time since the first version", ("after", "retellings"), rows)
    return plots.panel("Hours until each retelling", f"{table}<p>{text}</p>")


def _long(hour: float) -> str:
    if hour < 1:
        return f"{hour * 60:.0f} minutes"
    return f"{hour:.1f} hours" if hour < 48 else f"{hour / 24:.1f} days"


def sources(told: Spread) -> str:
    """Return what each source told first and told again, as a panel; "" where no source is named."""
    if not told.is_named:
        return ""
    first = Counter(map(foreign.source, told.firsts))
    later: dict[str, list[float]] = defaultdict(list)
    for retelling in told.retellings:
        if retelling.hours is not None:
            later[retelling.source].append(retelling.hours)
    rows = [
        (
            escape(name),
            f"{max(told.read[name], count):,}",
            f"{count:,}",
            f"{first[name]:,}",
            f"{told.duplicates[name]:,}",
            _share(told.duplicates[name], max(told.read[name], count)),
            _long(median(later[name])) if later[name] else "–",
        )
        for name, count in sorted(told.in_clusters.items(), key=lambda pair: (-pair[1], pair[0]))[:LISTED]
    ]
    header = ("source", "stories", "in clusters", "told first", "duplicates", "share of duplicates", "median delay")
    left = len(told.in_clusters) - len(rows)
    more = f"<p>{left:,} more sources have fewer versions in clusters.</p>" if left else ""
    table = plots.table("What each source told first and told again", header, rows, "figures")
    return plots.panel("Sources", f"{table}{more}{_undated(told)}", "panel full")


def _share(number: int, of: int) -> str:
    return f"{plots.bar(number, of)} {100 * number / of:.0f}%"


def _undated(told: Spread) -> str:
    return (
        f"<p>Who told it first is not known of {told.undated:,} clusters, where less than two versions have a date.</p>"
        if told.undated
        else ""
    )
