"""How far each threshold can be moved, alone, before a labelled set falls short of its bar.

    python -m tests.benchmarks.ranges
    python -m tests.benchmarks.ranges near told find.COLLAPSE
    python -m tests.benchmarks.ranges --set reuters --set clough anchor

A threshold is a field of Settings or a constant of a module. Shares are tried up to 40 % to either side, counts further; on
each side until a set falls short, so that the range holds the default and has no hole. A range that ends with nothing
falling short beyond it ends where the trying did. The sets are those of `quality`; reuters is slow, and asked for by name.
"""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from dedupe.engines.local import Local
from dedupe.model import Match, Recall, Report
from dedupe.pipeline.assemble import assemble
from dedupe.pipeline.corpus import Corpus
from dedupe.pipeline.find import find
from dedupe.pipeline.scan import Opened
from dedupe.rows import batches
from dedupe.settings import Settings
from tests.benchmarks.quality import BENCH, Bench
from tests.benchmarks.run import table

DEFAULTS = Settings()
NOT_MOVED = ("seed", "window", "related_limit", "audit")  # they decide nothing about a pair
READERS = ("boundaries", "page_titles")  # kinds of sets that no threshold has a part in
SLOW = ("reuters",)
CONSTANTS = (
    *("find.LIKE", "find.ALIKE", "find.COSINE", "find.COLLAPSE", "candidates.HEAVY", "candidates.POSTINGS"),
    *("candidates.OFTEN", "weights.STORIES", "pairs.HOPELESS", "pairs.FIGURES", "features.SCORED"),
    *("boilerplate.LEAST", "boilerplate.SHARE", "boilerplate.OWN", "boilerplate.TOLD_AGAIN"),
)
FOLDERS = {"find": "dedupe.pipeline", "pairs": "dedupe.score", "features": "dedupe.score"}
SHARES_BY = (0.03, 0.06, 0.10, 0.16, 0.25, 0.40)
COUNTS_BY = (0.85, 0.7, 0.5, 0.3, 0.2, 0.1)  # and as much more: 1 / 0.85 and so on
CLOSE = {"recall": ((0.98, 0.95, 0.9, 0.8, 0.65, 0.5), (0.995, 0.998, 0.999, 0.9995, 0.9999))}

Value = int | float
Short = dict[str, str]  # what falls short: set and figure -> how far


@dataclass(frozen=True, slots=True)
class Range:
    """The widest range around a default over which nothing falls short, and what does beyond it: none if untried."""

    name: str
    default: Value
    low: Value
    high: Value
    below: Short
    above: Short


def grid(name: str, default: Value) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """Return the values to try below and above a default, the nearest first."""
    if name in CLOSE:
        return CLOSE[name]
    if isinstance(default, float):
        places = 2 if default >= 0.2 else 3
        down, up = ([round(default * (1 + sign * step), places) for step in SHARES_BY] for sign in (-1, 1))
        return tuple(dict.fromkeys(n for n in down if n < default)), tuple(dict.fromkeys(min(n, 1.0) for n in up if n > default))
    down = [min(round(default * share), default - step) for step, share in enumerate(COUNTS_BY, 1)]
    up = [max(round(default / share), default + step) for step, share in enumerate(COUNTS_BY, 1)]
    return tuple(dict.fromkeys(value for value in down if value > 0)), tuple(up)


def widest(name: str, default: Value, falls_short: Callable[[Value], Short]) -> Range:
    """Return the range of a threshold: from its default outwards as far as nothing falls short."""
    ends: list[tuple[Value, Short]] = []
    for values in grid(name, default):
        end, found = default, Short()
        for value in values:
            found = falls_short(value)
            if found:
                break
            end = value
        ends.append((end, found))
    (low, below), (high, above) = ends
    return Range(name, default, low, high, below, above)


