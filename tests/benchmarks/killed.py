"""Writers of an index that are killed at random moments, two at a time: nothing is lost, and nothing is half there.

    python -m tests.benchmarks.killed
    python -m tests.benchmarks.killed --kills 200 --stories 300

Each writer adds one dump; after each kill the index is verified now and then, and at the end what is held is compared with what
was said to be added: all stories of a dump or none, and all of those whose writer ended well.
"""

import json
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from dedupe.index import verified
from dedupe.index.index import Index

OFTEN = 20  # kills between two looks at every byte


def dump(path: Path, number: int, stories: int) -> Path:
    """Write a dump whose stories are of no other, and return its path."""
    words = random.Random(number)
    rows = [
        {"id": f"{number}-{n}", "text": " ".join(f"w{words.randrange(50_000)}" for _ in range(80)) + "."} for n in range(stories)
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def start(folder: Path, path: Path) -> subprocess.Popen[bytes]:
    """Start a process that adds a dump."""
    command = [sys.executable, "-m", "dedupe", "index", "add", str(folder), str(path), "-q", "--wait", "600", "--jobs", "1"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def held(folder: Path) -> dict[int, int]:
    """Return how many stories of each dump are held."""
    counts: dict[int, int] = {}
    with Index.reading(folder) as index:
        for batch in index.batches():
            for name in batch.column("id").to_pylist():
                number = int(name.split("-")[0])
                counts[number] = counts.get(number, 0) + 1
    return counts


@click.command(help=__doc__)
@click.option("--kills", default=40, show_default=True)
@click.option("--stories", default=100, show_default=True, help="Of a dump.")
@click.option("--longest", default=6.0, show_default=True, help="Seconds that a writer has at most.")
@click.option("--seed", default=1, show_default=True)
def main(kills: int, stories: int, longest: float, seed: int) -> None:
    """Kill, verify and count."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "held")
        ended, killed, number = set[int](), 0, 0
        running: list[tuple[int, subprocess.Popen[bytes], float]] = []
        while killed < kills:
            while len(running) < 2:
                number += 1
                path = dump(Path(temporary, f"{number}.jsonl"), number, stories)
                running.append((number, start(folder, path), time.monotonic() + chance.uniform(0.3, longest)))
            for each in list(running):
                name, process, until = each
                if process.poll() is not None:
                    said = process.communicate()[1].decode()
                    if process.returncode:
                        raise click.ClickException(f"writer {name} failed: {said}")
                    ended.add(name)
                    running.remove(each)
                elif time.monotonic() > until:
                    process.send_signal(signal.SIGKILL)
                    process.communicate()
                    killed += 1
                    running.remove(each)
                    if killed % OFTEN == 0:
                        _look(folder, stories, ended, killed)
            time.sleep(0.01)
        for name, process, _ in running:
            process.communicate()
            ended.add(name)
        _look(folder, stories, ended, killed)


def _look(folder: Path, stories: int, ended: set[int], killed: int) -> None:
    if not ended:  # it may not even be an index yet
        return
    counts, wrong = held(folder), verified(folder)
    half = {name: count for name, count in counts.items() if count != stories}
    lost = ended - counts.keys()
    click.echo(
        f"{killed} killed, {len(ended)} ended, {len(counts)} dumps held; lost {len(lost)}, half {len(half)}, wrong {wrong}"
    )
    if half or lost or wrong:
        raise click.ClickException("the index is not what it should be")


if __name__ == "__main__":
    main()
