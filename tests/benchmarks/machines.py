"""A cluster of Spark on this machine: a master and workers, in processes that end when this one does, however it does."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Self

HOST = "127.0.0.1"
# What runs a command until its own standard input is closed, which it is once nobody is left to hold the other end.
LEASH = """
exec 3<&0
"$@" 3<&- & held=$!
(cat <&3; kill $held) > /dev/null 2>&1 &
wait $held
"""
PATIENCE = 120.0  # seconds for a master or a worker to be ready, and to end
OFTEN = 0.2  # seconds between two looks at memory
EXECUTOR = "org.apache.spark.executor.CoarseGrainedExecutorBackend"
DEPLOY = "org.apache.spark.deploy"


def leashed(command: Sequence[str], out: int | IO[bytes], err: int | IO[bytes], env: dict[str, str]) -> "subprocess.Popen[bytes]":
    """Start a command that ends when it is let go, or when this process ends."""
    return subprocess.Popen(
        ["sh", "-c", LEASH, "leash", *command], stdin=subprocess.PIPE, stdout=out, stderr=err, env=env, start_new_session=True
    )


def let_go(process: "subprocess.Popen[bytes]") -> None:
    """End a command that is leashed, with all that it started."""
    if process.stdin:
        process.stdin.close()
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


class Cluster:
    """A standalone master and workers of one core each, on the loopback only.

    folder   where they log, and their executors work
    workers  how many there are
    memory   what each may give its executors, as Spark writes it: 3g
    """

    def __init__(self, folder: Path, workers: int, memory: str) -> None:
        self.url = f"spark://{HOST}:{_free_port()}"
        self._folder, self._workers, self._memory = folder, workers, memory
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        self._folder.mkdir(parents=True)
        with contextlib.ExitStack() as undo:
            undo.callback(self.stop)
            place = ["--host", HOST, "--port", self.url.rpartition(":")[2], "--webui-port", "0"]
            self._start("master", [f"{DEPLOY}.master.Master", *place], "I have been elected leader")
            for number in range(self._workers):
                own = ["--host", HOST, "--webui-port", "0", "--work-dir", str(self._folder / f"work-{number}")]
                command = [f"{DEPLOY}.worker.Worker", *own, "--cores", "1", "--memory", self._memory, self.url]
                self._start(f"worker-{number}", command, "Successfully registered with master")
            undo.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End the workers and the master."""
        while self._processes:
            let_go(self._processes.pop())

    def executors(self) -> list[int]:
        """Return the processes that are executors now."""
        every = processes()
        own = {pid for process in self._processes for pid in under(process.pid, every)}
        return sorted(pid for pid in own if EXECUTOR in every[pid][1] and "java" in every[pid][1].split("\0")[0])

    def started(self) -> int:
        """Return how many executors there ever were."""
        return len(list(self._folder.glob("work-*/app-*/*")))

    def _start(self, name: str, command: list[str], ready: str) -> None:
        log, home = self._folder / f"{name}.log", spark_home()
        quick = {"SPARK_DAEMON_MEMORY": "512m", "SPARK_DAEMON_JAVA_OPTS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
        env = environment() | quick | {"SPARK_HOME": str(home), "SPARK_LOCAL_DIRS": str(self._folder / "local")}
        with log.open("wb") as told:
            process = leashed([str(home / "bin" / "spark-class"), *command], told, told, env)
        self._processes.append(process)
        until = time.monotonic() + PATIENCE
        while ready not in (said := log.read_text(errors="replace")):
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"{name} is not ready:\n{said[-2000:]}")
            time.sleep(0.1)


def spark_home() -> Path:
    """Return where Spark is that came with pyspark."""
    found = find_spec("pyspark")
    if not (found and found.origin):
        raise RuntimeError('needs pyspark and pandas: pip install "news-dedupe[spark]"')
    return Path(found.origin).parent


def environment() -> dict[str, str]:
    """Return the environment of all that runs here: the loopback, and this Python."""
    return {**os.environ, "SPARK_LOCAL_IP": HOST, "PYSPARK_PYTHON": sys.executable}


def _free_port() -> int:
    with socket.socket() as held:
        held.bind((HOST, 0))
        return int(held.getsockname()[1])


def processes() -> dict[int, tuple[int, str]]:
    """Return the parent and the arguments of every process."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it may have ended by now
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            found[int(folder.name)] = int(parent), (folder / "cmdline").read_text(errors="replace")
    return found


def under(pid: int, every: dict[int, tuple[int, str]]) -> list[int]:
    """Return a process and all that it started, and these did."""
    found = [pid] if pid in every else []
    for one in found:
        found += [child for child, (parent, _) in every.items() if parent == one]
    return found


class Watch:
    """The most memory, in MB, that processes had with all under them: what these share counts for each."""

    def __init__(self, cluster: Cluster, driver: int) -> None:
        self._cluster, self._driver = cluster, driver
        self.driver = self.executor = 0.0

    def look(self) -> None:
        """Look at all processes as they are now: those that drive the run, and the executor that has most."""
        every = processes()
        self.driver = max(self.driver, _held(self._driver, every))
        self.executor = max([self.executor, *(_held(pid, every) for pid in self._cluster.executors())])


@contextlib.contextmanager
def watched(cluster: Cluster, driver: int) -> Iterator[Watch]:
    """Yield what is seen of the memory of a run while it goes on."""
    watch, ended = Watch(cluster, driver), threading.Event()

    def looking() -> None:
        while not ended.wait(OFTEN):
            watch.look()

    looks = threading.Thread(target=looking)
    looks.start()
    try:
        yield watch
    finally:
        ended.set()
        looks.join()


def _held(pid: int, every: dict[int, tuple[int, str]]) -> float:
    """Return the memory, in MB, of a process and all under it; nothing of what has ended."""
    pages = 0
    for one in under(pid, every):
        with contextlib.suppress(OSError):
            pages += int(Path(f"/proc/{one}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