class Sets(Bench):
    """Labelled sets, each signed once and scored in this process under any settings."""

    def __init__(self, data: Path) -> None:
        super().__init__(data, f"{sys.executable} -m dedupe")
        self.settings, self.name, self.signed = DEFAULTS, "", dict[str, Corpus]()
        self.score.scan, self.score.rows, said = self._scan, cache(self.score.rows), cache(self.score.run)
        self.score.run = lambda command, *arguments: said(tuple(command), *arguments)

    def short(self, names: Sequence[str], settings: Settings) -> Short:
        """Return what falls short of its bar in the sets named, under these settings."""
        found: Short = {}
        for name in names:
            self.settings, self.name, spec = settings, name, self.sets[name]
            figures = self.score.KINDS[spec["kind"]](self.command, self.data, spec)
            for figure, bar in spec["bars"].items():
                value, most = figures[figure.rstrip("<")], figure.endswith("<")
                if value > bar if most else value < bar:
                    found[f"{name} {figure.rstrip('<')}"] = f"{value:.3f} {'>' if most else '<'} {bar}"
        return found

    def _scan(self, command: Sequence[str], path: Path) -> tuple[Any, dict[str, int], float, float]:
        """Return what the script that scores reads of a run: its report, the cluster of each story, seconds and MB."""
        report = self._report(path)
        label = {member.id: number for number, cluster in enumerate(report.clusters) for member in cluster.members}
        clusters = [{"members": [{"id": m.id} for m in c.members], "canonical": c.canonical.id} for c in report.clusters]
        return {"clusters": clusters, "matches": _pairs(report.matches), "related": _pairs(report.related)}, label, 0, 0

    def _report(self, path: Path) -> Report:
        if self.name not in self.signed:
            self.signed[self.name] = Corpus(batches(Opened(str(path))), self.settings, Local(1))
        corpus = copy(self.signed[self.name])  # what it made under other settings stays with the other
        corpus.settings, corpus.every = self.settings, None
        corpus.__dict__.pop("weights", None)
        return assemble(corpus, find(corpus, lambda *_: None), (), Recall(0, 0, 0, 0))


def _pairs(matches: Sequence[Match]) -> list[dict[str, str]]:
    return [{"left": match.left, "right": match.right, "relation": match.relation} for match in matches]


@contextmanager
def moved(name: str, value: Value) -> Iterator[Settings]:
    """Give the settings with a threshold at another value; a constant has that value meanwhile."""
    if "." not in name:
        change: dict[str, Any] = {name: value}
        yield replace(DEFAULTS, **change)
        return
    module, constant = _constant(name)
    default = getattr(module, constant)
    setattr(module, constant, value)
    try:
        yield DEFAULTS
    finally:
        setattr(module, constant, default)


def _constant(name: str) -> tuple[Any, str]:
    module, constant = name.split(".")
    return import_module(f"{FOLDERS.get(module, 'dedupe')}.{module}"), constant


def default_of(name: str) -> Value:
    """Return the default of a threshold."""
    value: Value = getattr(*_constant(name)) if "." in name else getattr(DEFAULTS, name)
    return value


def thresholds() -> list[str]:
    """Return the names of all thresholds: numbers of Settings, then constants."""
    numbers = (field.name for field in fields(Settings) if type(getattr(DEFAULTS, field.name)) in (int, float))
    return [*(name for name in numbers if name not in NOT_MOVED), *CONSTANTS]


def range_of(name: str, sets: Sets, names: Sequence[str], known: Short) -> Range:
    """Return the range of one threshold over the sets named; what is known to fall short at the default does not count."""
    signs_again = name in ("shingle_size", "num_perm") or name.startswith("boilerplate.")

    def falls_short(value: Value) -> Short:
        kept = dict(sets.signed)
        if signs_again:
            sets.signed.clear()
        with moved(name, value) as settings:
            found = sets.short(names, settings)
        sets.signed.update(kept)
        return {what: how for what, how in found.items() if what not in known}

    return widest(name, default_of(name), falls_short)


def row(found: Range) -> dict[str, str]:
    """Return a range as a row of the table."""
    beyond = ["; ".join(f"{what} {how}" for what, how in short.items()) for short in (found.below, found.above)]
    figures = {"default": found.default, "low": found.low, "high": found.high}
    return {
        "threshold": found.name,
        **{key: f"{value:g}" for key, value in figures.items()},
        "below": beyond[0],
        "above": beyond[1],
    }


@click.command(help=__doc__)
@click.argument("names", nargs=-1)
@click.option("--set", "only", multiple=True, help="A labelled set; repeatable. All but the slow ones by default.")
@click.option("--data", type=click.Path(path_type=Path), default=BENCH, help="Folder of the sets.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a threshold, each as it is found.")
def main(names: tuple[str, ...], only: tuple[str, ...], data: Path, as_json: bool) -> None:
    """Print the table."""
    sets = Sets(data)
    chosen = only or [name for name, spec in sets.sets.items() if spec["kind"] not in READERS and name not in SLOW]
    for given, there in ((only, list(sets.sets)), (names, thresholds())):
        if unknown := set(given) - set(there):
            raise click.UsageError(f"unknown {', '.join(sorted(unknown))}; there are {', '.join(there)}")
    known = sets.short(chosen, DEFAULTS)
    for what, how in known.items():
        click.echo(f"short at the defaults, and left out: {what} {how}", err=True)
    found = (row(range_of(name, sets, chosen, known)) for name in names or thresholds())
    if as_json:
        for one in found:
            click.echo(json.dumps(one))
    else:
        click.echo(table(list(found)))


if __name__ == "__main__":
    main()
