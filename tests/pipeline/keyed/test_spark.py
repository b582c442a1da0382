"""On Spark the line finds what it finds in this process, to the byte; a scan takes long there, so each tries several things."""

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pyarrow as pa
import pytest

from dedupe import Report, Settings, Story, scan
from dedupe.accepted import COPIES, Decision, Verdict, settle
from dedupe.engines.spark import Bounds, Spark
from dedupe.pipeline import Opened, scan_decided
from dedupe.readers import of_frame
from dedupe.reports import json as as_json
from tests.benchmarks.quality import BENCH
from tests.pipeline.decisions import BAKER, FERRY, MILLER, TODAY, contents
from tests.pipeline.made import DUMP, version

pytestmark = [pytest.mark.spark, pytest.mark.slow]

DUMPS = [f"fixtures/dumps/{name}" for name in ("archive.txt", "wire.jsonl", "wire.csv", "world.jsonl")]
SMALL = Bounds(most=20, pairs=200, asked=60, held=60, split=8000)


def printed(report: Report) -> str:
    return as_json.render(report)


@contextmanager
def parted(session: Any, parts: int, bounds: Bounds | None = None) -> Iterator[Spark]:
    """Yield an engine whose shuffles have so many parts, neither more nor fewer."""
    wanted = {"spark.sql.shuffle.partitions": str(parts), "spark.sql.adaptive.coalescePartitions.enabled": "false"}
    before = {name: session.conf.get(name) for name in wanted}
    for name, value in wanted.items():
        session.conf.set(name, value)
    try:
        with Spark(session, bounds=bounds) as engine:
            yield engine
    finally:
        for name, value in before.items():
            session.conf.set(name, value)


def test_all_dumps_in_seventeen_parts(spark: Any, pytestconfig: pytest.Config) -> None:
    if not pytestconfig.getoption("--cluster"):
        pytest.skip("takes minutes: pytest --cluster")
    paths = [*DUMPS, DUMPS[0]]
    with parted(spark, 17) as engine:
        assert printed(scan(paths, engine=engine)) == printed(scan(paths))


def test_lines_of_dumps_in_one_part_and_small_tasks(spark: Any) -> None:
    paths = [DUMPS[1], DUMPS[3]]
    with parted(spark, 1, SMALL) as engine:
        assert printed(scan(paths, engine=engine)) == printed(scan(paths))


def test_decisions_on_stories_of_which_many_are_one_in_pieces_and_in_any_order(spark: Any) -> None:
    few = [*FERRY, BAKER, MILLER]
    name = contents(few)
    lines = [
        ("moved", "noted", "different"),
        ("baker", "moved", "same"),
        ("noted", "whole", "keep"),
        ("baker", "miller", "known"),
    ]
    decisions = [
        Decision(name[left], name[right], Verdict(verdict), "why", copies=COPIES[name[left] == name[right]])
        for left, right, verdict in lines
    ]
    viral = [version(f"v{n}", 2, "copy" if n % 3 else "inserted") for n in range(100)]
    dump = [*few, *viral, *DUMP]
    Random(1).shuffle(dump)
    settled, settings = settle(decisions, TODAY), Settings(canonical="earliest")
    with parted(spark, 3, SMALL) as engine:
        reports = [scan_decided(Opened(dump), settings, settled, engine=each) for each in (None, engine)]
    assert printed(reports[0]) == printed(reports[1])


def test_a_data_frame(spark: Any) -> None:
    lines = Path(DUMPS[3]).read_text(encoding="utf-8").splitlines()
    rows = [{name: row.get(name) for name in ("id", "title", "text", "url")} for row in map(json.loads, lines)]
    table = pa.Table.from_pylist(rows)
    told = [record for record in of_frame(table.combine_chunks().to_batches()[0]).records() if isinstance(record, Story)]
    frame = spark.createDataFrame(table).repartition(3)
    assert printed(scan(frame)) == printed(scan(told))


@pytest.mark.skipif(not (BENCH / "sets.json").exists(), reason="the labelled sets are not here")
def test_a_labelled_set(spark: Any, tmp_path: Path) -> None:
    path = tmp_path / "versions.jsonl"
    with gzip.open(BENCH / "wikiversions_half.jsonl.gz", "rt", encoding="utf-8") as lines:
        path.write_text("".join(islice(lines, 400)), encoding="utf-8")
    with Spark(spark, bounds=Bounds(split=1 << 16)) as engine:
        assert printed(scan([str(path)], engine=engine)) == printed(scan([str(path)]))
