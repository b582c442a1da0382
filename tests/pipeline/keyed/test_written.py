"""A folder tells of every story what the report tells."""

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from dedupe import Settings, Story, scan
from dedupe.accepted import NOTHING
from dedupe.engines.local import Local
from dedupe.errors import DedupeError
from dedupe.pipeline import Opened, search
from dedupe.pipeline.assemble import SHOWN
from dedupe.pipeline.keyed.scan import Searched
from dedupe.pipeline.keyed.written import COLUMNS
from tests.engines.plain_tables import PlainTables
from tests.pipeline.made import DUMP, version

TOLD = [*DUMP, version("more", 1, "copy"), version("and", 2, "inserted")]


def found(dump: list[Story] = TOLD) -> Searched:
    return search(Opened(dump), Settings(), NOTHING, engine=PlainTables(3, 2))


def read(folder: Path, name: str) -> list[dict[str, Any]]:
    lines = (folder / name / "part.json").read_text().splitlines()
    return [json.loads(line) for line in lines]


def test_every_story_has_the_cluster_the_canonical_and_the_scores_of_the_report(tmp_path: Path) -> None:
    found().write(str(tmp_path / "out"), "jsonl")
    rows = {row["id"]: row for row in read(tmp_path / "out", "stories")}
    report = scan(TOLD)
    assert sorted(rows) == sorted(story.id for story in TOLD)
    assert all(list(row) == COLUMNS for row in rows.values())
    told = {story.id: cluster for cluster in report.clusters for story in cluster.members}
    spokes = {story.id: match for c in report.clusters for story, match in zip(c.members[1:], c.matches, strict=True)}
    for name, row in rows.items():
        cluster, match = told.get(name), spokes.get(name)
        assert (row["cluster"], row["canonical"]) == ((cluster.id, cluster.canonical.id) if cluster else (None, None))
        assert row["relation"] == (str(match.relation) if match else None)
        assert [row[share] for share in (*SHOWN, "run")] == [getattr(match, share, None) for share in (*SHOWN, "run")]


def test_the_summary_counts_what_the_report_holds(tmp_path: Path) -> None:
    searched, report = found(), scan(TOLD)
    summary = searched.summary()
    assert (summary.read, summary.clusters, summary.duplicates) == (len(TOLD), len(report.clusters), len(report.duplicates))
    assert sum(summary.relations.values()) == len(report.matches)
    assert summary.recall == report.recall
    searched.write(str(tmp_path / "out"), "parquet")
    (row,) = read(tmp_path / "out", "summary")
    assert (row["clusters"], row["duplicates"], row["overlap"]) == (
        *(summary.clusters, summary.duplicates), summary.relations.get("overlap", 0))  # fmt: skip


def test_parquet_has_the_same_columns(tmp_path: Path) -> None:
    found().write(str(tmp_path / "out"), "parquet")
    table = parquet.read_table(tmp_path / "out" / "stories")
    assert table.schema.names == COLUMNS
    assert table.schema.field("jaccard").type == pa.float64()


def test_nothing_read_is_an_empty_summary(tmp_path: Path) -> None:
    searched = found([])
    assert searched.summary().read == 0
    searched.write(str(tmp_path / "out"), "parquet")
    assert not (tmp_path / "out" / "stories").exists()


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(DedupeError, match="is there already"):
        found().refuse(str(tmp_path))


def test_an_engine_without_tables_writes_no_folder() -> None:
    with pytest.raises(DedupeError, match="--engine spark"):
        search(Opened(TOLD), Settings(), NOTHING, engine=Local())
