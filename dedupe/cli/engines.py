"""Options that say which engine runs the line, and where."""

import json
import os
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from dedupe.cli import machine
from dedupe.cli.deciding import decisions_of
from dedupe.cli.options import Given, fields_of, settings_of
from dedupe.cli.progress import Progress

if TYPE_CHECKING:
    from dedupe.engines import Engine
    from dedupe.engines.tables import Tables

Command = TypeVar("Command", bound=Callable[..., Any])
T = TypeVar("T")
SUBMITTED = "PYSPARK_GATEWAY_PORT"  # in the environment of what spark-submit runs
HERE, HOST = "local[*]", "127.0.0.1"
OF_LOCAL, OF_SPARK = ("jobs", "memory", "scratch"), ("master", "spark_conf")


class Conf(click.ParamType[tuple[str, str]]):
    """NAME=VALUE, for a setting of Spark."""

    name = "NAME=VALUE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, str]:
        """Return the name and the value."""
        name, found, told = str(value).partition("=")
        if not found or not name.startswith("spark."):
            self.fail(f"{value!r} sets nothing of Spark; write spark.executor.memory=8g", param, ctx)
        return name, told


def engine(command: Command) -> Command:
    """Let a command say which engine runs it."""
    conf = click.option("--spark-conf", type=Conf(), multiple=True, help="Set something of Spark; repeatable.")
    master = click.option("--master", metavar="URL", help="Where Spark runs; this machine unless given.")
    kind = click.Choice(tuple(ENGINES))
    return click.option("--engine", type=kind, default="local", show_default=True, help="What the line runs on.")(
        master(conf(command))
    )


def engine_of(given: Given) -> "Engine | Tables":
    """Return the engine that the options ask for. Raise UsageError where they ask for what another one has."""
    made: Engine | Tables = ENGINES[given.get("engine", "local")](given)
    return made


def run(given: Given, line: "Callable[..., T]", progress: Progress) -> T:
    """Return what a line finds in the inputs, as the options ask, on the engine that they ask for."""
    from dedupe import pipeline

    inputs = pipeline.Opened(given["inputs"], fields_of(given), strict=given["strict"])
    return line(inputs, settings_of(given), decisions_of(given), progress=progress, engine=engine_of(given))


def _local(given: Given) -> "Engine":
    for name in OF_SPARK:
        if given.get(name):
            raise click.UsageError(f"--{name.replace('_', '-')} is of Spark; give --engine spark")
    return machine.engine_of(given)


def _spark(given: Given) -> "Tables":
    for name in OF_LOCAL:
        if given.get(name):
            raise click.UsageError(f"--{name} is of --engine local; give --master 'local[2]' or --spark-conf NAME=VALUE")
    if "-" in given["inputs"]:
        raise click.UsageError("standard input is not read by Spark; give files")
    from dedupe.engines.spark import Spark

    if hasattr(signal, "SIGPIPE"):  # Spark's Java is spoken to through a pipe: where that breaks, it is an error to be told
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    master = given["master"] or (None if SUBMITTED in os.environ else HERE)
    if master and (master.startswith("local") or HOST in master):  # else Spark listens on the network
        os.environ.setdefault("SPARK_LOCAL_IP", HOST)
    made = Spark(master=master, conf=dict(given["spark_conf"]), folder=given["checkpoint"])
    click.get_current_context().call_on_close(made.stop)
    made.claim(json.dumps(machine.mark(given, list(given["inputs"])), indent=1, sort_keys=True))
    return made


ENGINES: dict[str, Callable[[Given], Any]] = {"local": _local, "spark": _spark}
