"""An index of many stories: how long it takes to build beside a scan of the same, and to check fresh stories against it.

    python -m tests.benchmarks.held
    python -m tests.benchmarks.held --stories 1000000 --memory 4GB

The fresh stories are 70 that are new and 30 held ones under a new id and dateline; each command runs in a process of its own.
"""

import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import click

from tests.benchmarks.run import ROOT, table, written

FRESH, AGAIN = 70, 30
FEW = 10_000  # held stories, to see how a check grows


def measure(name: str, *arguments: str) -> dict[str, str]:
    """Run a command, and return what it took as a row."""
    start = time.monotonic()
    process = subprocess.Popen([sys.executable, "-m", "dedupe", *arguments, "-q"], stdout=subprocess.DEVNULL, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise click.ClickException(f"{name}: exit status {process.returncode}")
    seconds, busy = time.monotonic() - start, usage.ru_utime + usage.ru_stime
    return {"run": name, "seconds": f"{seconds:.2f}", "busy": f"{busy:.1f}", "peak MB": f"{usage.ru_maxrss / 1024:,.0f}"}


def fresh(stories: Path, path: Path) -> None:
    """Write stories that are new, and some that are held."""
    other = path.with_suffix(".other.jsonl")
    written(other, FRESH, ["--seed", "7"])
    with other.open(encoding="utf-8") as new, stories.open(encoding="utf-8") as held:
        again = itertools.islice(held, 0, AGAIN * 100, 100)
        told = [json.loads(line) for line in itertools.chain(itertools.islice(new, FRESH), again)]
    for number, story in enumerate(told):
        story["id"], story["text"] = f"fresh-{number}", f"LORNE (AP) - {story['text']}"
    path.write_text("".join(json.dumps(story) + "\n" for story in told), encoding="utf-8")


@click.command(help=__doc__)
@click.option("--stories", default=100_000, show_default=True)
@click.option("--memory", default="4GB", show_default=True)
@click.option("--checks", default=3, show_default=True, help="How often each check runs.")
def main(stories: int, memory: str, checks: int) -> None:
    """Print a row for each run, and below them the bytes of a story."""
    with tempfile.TemporaryDirectory() as folder:
        many, few, new, report = (Path(folder, name) for name in ("many.jsonl", "few.jsonl", "new.jsonl", "report.json"))
        written(many, stories, [])
        with many.open(encoding="utf-8") as lines:
            few.write_text("".join(itertools.islice(lines, FEW)), encoding="utf-8")
        fresh(many, new)
        rows = [measure("scan", "scan", str(many), "--no-related", "-f", "json", "-o", str(report), "--memory", memory)]
        for path in (few, many):
            held = str(path.with_suffix(""))
            rows.append(measure(f"index add {path.stem}", "index", "add", held, str(path), "--memory", memory))
            rows += [measure(f"check {path.stem}", "check", str(new), "--index", held) for _ in range(checks)]
        size = sum(path.stat().st_size for path in Path(many.with_suffix("")).rglob("*.*"))
    click.echo(table(rows))
    click.echo(f"{size / stories:,.0f} bytes a story")


if __name__ == "__main__":
    main()
