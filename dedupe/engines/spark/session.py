"""A session of Spark: the one there is, or a new one."""

import logging
import shutil
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from dedupe.errors import DedupeError

JAVA = "Spark runs on Java 17 or newer"
LOOPBACK = {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}  # else it listens on the network
LOG = Path(__file__).with_name("log4j2.properties")
QUIET = {
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.defaultJavaOptions": f'"-Dlog4j2.configurationFile={LOG.as_uri()}"',
}
ROWS, BYTES = (f"spark.sql.execution.arrow.max{what}PerBatch" for what in ("Records", "Bytes"))
ROOM = {"spark.driver.memory": "4g"}  # of Java's; what is collected on the way and what is sent to all takes less than half
PARTITIONS = "spark.sql.shuffle.partitions"
LISTING = "spark.sql.sources.parallelPartitionDiscovery.parallelism"
PYTHON = "spark.pyspark.python"


def session(master: str | None = None, conf: Mapping[str, str] | None = None) -> tuple[Any, bool]:
    """Return the session that is active, or else a new one, and whether it is new.

    Raise DedupeError where there is no pyspark, or no Java that it runs on.
    """
    if not (find_spec("pyspark") and find_spec("pandas")):
        raise DedupeError('Spark needs pyspark and pandas; pip install "news-dedupe[spark]"')
    from pyspark.sql import SparkSession

    found = SparkSession.getActiveSession()
    if found is None:
        return _started(SparkSession.builder, master, dict(conf or {})), True
    return found, False


def _started(builder: Any, master: str | None, conf: dict[str, str]) -> Any:
    from pyspark.errors import PySparkRuntimeError

    logging.getLogger("py4j").setLevel(logging.CRITICAL)  # what breaks is told once, by whoever asked
    master = master or conf.get("spark.master")
    if master:
        builder = builder.master(master)
    is_local = bool(master) and str(master).startswith("local")
    for name, value in {**QUIET, **ROOM, **(LOOPBACK if is_local else {}), **conf}.items():
        builder = builder.config(name, value)
    try:
        made = builder.appName(conf.get("spark.app.name", "dedupe")).getOrCreate()
    except PySparkRuntimeError as error:
        if "JAVA_GATEWAY" not in str(error):
            raise
        raise DedupeError(f"{JAVA}, {_java()}; install one, or name its folder in JAVA_HOME") from error
    context = made.sparkContext
    if context.pythonExec == "python3":  # nothing was said: that is whichever comes first on the path, not this one
        context.pythonExec = conf.get(PYTHON, sys.executable)
    if made.conf.get(PARTITIONS, None) is None:  # 200 are many for two cores, and few for a thousand
        made.conf.set(PARTITIONS, str(4 * parallelism(made) if is_local else max(200, 4 * parallelism(made))))
    return made


def _java() -> str:
    """Return what to say of the Java that is found by its name."""
    path = shutil.which("java")
    if path is None:
        return "and none is found"
    told = subprocess.run([path, "-version"], capture_output=True, text=True, check=False).stderr
    return f"and {path} is {told.splitlines()[0]}" if told else f"and {path} tells no version"


def fitted(found: Any) -> Any:
    """Return the session, set to batches of a size that suits thin rows and fat ones, unless a size was set."""
    bounds_bytes = found.conf.isModifiable(BYTES)  # not before Spark 4.1
    sizes = {ROWS: 1 << 16, BYTES: 16 << 20} if bounds_bytes else {ROWS: 2048}
    sizes[LISTING] = max(32, 4 * parallelism(found))  # each file that is named is listed: else by a task of its own
    for name, size in sizes.items():
        if found.conf.get(name, None) is None:
            found.conf.set(name, str(size))
    return found


def shuffled(found: Any) -> int:
    """Return the bytes that stages wrote for others to read; a session remembers `spark.ui.retainedStages` of them."""
    context = found.sparkContext
    scala, gateway = context._jsc.sc(), context._gateway
    scala.listenerBus().waitUntilEmpty()
    numbers, nothing = gateway.new_array(gateway.jvm.double, 0), gateway.jvm.java.util.ArrayList()
    stages = scala.statusStore().stageList(nothing, False, False, numbers, nothing)
    return sum(int(stages.apply(place).shuffleWriteBytes()) for place in range(stages.size()))


def is_one_machine(found: Any) -> bool:
    """Return whether all of the session runs on this machine."""
    master = found.sparkContext.master
    return str(master).startswith(("local", "spark://127.0.0.1", "spark://localhost"))


def parallelism(found: Any) -> int:
    """Return how many tasks run at once, as far as is known."""
    return max(1, int(found.sparkContext.defaultParallelism))
