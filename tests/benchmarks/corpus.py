"""Write a natural-looking corpus of any size, with known duplicates in it.

    python -m tests.benchmarks.corpus 100000 stories.jsonl
    python -m tests.benchmarks.corpus 200000 viral.jsonl --viral 100000

Beside stories.jsonl stands stories.gold.jsonl: one planted pair a line, `left`, `right` and `kind`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TypeVar

import click
import msgspec
import numpy as np

from tests.benchmarks.lexicon import lexicon
from tests.benchmarks.planted import SHARES, dateline, edited, rewritten, teaser
from tests.benchmarks.prose import Draft, Style, drafts, spell

T = TypeVar("T")
CHUNK = 2_000  # originals drafted at a time
FIRST_DAY = datetime(2024, 1, 1)


class Record(msgspec.Struct):
    """One line of the corpus."""

    id: str
    title: str
    text: str
    date: str
    source: str


class Pair(msgspec.Struct):
    """One line of the gold."""

    left: str
    right: str
    kind: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What a corpus holds: `stories` in all, about `words` long, `viral` of them copies of one."""

    stories: int
    words: int = 400
    seed: int = 1
    viral: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.viral < self.stories:
            raise ValueError(f"{self.viral} viral copies leave no room for others among {self.stories} stories; take fewer")

    @property
    def copies(self) -> dict[str, int]:
        """How many stories of each kind repeat another."""
        ordinary = self.stories - self.viral
        return {**{kind: round(share * ordinary) for kind, share in SHARES.items()}, "viral": max(self.viral - 1, 0)}

    @property
    def originals(self) -> int:
        """How many stories repeat nothing, the viral one aside."""
        return self.stories - sum(self.copies.values()) - bool(self.viral)

    def due(self, start: int, stop: int) -> dict[str, int]:
        """Return how many copies of each kind belong to these originals, so that they come evenly."""
        return {kind: n * stop // self.originals - n * start // self.originals for kind, n in self.copies.items()}


class Press:
    """Turns drafts into records: numbers them, and gives each a day and an outlet."""

    def __init__(self, style: Style, rng: np.random.Generator) -> None:
        self.style, self.rng, self.printed = style, rng, 0

    def print(self, draft: Draft, *, before: str = "", after: str = "", day: float | None = None) -> Record:
        """Return the record of a draft, with words before and after its text."""
        title, text = spell(self.style, draft)
        self.printed += 1
        day = self.rng.uniform(0, 360) if day is None else day
        outlet = self.style.lexicon.table[self.style.lexicon.first_name + self.rng.integers(200)].lower()
        date = (FIRST_DAY + timedelta(days=day)).isoformat(timespec="minutes")
        return Record(f"n{self.printed:07d}", title, before + text + after, date, f"{outlet}.example")

    def copy(self, draft: Draft, kind: str) -> Record:
        """Return the record of a duplicate of this kind."""
        style, rng = self.style, self.rng
        match kind:
            case "exact":
                return self.print(draft)
            case "edits":
                return self.print(edited(style, draft, rng))
            case "dateline":
                return self.print(draft, before=dateline(style, rng))
            case "rewrite":
                return self.print(rewritten(style, draft, rng))
            case "teaser":
                return self.print(teaser(draft), after=" …")
            case _:
                return self.print(edited(style, draft, rng, changes=int(rng.integers(1, 6))), before=dateline(style, rng))


def corpus(plan: Plan) -> Iterator[tuple[list[Record], list[Pair]]]:
    """Yield the corpus in parts: the records in their order, and the pairs planted meanwhile.

    A copy waits while some thousands of other stories go by; memory holds one chunk and the copies that wait.
    """
    rng = np.random.default_rng(plan.seed)
    style = Style.of(lexicon(plan.stories * plan.words, rng), min(max(plan.stories // 100, 20), 2_000), rng)
    press = Press(style, rng)
    waiting: list[Record] = []
    viral = _print_all(press, drafts(style, 1, plan.words, rng) if plan.viral else ())
    waiting += [record for record, _ in viral]
    for start in range(0, plan.originals, CHUNK):
        stop = min(start + CHUNK, plan.originals)
        originals = _print_all(press, drafts(style, stop - start, plan.words, rng))
        planted = list(_plant(press, originals, viral, plan.due(start, stop)))
        waiting = _shuffled(waiting + [copy for _, copy in planted], rng)
        leaving = len(waiting) if stop == plan.originals else len(waiting) // 2
        yield _shuffled([record for record, _ in originals] + waiting[:leaving], rng), [pair for pair, _ in planted]
        waiting = waiting[leaving:]


def _print_all(press: Press, written: Iterable[Draft]) -> list[tuple[Record, Draft]]:
    return [(press.print(draft), draft) for draft in written]


def _plant(
    press: Press, originals: list[tuple[Record, Draft]], viral: list[tuple[Record, Draft]], due: dict[str, int]
) -> Iterator[tuple[Pair, Record]]:
    """Copies of as many originals as are due, no original twice, and of the viral story."""
    ordinary = iter(_shuffled(originals, press.rng))
    for kind, n in due.items():
        for original, draft in viral * n if kind == "viral" else islice(ordinary, n):
            copy = press.copy(draft, kind)
            yield Pair(original.id, copy.id, kind), copy


def _shuffled(items: list[T], rng: np.random.Generator) -> list[T]:
    return [items[i] for i in rng.permutation(len(items)).tolist()]


def write(plan: Plan, out: Path) -> Path:
    """Write the corpus and, beside it, its gold; return where the gold is."""
    gold = out.with_suffix(".gold.jsonl")
    line = msgspec.json.Encoder()
    with out.open("wb") as stories, gold.open("wb") as planted:
        for records, pairs in corpus(plan):
            stories.write(line.encode_lines(records))
            planted.write(line.encode_lines(pairs))
    return gold


@click.command(help=__doc__)
@click.argument("stories", type=click.IntRange(1))
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--words", default=400, show_default=True, help="Mean length of a story.")
@click.option("--seed", default=1, show_default=True)
@click.option("--viral", default=0, show_default=True, help="How many of the stories are copies of one.")
def main(stories: int, out: Path, words: int, seed: int, viral: int) -> None:
    """Write the corpus and say where it is."""
    try:
        plan = Plan(stories, words, seed, viral)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    gold = write(plan, out)
    click.echo(f"{out}: {stories:,} stories; {gold}: what is planted in them", err=True)


if __name__ == "__main__":
    main()
