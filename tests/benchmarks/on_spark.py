"""One scan on Spark, in this process: what `cluster` starts afresh for each of its runs.

It prints a line of JSON as each stage begins, and at the end one with what the run took.
"""

import json
import time
from pathlib import Path
from typing import Any

import click

from dedupe.engines.spark import Spark
from dedupe.pipeline import Opened, search
from dedupe.settings import Settings


class Stages:
    """Tells when each stage begins, and remembers how long each took."""

    def __init__(self) -> None:
        self._start = self._last = time.monotonic()
        self._name = ""
        self.seconds: dict[str, float] = {}

    def __call__(self, name: str, done: int, total: int) -> None:
        """Note that a stage goes on."""
        now = time.monotonic()
        if self._name:
            self.seconds[self._name] = self.seconds.get(self._name, 0.0) + now - self._last
        if name != self._name:
            tell(stage=name, at=now - self._start)
        self._name, self._last = name, now


def tell(**told: Any) -> None:
    """Print a line for whoever started this."""
    print(json.dumps(told), flush=True)  # noqa: T201  the parent reads it


def failed(session: Any) -> int:
    """Return how many tasks failed, those of executors that were lost among them."""
    context = session.sparkContext
    scala, gateway = context._jsc.sc(), context._gateway
    numbers, nothing = gateway.new_array(gateway.jvm.double, 0), gateway.jvm.java.util.ArrayList()
    stages = scala.statusStore().stageList(nothing, False, False, numbers, nothing)
    every = [stages.apply(place) for place in range(stages.size())]
    return sum(int(stage.numFailedTasks()) + int(stage.numKilledTasks()) for stage in every)


@click.command(help=__doc__)
@click.argument("master")
@click.argument("stories", type=click.Path(exists=True, path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--conf", multiple=True, metavar="NAME=VALUE")
def main(master: str, stories: Path, folder: Path, conf: tuple[str, ...]) -> None:
    """Scan stories; rows are kept in folder/kept, and what is found is written into folder/out."""
    start = time.monotonic()
    settings = dict(one.split("=", 1) for one in conf)
    with Spark(master=master, conf=settings, folder=f"file://{folder / 'kept'}") as engine:
        begun, stages = time.monotonic(), Stages()
        found = search(Opened([str(stories)]), Settings(find_related=False), progress=stages, engine=engine)
        summary = found.summary()
        found.write(f"file://{folder / 'out'}", "parquet")
        stages("", 0, 0)
        tell(
            read=summary.read,
            session=begun - start,
            seconds=time.monotonic() - begun,
            stages=stages.seconds,
            shuffled=engine.shuffled(),
            failed=failed(engine.session),
        )


if __name__ == "__main__":
    main()
