"""Scans on a cluster of Spark, its master and workers on this machine, beside the local engine: the same clusters, in what time.

    python -m tests.benchmarks.cluster 50000 100000 200000 --workers 1 --workers 2
    python -m tests.benchmarks.cluster 200000 --viral 100000
    python -m tests.benchmarks.cluster 200000 --kill
    python -m tests.benchmarks.cluster 200000 --kill "equal texts,shared passages"

Each worker has one core. Each run has a session and a process of its own, and does what `dedupe scan --no-related -o DIR/` does.
With --kill an executor is killed in the middle of the stages named. The exit status is 1 where clusters are not the same.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from tests.benchmarks.grown import Groups, Took, estimate, rows, stages
from tests.benchmarks.machines import HOST, Cluster, environment, leashed, let_go, watched
from tests.benchmarks.run import ROOT, table, written

QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"  # what starts soonest, not what runs fastest
KILLED = "near duplicates"  # about half way


@dataclass(frozen=True, slots=True)
class Job:
    """What is run: a corpus, on so many workers; executors are killed so many seconds after the stages begin."""

    stories: Path
    workers: int
    memory: str
    conf: tuple[str, ...]
    kill: tuple[str, ...] = ()
    after: float = 2.0


def local(stories: Path, count: int, folder: Path) -> Took:
    """Scan on the local engine."""
    report, start = folder / f"{stories.stem}.json", time.monotonic()
    command = [sys.executable, "-m", "dedupe", "scan", str(stories), "--no-related", "-q", "-f", "json", "-o", str(report)]
    process = subprocess.Popen(command, cwd=ROOT)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise click.ClickException(f"the local engine: exit status {process.returncode}")
    return Took(stories.stem, count, 0, time.monotonic() - start, usage.ru_maxrss / 1024, groups_of_report(report))


def on_cluster(job: Job, folder: Path) -> Took:
    """Scan on a cluster that is there for this run only."""
    folder.mkdir()
    conf = [word for one in settings(job, folder) for word in ("--conf", one)]
    with Cluster(folder / "cluster", job.workers, job.memory) as cluster, (folder / "driver.log").open("wb") as log:
        command = [sys.executable, "-m", "tests.benchmarks.on_spark", cluster.url, str(job.stories), str(folder), *conf]
        process = leashed(command, subprocess.PIPE, log, environment() | {"PYTHONPATH": str(ROOT)})
        try:
            with watched(cluster, process.pid) as watch:
                told, killed = followed(process, cluster, job)
        finally:
            let_go(process)
        started = cluster.started()
    if process.returncode or not told:
        raise click.ClickException((folder / "driver.log").read_text(errors="replace")[-4000:])
    kept = sum(path.stat().st_size for path in (folder / "kept").rglob("*.parquet"))
    lost = f"{killed} of {started}, {told['failed']} tasks" if job.kill else ""
    return Took(
        job.stories.stem,
        told["read"],
        job.workers,
        told["seconds"],
        watch.driver,
        groups_of_folder(folder / "out" / "stories"),
        watch.executor,
        told["session"],
        told["shuffled"],
        kept,
        lost,
        tuple(told["stages"].items()),
    )


def followed(process: "subprocess.Popen[bytes]", cluster: Cluster, job: Job) -> tuple[dict[str, Any], int]:
    """Return what a run tells at its end, and how many executors were killed meanwhile."""
    killed, told = 0, dict[str, Any]()
    for line in process.stdout or ():
        if not line.startswith(b"{"):
            continue
        told = json.loads(line)
        if told.get("stage") in job.kill:
            time.sleep(job.after)
            for pid in cluster.executors()[:1]:
                os.kill(pid, signal.SIGKILL)
                killed += 1
    return (told if "seconds" in told else {}), killed


def settings(job: Job, folder: Path) -> list[str]:
    """Return what the session is set to."""
    own = {
        "spark.driver.host": HOST,
        "spark.driver.bindAddress": HOST,
        "spark.driver.memory": "2g",
        "spark.executor.memory": "2g",
        "spark.executor.cores": "1",
        "spark.executorEnv.PYTHONPATH": str(ROOT),
        "spark.pyspark.python": sys.executable,
        "spark.local.dir": str(folder / "local"),
        "spark.sql.shuffle.partitions": str(max(8, 4 * job.workers)),
        "spark.ui.enabled": "false",
        "spark.ui.retainedJobs": "100000",
        "spark.ui.retainedStages": "100000",
    }
    return [*(f"{name}={value}" for name, value in own.items()), *job.conf]


def groups_of_report(report: Path) -> Groups:
    """Return the clusters of a JSON report."""
    clusters = json.loads(report.read_text(encoding="utf-8"))["clusters"]
    return {cluster["id"]: frozenset(member["id"] for member in cluster["members"]) for cluster in clusters}


def groups_of_folder(folder: Path) -> Groups:
    """Return the clusters of stories that were written as Parquet."""
    from pyarrow import parquet

    found: dict[str, set[str]] = {}
    for row in parquet.read_table(folder, columns=["id", "cluster"]).to_pylist():
        if row["cluster"] is not None:
            found.setdefault(row["cluster"], set()).add(row["id"])
    return {name: frozenset(members) for name, members in found.items()}


def run(sizes: Sequence[int], workers: Sequence[int], viral: int, jobs: Job) -> Iterator[Took]:
    """Yield what each run took: of each corpus one on the local engine, then on each number of workers."""
    with tempfile.TemporaryDirectory(prefix="cluster-") as temporary:
        for size in sizes:
            for copies in dict.fromkeys([0, viral]):
                name = f"{size}-viral" if copies else str(size)
                stories = Path(temporary, f"{name}.jsonl")
                written(stories, size, ["--viral", str(copies)])
                yield local(stories, size, Path(temporary))
                for count in workers:
                    job = Job(stories, count, jobs.memory, jobs.conf, jobs.kill, jobs.after)
                    yield on_cluster(job, Path(temporary, f"{name}-{count}"))


@click.command(help=__doc__)
@click.argument("sizes", type=click.IntRange(1), nargs=-1, required=True)
@click.option("--workers", type=click.IntRange(1), multiple=True, default=[2], show_default=True)
@click.option("--viral", default=0, help="Each corpus also with so many of its stories copies of one.")
@click.option("--kill", is_flag=False, flag_value=KILLED, default="", help=f"Stages, by commas; {KILLED} where none is named.")
@click.option("--after", default=2.0, show_default=True, help="Seconds of a stage before an executor is killed.")
@click.option("--memory", default="3g", show_default=True, help="Of a worker.")
@click.option("--conf", multiple=True, metavar="NAME=VALUE", help="Set something of Spark.")
@click.option("--quick", is_flag=True, help="Start soonest, not run fastest.")
def main(sizes: tuple[int, ...], workers: tuple[int, ...], viral: int, quick: bool, **given: Any) -> None:
    """Print the table, and below it the stages and the estimate."""
    signal.signal(signal.SIGTERM, _ended)
    quickly = [f"spark.{who}.extraJavaOptions={QUICK}" for who in ("driver", "executor")] + ["spark.sql.codegen.wholeStage=false"]
    kill = tuple(name for name in given["kill"].split(",") if name)
    jobs = Job(Path(), 0, given["memory"], (*(quickly if quick else ()), *given["conf"]), kill, given["after"])
    every = list(run(sorted(sizes), workers, viral, jobs))
    told = list(rows(every))
    click.echo(table(told, 2))
    click.echo("\nseconds by stage\n" + table(list(stages(every)), 2) + "\n")
    for count in workers:
        ordinary = [took for took in every if took.cores == count and took.name == str(took.stories)]
        if len(ordinary) > 1 and not kill:
            click.echo(estimate(*ordinary[-2:]))
    sys.exit(any(row["same"] == "False" for row in told))


def _ended(*_: Any) -> None:
    click.echo("ended from outside; so are the master and the workers", err=True)
    sys.exit(143)


if __name__ == "__main__":
    main()
