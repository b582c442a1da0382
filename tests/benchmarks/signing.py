"""Signing alone, on one thread: texts in memory to 128 minima of 3-word shingles, ours beside rensa and datasketch.

    python -m tests.benchmarks.signing
    python -m tests.benchmarks.signing --stories 20000 --words 450

`signatures` is what the peers do: words, shingles, minima. `all that is signed` adds terms, fingerprints, sentences and digests.
Each is timed a few times and the best counts; the peers' shingles are Python's, as their documentation has them.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import click
import pyarrow as pa

from dedupe.kernels.minhash import minhash
from dedupe.kernels.shingle import shingle
from dedupe.settings import Settings
from dedupe.sign import permutations, sign, split
from tests.benchmarks.peers import NUM_PERM, lines, shingles
from tests.benchmarks.run import table, written

TIMES, FEW = 3, 500  # how often ours is timed; stories of which datasketch is timed, once
BATCH = 2_048  # stories
SETTINGS = Settings()


def signatures(batches: list[pa.Array]) -> None:
    """Sign as the peers do."""
    for batch in batches:
        read = split(batch)
        minhash(*shingle(read.words, read.starts, SETTINGS.shingle_size, False), *permutations(NUM_PERM, SETTINGS.seed))


def everything(batches: list[pa.Array]) -> None:
    """Sign as a scan does."""
    for batch in batches:
        sign(split(batch), SETTINGS)


def rensa(texts: list[str]) -> None:
    """Sign with rensa, in batches."""
    from rensa import RMinHash

    for start in range(0, len(texts), 1_000):
        batch = [list(shingles(text)) for text in texts[start : start + 1_000]]
        RMinHash.from_token_sets(batch, num_perm=NUM_PERM, seed=42)


def datasketch(texts: list[str]) -> None:
    """Sign with datasketch, a story at a time."""
    from datasketch import MinHash

    for text in texts:
        MinHash(num_perm=NUM_PERM).update_batch([each.encode() for each in shingles(text)])


def best(step: Callable[[], None], times: int) -> float:
    """Return the seconds of the fastest of some runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        step()
        taken.append(time.perf_counter() - start)
    return min(taken)


@click.command(help=__doc__)
@click.option("--stories", default=20_000, show_default=True)
@click.option("--words", default=450, show_default=True)
def main(stories: int, words: int) -> None:
    """Print stories a second, and how many times rensa's that is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "stories.jsonl")
        written(path, stories, ["--words", str(words)])
        texts = [line.text for line in lines(path)]
    batches = [pa.array(texts[first : first + BATCH], pa.string()) for first in range(0, stories, BATCH)]
    for step in (signatures, everything):
        step(batches[:1])  # compiled, or loaded
    rate = {
        "signatures": stories / best(lambda: signatures(batches), TIMES),
        "all that is signed": stories / best(lambda: everything(batches), TIMES),
        "rensa": stories / best(lambda: rensa(texts), 1),
        "datasketch": FEW / best(lambda: datasketch(texts[:FEW]), 1),
    }
    rows = [
        {"step": name, "stories a second": f"{each:,.0f}", "x rensa": f"{each / rate['rensa']:.1f}"}
        for name, each in rate.items()
    ]
    click.echo(table(rows))


if __name__ == "__main__":
    main()
