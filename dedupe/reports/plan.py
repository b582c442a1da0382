"""What a scan will take, as a small table.

PLAN  an estimate from the first 2,000 stories

stories  1,000,000
words    401,000,000
memory   up to 4.5 GB; the budget for rows is 4.0 GB
disk     7.2 GB of scratch files
related  not looked for
recall   99.6 % of pairs at Jaccard 0.50: 42 bands of 3 minima
time     within a factor of 2 of 6.7 min
"""

from collections.abc import Mapping
from typing import Any

from dedupe.reports.cells import counted
from dedupe.reports.json import line as json_line
from dedupe.reports.table_columns import NARROW, fit

NIGHT = 10  # hours
UNITS = (("TB", 1 << 40), ("GB", 1 << 30), ("MB", 1 << 20))
SPANS = (("h", 3600.0), ("min", 60.0))

Planned = Mapping[str, Any]


def render(plan: Planned, width: int = 80) -> str:
    """Return a plan, given by the names of its fields, as a table of at most `width` columns."""
    sampled = counted(plan["sampled"], "story", "stories")
    basis = f"measured on all {sampled}" if plan["whole"] else f"an estimate from the first {sampled}"
    rows = [
        ("stories", f"{plan['stories']:,}"),
        ("words", f"{plan['words']:,}"),
        ("memory", f"up to {size(plan['memory'])}; the budget for rows is {size(plan['budget'])}"),
        ("disk", f"{size(plan['disk'])} of scratch files" if plan["disk"] else "no scratch files"),
        ("related", "looked for" if plan["related"] else "not looked for"),
        ("recall", _recall(plan["recall"])),
        ("time", f"within a factor of {plan['margin']} of {span(plan['seconds'])}"),
    ]
    return "\n".join([f"PLAN  {basis}", "", *fit(rows, ("left", "left"), max(width, NARROW))]) + "\n"


def render_tables(plan: Planned, width: int = 80) -> str:
    """Return the plan of a scan over tables, given by the names of its fields, as a table of at most `width` columns."""
    sampled = counted(plan["sampled"], "story", "stories")
    basis = f"measured on all {sampled}" if plan["whole"] else f"an estimate from the first {sampled}"
    cores = max(1, round(plan["seconds"] / (NIGHT * 3600)))
    rows = [
        ("stories", f"{plan['stories']:,}"),
        ("words", f"{plan['words']:,}"),
        ("work", f"of one core, within a factor of {plan['margin']}: {span(plan['seconds'])}"),
        ("cores", f"{counted(cores, 'core')} for a night of {NIGHT} h"),
        ("memory", f"{size(plan['core'])} for each core of an executor, {size(plan['driver'])} for the driver"),
        ("moved", f"{size(plan['moved'])} between the stages"),
        ("kept", f"{size(plan['kept'])} in the folder of --checkpoint"),
        ("recall", _recall(plan["recall"])),
    ]
    return "\n".join([f"PLAN  for Spark, {basis}", "", *fit(rows, ("left", "left"), max(width, NARROW))]) + "\n"


def render_json(plan: Planned) -> str:
    """Return a plan as one JSON object, each of its parts on a line."""
    return "{\n" + ",\n".join(f"{json_line(name)}: {json_line(value)}" for name, value in plan.items()) + "\n}\n"


def size(amount: int) -> str:
    """Return an amount of bytes in TB or GB from one up, else in MB, a part of one counted whole."""
    for unit, whole in UNITS[:-1]:
        if amount >= whole:
            return f"{amount / whole:.1f} {unit}"
    unit, whole = UNITS[-1]
    return f"{-(-amount // whole):,} {unit}"


def span(seconds: float) -> str:
    """Return a time in hours or minutes from two up, else in seconds."""
    for unit, whole in SPANS:
        if seconds >= 2 * whole:
            return f"{seconds / whole:.1f} {unit}"
    return f"{seconds:.1f} s"


def _recall(recall: Mapping[str, Any]) -> str:
    share = f"{100 * recall['expected']:.1f} % of pairs at Jaccard {recall['threshold']:.2f}"
    return f"{share}: {counted(recall['bands'], 'band')} of {counted(recall['rows'], 'minimum', 'minima')}"
