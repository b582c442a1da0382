"""When the stories of clusters were told: a column for each span of time, first tellings and retellings."""

from datetime import UTC, datetime

from dedupe.reports import cells
from dedupe.reports.html import plots
from dedupe.reports.html.spread import Spread

MOST = 60  # columns
_STEPS = (("hour", 3600), ("6 hours", 21600), ("day", 86400), ("week", 604800), ("30 days", 2592000), ("year", 31557600))


def render(told: Spread) -> str:
    """Return the timeline as a panel; "" where no dates are known."""
    dated = [story for story in told.stories if story.published]
    if not dated:
        return ""
    moments = {story.id: story.published.timestamp() for story in dated if story.published}
    first = {story.id for story in told.firsts}
    start, end = min(moments.values()), max(moments.values())
    name, step = next(((name, step) for name, step in _STEPS if (end - start) / step < MOST), ("year", (end - start) / MOST + 1))
    counts = [[0, 0] for _ in range(int(end // step - start // step) + 1)]
    for story_id, moment in moments.items():
        counts[int(moment // step - start // step)][story_id not in first] += 1
    label = f"{len(dated):,} dated versions from {_day(start)} to {_day(end)}, by {name}"
    plot = plots.columns([(low, high) for low, high in counts], label)
    legend = (
        '<ul class="legend"><li><span class="key two"></span>told first</li><li><span class="key one"></span>told again</li></ul>'
    )
    undated = len(told.stories) - len(dated)
    more = f"; {cells.counted(undated, 'version has', 'versions have')} no date" if undated else ""
    ends = f'<div class="ends"><span>{_day(start)}</span><span>{_day(end)}</span></div>'
    caption = f"{label}{more}. The tallest column has {max(map(sum, counts)):,}."
    return plots.figure("Timeline", f"{plot}{ends}{legend}", caption)


def _day(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d %H:%M")
