"""An evaluation as tables that a person reads in a terminal.

AGREEMENT WITH GOLD  95 pairs judged, of a sample

           precision  recall     f1
pairwise       1.000   0.807  0.893
57 pairs in gold, 46 found, 46 in both

RELATIONS  what gold calls a pair, what the run calls it, pairs

gold      run       pairs
near      near         16
reworded  reworded     13
reworded  none          6

FALSE MERGES  none

MISSES  1 of 6, worst first: pairs lost by it, and its scores

pairs  run       alike  jaccard  contain  cosine  cover  anchor
    1  template    55%      .07      .21     .55    .31     .38
       answer-17  original-2

`run` is the relation that the run gives the pair, or none; unseen is a duplicate by its scores that the run did not compare.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from dedupe.reports import cells
from dedupe.reports.json import line as json_line
from dedupe.reports.table_columns import fit
from dedupe.reports.table_pairs import HEADER, lay_out, scores

SHOWN = 5  # unknown ids

Found = Mapping[str, Any]
Rows = list[tuple[str, ...]]


def render(found: Found, width: int = 80) -> str:
    """Return an evaluation, as `evaluate.document` gives it, as tables; only ids are cut to fit `width`."""
    parts = [_agreement(found, width)]
    if found["relations"]:
        parts.append(_relations(found["relations"], width))
    parts.append(_slips("FALSE MERGES", "made", found["false_merges"], width))
    parts.append(_slips("MISSES", "lost", found["misses"], width))
    if found["sweep"]:
        parts.append(_sweep(found["sweep"], width))
    return "\n\n".join("\n".join(part) for part in parts) + "\n"


def render_json(found: Found) -> str:
    """Return an evaluation as one JSON object, each of its parts on a line."""
    return "{\n" + ",\n".join(f"{json_line(name)}: {json_line(part)}" for name, part in found.items()) + "\n}\n"


def _agreement(found: Found, width: int) -> list[str]:
    figures, judged = found["figures"], found["judged"]
    what = (
        f"{cells.counted(judged, 'pair')} judged, of a sample" if found["sampled"] else cells.counted(judged, "story", "stories")
    )
    rows: Rows = [("", "precision", "recall", "f1")]
    for name, title in (("pairwise", "pairwise"), ("bcubed", "B-cubed")):
        if figures[name]:
            rows.append((title, *(f"{figures[name][part]:.3f}" for part in ("precision", "recall", "f1"))))
    return [f"AGREEMENT WITH GOLD  {what}", "", *_table(rows, width, right=(1, 2, 3)), *_notes(found, width)]


def _notes(found: Found, width: int) -> Iterator[str]:
    figures, canonicals, unknown = found["figures"], found["canonicals"], found["unknown"]
    if figures["rand"] is not None:
        yield f"adjusted Rand index {figures['rand']:.3f}"
    pairs = figures["pairs"]
    yield f"{cells.counted(pairs['gold'], 'pair')} in gold, {pairs['found']:,} found, {pairs['both']:,} in both"
    if canonicals:
        yield f"canonicals: {canonicals['right']:,} of {canonicals['total']:,} as in gold"
    if unknown:
        some = ", ".join(map(cells.inert, unknown[:SHOWN])) + (", ..." if len(unknown) > SHOWN else "")
        yield cells.cut(f"{cells.counted(len(unknown), 'story', 'stories')} of the gold not in the input: {some}", width)


def _relations(relations: Sequence[Found], width: int) -> list[str]:
    rows: Rows = [("gold", "run", "pairs")]
    rows += [(cells.inert(row["gold"]), row["found"], f"{row['pairs']:,}") for row in relations]
    return ["RELATIONS  what gold calls a pair, what the run calls it, pairs", "", *_table(rows, width, right=(2,))]


def _slips(title: str, done: str, slips: Found, width: int) -> list[str]:
    worst = slips["worst"]
    if not slips["total"]:
        return [f"{title}  none"]
    heading = f"{title}  {len(worst):,} of {slips['total']:,}, worst first: pairs {done} by it, and its scores"
    pairs = [((f"{slip['pairs']:,}", *scores(slip["run"], slip["match"])), slip) for slip in worst]
    return [heading, "", *lay_out(("pairs", *HEADER), pairs, width)] if worst else [heading]


def _sweep(cuts: Sequence[Found], width: int) -> list[str]:
    """Return one row for each stretch of values with the same figures; the run's own value has a star."""
    rows: Rows = [("threshold", "values", "precision", "recall", "f1", "rand")]
    for (name, shown), stretch in groupby(cuts, key=lambda cut: (cut["threshold"], _figures(cut["figures"]))):
        same = list(stretch)
        first, last = (f"{cut['value']:.2f}" for cut in (same[0], same[-1]))
        star = " *" if any(cut["current"] for cut in same) else ""
        rows.append((name, (first if first == last else f"{first} to {last}") + star, *shown))
    heading = "SWEEP  at each value, the components of the duplicate pairs that stay; * this run"
    return [heading, "", *_table(rows, width, right=(2, 3, 4, 5))]


def _figures(figures: Found) -> tuple[str, ...]:
    score = figures["pairwise"]
    rand = "" if figures["rand"] is None else f"{figures['rand']:.3f}"
    return (*(f"{score[part]:.3f}" for part in ("precision", "recall", "f1")), rand)


def _table(rows: Rows, width: int, right: Sequence[int]) -> list[str]:
    return fit(rows, ["right" if i in right else "left" for i in range(len(rows[0]))], width)
