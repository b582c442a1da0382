"""How long comparing two stories takes: long articles, and the worst that two texts can be to one another.

python -m tests.benchmarks.differences
"""

import time
from collections.abc import Callable

import click
import numpy as np

from dedupe.diff import compare
from dedupe.model import Story
from tests.benchmarks.lexicon import lexicon
from tests.benchmarks.planted import edited, rewritten
from tests.benchmarks.prose import Style, drafts, spell
from tests.benchmarks.run import table

LONG, ENDLESS = 5_000, 50_000  # words
GOALS = {LONG: 0.2, ENDLESS: 5.0}  # seconds
Pair = tuple[str, str]


def _article(change: Callable[..., object]) -> Pair:
    rng = np.random.default_rng(1)
    style = Style.of(lexicon(4 * LONG, rng), 5, rng)
    draft = next(iter(drafts(style, 1, LONG, rng)))
    return spell(style, draft)[1], spell(style, change(style, draft, rng))[1]  # type: ignore[arg-type]


def _words(stem: str) -> str:
    return " ".join(f"{stem}{number}" + ("." if number % 20 == 0 else "") for number in range(ENDLESS))


PAIRS: dict[str, tuple[int, Callable[[], Pair]]] = {
    "an article edited": (LONG, lambda: _article(edited)),
    "an article rewritten": (LONG, lambda: _article(rewritten)),
    "no word in common": (ENDLESS, lambda: (_words("left"), _words("right"))),
    "no word in common, no sentence": (ENDLESS, lambda: (_words("left").replace(".", ""), _words("right").replace(".", ""))),
    "one word again and again": (ENDLESS, lambda: ("word " * ENDLESS, "word " * (ENDLESS - 7))),
    "one sentence again and again": (ENDLESS, lambda: ("It rained. " * (ENDLESS // 2), "It rained. " * (ENDLESS // 2 - 7))),
}


@click.command(help=__doc__)
def main() -> None:
    """Print what each pair took, as a table."""
    rows = []
    for name, (words, make) in PAIRS.items():
        left, right = (Story(side, "", body) for side, body in zip("lr", make(), strict=True))
        start = time.perf_counter()
        compare(left, right)
        seconds = time.perf_counter() - start
        rows.append({"texts": name, "words": f"{words:,}", "seconds": f"{seconds:.3f}", "goal": f"{GOALS[words]:.1f}"})
    click.echo(table(rows))


if __name__ == "__main__":
    main()
