"""This tool beside its peers: time, memory and planted duplicates found, on the same file in the same run.

    python -m tests.benchmarks.run
    python -m tests.benchmarks.run --stories 100000 --peers datasketch,rensa

Each tool runs in a process of its own, one after the other, and once before on a few stories, so that what it compiles and
keeps is not measured; its memory is that of its largest process. Peers are installed with the extra `bench`; one that is
missing or fails is listed with the reason.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click
import msgspec

from tests.benchmarks.corpus import Pair
from tests.benchmarks.peers import PEERS, of_report

OURS = "dedupe"
FEW = 200  # stories of the run that is not measured
ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "HF_HUB_OFFLINE": "1"}  # the run downloads nothing: a model that is not there stays away


@dataclass(frozen=True, slots=True)
class Measure:
    """What one tool took and found; `reason` says why it found nothing.

    `seconds` pass on the clock; `busy` are those of all cores, which say more on a machine with other work.
    """

    tool: str
    seconds: float
    busy: float
    megabytes: float
    groups: dict[str, int]
    reason: str = ""


def measure(tool: str, stories: Path, out: Path, limit: float) -> Measure:
    """Run one tool on a file and return what it took; it is stopped after so many seconds."""
    with tempfile.TemporaryFile() as said:
        start = time.monotonic()
        process = subprocess.Popen(
            _command(tool, stories, out), stdout=said, stderr=subprocess.STDOUT, env=ENVIRONMENT, cwd=ROOT, start_new_session=True
        )
        watch = threading.Timer(limit, os.killpg, (process.pid, signal.SIGKILL))
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        watch.cancel()
        seconds = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        last = said.read().decode(errors="replace").strip().rpartition("\n")[2]
    took = Measure(tool, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, {})
    if process.returncode:
        stopped = f"stopped after {limit:.0f} s" if seconds >= limit else ""
        return replace(took, reason=stopped or last or f"exit status {process.returncode}")
    return replace(took, groups=of_report(out) if tool == OURS else json.loads(out.read_text()))


def _command(tool: str, stories: Path, out: Path) -> list[str]:
    if tool == OURS:
        return [sys.executable, "-m", "dedupe", "scan", str(stories), "--format", "json", "--no-related", "-o", str(out)]
    return [sys.executable, "-W", "ignore", "-m", "tests.benchmarks.peers", tool, str(stories), str(out)]


def row(measured: Measure, planted: Sequence[Pair], ours: Measure) -> dict[str, str]:
    """Return a measure as a row of the table, its time also as a multiple of ours."""
    found, all_of = Counter[str](), Counter(pair.kind for pair in planted)
    for pair in planted:
        found[pair.kind] += measured.groups.get(pair.left, -1) == measured.groups.get(pair.right, -2)
    return {
        "tool": measured.tool,
        "seconds": f"{measured.seconds:.1f}",
        "x ours": "" if ours.reason else f"{measured.seconds / ours.seconds:.1f}",
        "busy": f"{measured.busy:.1f}",
        "peak MB": f"{measured.megabytes:,.0f}",
        **{kind: f"{found[kind] / n:.3f}" for kind, n in all_of.items()},
        "all": f"{found.total() / len(planted):.3f}" if planted else "",
        "false": f"{false_merges(measured.groups, planted):,}",
    }


def false_merges(groups: dict[str, int], planted: Sequence[Pair]) -> int:
    """Return how many stories would have to leave their group for every group to hold one planted story only."""
    original = {pair.right: pair.left for pair in planted}
    told = Counter((group, original.get(story_id, story_id)) for story_id, group in groups.items())
    largest: dict[int, int] = {}
    for (group, _), n in told.items():
        largest[group] = max(largest.get(group, 0), n)
    return len(groups) - sum(largest.values())


@click.command(help=__doc__)
@click.option("--stories", default=20_000, show_default=True)
@click.option("--words", default=400, show_default=True)
@click.option("--viral", default=0, show_default=True, help="How many of the stories are copies of one.")
@click.option("--seed", default=1, show_default=True)
@click.option(
    "--peers",
    default="datasketch,datasketch-batched,rensa,text-dedup,semhash",
    show_default=True,
    help="Which, separated by commas.",
)
@click.option("--limit", default=3_600.0, show_default=True, help="Seconds after which a tool is stopped.")
def main(stories: int, words: int, viral: int, seed: int, peers: str, limit: float) -> None:
    """Print the table, and below it the tools that gave no answer."""
    tools = [OURS, *(peer for peer in peers.split(",") if peer)]
    if unknown := set(tools) - {OURS, *PEERS}:
        raise click.UsageError(f"unknown peers {', '.join(sorted(unknown))}; there are {', '.join(PEERS)}")
    with tempfile.TemporaryDirectory() as folder:
        path, few = Path(folder, "stories.jsonl"), Path(folder, "few.jsonl")
        written(path, stories, ["--words", str(words), "--viral", str(viral), "--seed", str(seed)])
        written(few, min(stories, FEW), ["--words", str(words)])
        measures = []
        for tool in tools:
            first = measure(tool, few, Path(folder, f"{tool}.json"), limit)
            measures.append(first if first.reason else measure(tool, path, Path(folder, f"{tool}.json"), limit))
        planted = read_gold(path.with_suffix(".gold.jsonl"))
    click.echo(table([row(measured, planted, measures[0]) for measured in measures if not measured.reason]))
    for measured in measures:
        if measured.reason:
            click.echo(f"{measured.tool}: no answer after {measured.seconds:.1f} s: {measured.reason}")


def written(path: Path, stories: int, options: list[str]) -> None:
    """Write a corpus, in another process: what this one ever held would count as memory of each tool it starts."""
    subprocess.run([sys.executable, "-m", "tests.benchmarks.corpus", str(stories), str(path), *options], check=True, cwd=ROOT)


def read_gold(path: Path) -> list[Pair]:
    """Return the planted pairs."""
    return msgspec.json.Decoder(Pair).decode_lines(path.read_bytes())


def table(rows: list[dict[str, str]], left: int = 1) -> str:
    """Return the rows as a table, its first `left` columns words; what a row lacks is empty."""
    from tabulate import tabulate

    header = list(dict.fromkeys(name for one in rows for name in one))
    cells = [[one.get(name, "") for name in header] for one in rows]
    align = ["left"] * left + ["right"] * (len(header) - left)
    return str(tabulate(cells, header, disable_numparse=True, colalign=align)) if rows else "nothing to show"


if __name__ == "__main__":
    main()
