"""Many processes at one index at once: writers add and remove, readers check, verify and export.

    python -m tests.benchmarks.crowded
    python -m tests.benchmarks.crowded --writers 12 --readers 8 --seconds 60

At the end every dump whose writer ended well is held whole, and none that did not; whatever a process said that failed is shown.
"""

import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import click

from dedupe.index import verified
from tests.benchmarks.killed import dump, held

READERS = (["index", "info"], ["index", "verify"], ["index", "export", "-o", "/dev/null"], ["check"])


def command(kind: int, folder: Path, path: Path) -> list[str]:
    """Return what a process is to do: to add a dump, or to read in one of several ways."""
    base = [sys.executable, "-m", "dedupe"]
    if kind < 0:
        return [*base, "index", "add", str(folder), str(path), "-q", "--wait", "600", "--jobs", "1"]
    if READERS[kind] == ["check"]:
        return [*base, "check", str(path), "--index", str(folder), "-q", "--jobs", "1"]
    return [*base, *READERS[kind], str(folder)]


@click.command(help=__doc__)
@click.option("--writers", default=12, show_default=True)
@click.option("--readers", default=8, show_default=True)
@click.option("--seconds", default=60.0, show_default=True)
@click.option("--stories", default=60, show_default=True, help="Of a dump.")
def main(writers: int, readers: int, seconds: float, stories: int) -> None:
    """Let them run for so long, and look at what is held."""
    with tempfile.TemporaryDirectory() as temporary:
        folder, number = Path(temporary, "held"), 0
        first = dump(Path(temporary, "0.jsonl"), 0, stories)
        subprocess.run(command(-1, folder, first), check=True, stdout=subprocess.DEVNULL)
        places: dict[int, tuple[int, int, subprocess.Popen[str]]] = {}
        ended, done, failed, until = {0}, Counter[str](), list[str](), time.monotonic() + seconds
        while places or time.monotonic() < until:
            for place in range(writers + readers):
                if place in places and places[place][2].poll() is not None:
                    kind, name, process = places.pop(place)
                    out, err = process.communicate()
                    told = "add" if kind < 0 else " ".join(READERS[kind][:2])
                    done[told] += 1
                    if process.returncode:
                        failed.append(f"{told}: {process.returncode}: {err.strip() or out.strip()}")
                    elif kind < 0:
                        ended.add(name)
                if place not in places and time.monotonic() < until:
                    number += 1
                    path = dump(Path(temporary, f"{number}.jsonl"), number, stories)
                    kind = -1 if place < writers else number % len(READERS)
                    started = subprocess.Popen(command(kind, folder, path), stdout=-1, stderr=-1, text=True)
                    places[place] = kind, number, started
            time.sleep(0.02)
        counts = held(folder)
        half, lost = {name for name, count in counts.items() if count != stories}, ended - counts.keys()
        click.echo(", ".join(f"{name} {count}" for name, count in sorted(done.items())))
        click.echo(
            f"{len(counts)} dumps held; lost {len(lost)}, half {len(half)}, wrong {verified(folder)}, failed {len(failed)}"
        )
        for line in failed[:10]:
            click.echo(line)
        if half or lost or failed or verified(folder):
            raise click.ClickException("the index is not what it should be")


if __name__ == "__main__":
    main()
