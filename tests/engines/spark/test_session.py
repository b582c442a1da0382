import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dedupe.engines.spark import Spark
from dedupe.engines.spark.session import BYTES, ROWS, session
from dedupe.errors import DedupeError

OLD = """#!/usr/bin/env bash
echo 'openjdk version "11.0.2" 2019-01-15' >&2
exit 1
"""
QUIETLY = """
from dedupe.engines.spark import Spark
conf = {"spark.ui.enabled": "false", "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1"}
engine = Spark(master="local[1]", conf=conf)
kept = engine.keep("numbers", engine.session.range(3))
print(engine.count(kept), engine._keeping._temporary)
"""
ALONE = """
from dedupe.engines.spark import Spark
from dedupe.errors import DedupeError
try:
    Spark(master="local[1]")
except DedupeError as error:
    print(error)
"""


def test_a_missing_library_is_told_with_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dedupe.engines.spark.session.find_spec", lambda name: None)
    with pytest.raises(DedupeError, match=r'pip install "news-dedupe\[spark\]"'):
        Spark()


@pytest.mark.spark
@pytest.mark.parametrize(("java", "want"), [("", "none is found"), (OLD, 'java is openjdk version "11.0.2"')])
def test_java_that_is_missing_or_too_old_is_told(spark: Any, tmp_path: Path, java: str, want: str) -> None:
    for name in ("bash", "env", "dirname", "basename", "uname", "ps"):
        if found := shutil.which(name):
            (tmp_path / name).symlink_to(found)
    if java:
        (tmp_path / "java").write_text(java)
        (tmp_path / "java").chmod(0o755)
    done = subprocess.run([sys.executable, "-c", ALONE], env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=True)
    assert "Java 17 or newer" in done.stdout
    assert want in done.stdout


@pytest.mark.spark
def test_the_session_that_is_active_is_taken_and_left_running(spark: Any) -> None:
    assert session() == (spark, False)
    with Spark() as engine:
        assert engine.session is spark
    assert spark.range(3).count() == 3


@pytest.mark.spark
def test_batches_are_of_sizes_that_were_not_set_otherwise(spark: Any) -> None:
    other = spark.newSession()
    other.conf.set(BYTES, "12345b")
    sizes = [(engine.session.conf.get(ROWS), engine.session.conf.get(BYTES)) for engine in (Spark(spark), Spark(other))]
    assert sizes == [("65536", "16777216"), ("65536", "12345b")]


@pytest.mark.spark
def test_nothing_listens_on_the_network(spark: Any) -> None:
    for name in ("spark.driver.host", "spark.driver.bindAddress"):
        assert spark.conf.get(name) == "127.0.0.1"


@pytest.mark.spark
def test_a_session_that_nobody_stops_is_quiet_and_leaves_nothing_behind(spark: Any) -> None:
    done = subprocess.run([sys.executable, "-c", QUIETLY], capture_output=True, text=True, check=True)
    count, folder = done.stdout.split()
    assert (count, Path(folder).exists()) == ("3", False)
    assert [line for line in done.stderr.splitlines() if "incubator" not in line] == []
