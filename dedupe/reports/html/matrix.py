"""Who copies whom: the source that told a story first by the source that told it again."""

from collections import Counter
from html import escape

from dedupe.reports.html import plots
from dedupe.reports.html.spread import Spread

MOST = 12  # sources on each side
OTHERS = "others"
SHADES = 5


def render(told: Spread) -> str:
    """Return the matrix as a panel; "" where no source or no date is known."""
    if not told.is_named or not told.retellings:
        return ""
    taken = Counter(name for retelling in told.retellings for name in {retelling.first, retelling.source})
    names = [name for name, _ in sorted(taken.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]]
    pairs = Counter((_known(r.first, names), _known(r.source, names)) for r in told.retellings)
    shown = [*names, OTHERS] if any(OTHERS in pair for pair in pairs) else names
    most = max(pairs.values())
    rows = [[escape(first), *(_cell(pairs[first, again], most) for again in shown)] for first in shown]
    table = plots.table("Row: told it first. Column: told it again.", ("", *shown), rows, "matrix")
    return plots.panel("Who repeats whom", table, "panel full")


def _known(name: str, names: list[str]) -> str:
    return name if name in names else OTHERS


def _cell(number: int, most: int) -> str:
    if not number:
        return '<span class="none">·</span>'
    shade = -(-SHADES * number // most)
    return f'<span class="shade shade-{shade}">{number:,}</span>'
