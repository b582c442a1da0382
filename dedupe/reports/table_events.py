"""The second part of the printed table: related coverage, every story of an event, the repeats under what they repeat."""

from collections.abc import Iterator

from dedupe.model import Report, Story
from dedupe.reports import cells, contract
from dedupe.reports.table_clusters import rows
from dedupe.reports.table_columns import BOLD, DIM, Row, lay_out, paint

MARK = "> "  # before a story that repeats the canonical above it


def render(report: Report, width: int, colour: bool) -> list[str]:
    """Return the lines of the events, largest first; none where no event is told twice separately."""
    events = list(blocks(report))
    if not events:
        return []
    laid = iter(lay_out([row for block in events for row in block], width))
    lines = [paint(f"RELATED COVERAGE  {cells.counted(len(events), 'event')}", BOLD, colour), "", paint(next(laid), DIM, colour)]
    for number, block in enumerate(events, 1):
        lines += ["", *_heading(number, block, width, colour), *(next(laid) for _ in block)]
    return lines


def blocks(report: Report) -> Iterator[list[Row]]:
    """Yield the rows of each event that is told at least twice separately: its clusters, then its single stories."""
    clusters = contract.ordered(report)
    rank_of = {story.id: rank for rank, cluster in enumerate(clusters) for story in cluster.members}
    strongest = _strongest(report)
    for ids in report.events:
        ranks = sorted({rank_of[i] for i in ids if i in rank_of})
        single = sorted((report.stories[i] for i in ids if i not in rank_of), key=_read_at)
        if len(ranks) + len(single) > 1:
            repeated = [row for rank in ranks for row in rows(report, clusters[rank], MARK)]
            states = (contract.state(report, story) for story in single)
            told = zip(single, states, strict=True)
            yield [*repeated, *(Row(one, "related", strongest.get(one.id, ""), state=state) for one, state in told)]


def _read_at(story: Story) -> tuple[str, int, str]:
    return story.origin.path, story.origin.line, story.id


def _strongest(report: Report) -> dict[str, str]:
    """Return, in percent, how alike each story is to the related one that is most like it."""
    best: dict[str, float] = {}
    for match in report.related:
        for story_id in (match.left, match.right):
            best[story_id] = max(match.similarity, best.get(story_id, 0.0))
    return {story_id: cells.percent(similarity) for story_id, similarity in best.items()}


def _heading(number: int, block: list[Row], width: int, colour: bool) -> Iterator[str]:
    repeats = sum(row.relation.startswith(MARK) for row in block)
    name = f"Event {number}  "
    yield paint(cells.cut(name + cells.title(block[0].story), width), BOLD, colour)
    stories = f"{len(block)} stories: {len(block) - repeats} told separately"
    yield paint(" " * len(name) + (f"{stories}, {cells.counted(repeats, 'repeat')}" if repeats else stories), DIM, colour)
