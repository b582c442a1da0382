"""What was found as a table, a row a story, and in numbers: nothing of it is collected."""

from functools import partial
from typing import TYPE_CHECKING, Any

from dedupe.engines.tables import PAIR
from dedupe.model import Summary
from dedupe.pipeline.assemble import SHOWN
from dedupe.pipeline.find import LAST_DUPLICATE, RELATED
from dedupe.pipeline.keyed.columns import array, batch_of, named, put, totals, where
from dedupe.pipeline.keyed.starring import CENTRED, spokes
from dedupe.pipeline.lasting import content_name
from dedupe.score import ORDER

if TYPE_CHECKING:
    import pyarrow as pa

    from dedupe.model import Recall
    from dedupe.pipeline.keyed.corpus import Keyed
    from dedupe.pipeline.keyed.find import Found
    from dedupe.pipeline.keyed.read import Read

STORY = ("id", "source", "url", "title", "path", "line")
CLUSTER = ("cluster", "canonical")
COLUMNS = [*STORY, *CLUSTER, "relation", *SHOWN, "run"]


def clustered(corpus: "Keyed", found: "Found") -> Any:
    """Return COLUMNS of every story: the cluster it is in, its canonical, and what it is to that; nulls where it is alone.

    A canonical has its own id there, and no relation. Scores are shares in [0, 1] with four digits, `run` counts words.
    """
    tables = corpus.tables
    hubs = tables.distinct(tables.map(found.centred, partial(named, names={"centre": "key"})))
    speakers = tables.map(tables.join(corpus.columns("id", "digest"), hubs, ["key"], "semi"), _speakers)
    members = tables.union(found.centred, tables.map(hubs, _own))
    placed = tables.join(members, speakers, ["centre"])
    told = tables.map(found.scored, _told)
    scores = tables.select(tables.join(tables.map(found.centred, _sides), told, list(PAIR)), ["key", "relation", *SHOWN, "run"])
    every = tables.join(tables.join(corpus.columns(*STORY), placed, ["key"], "left"), scores, ["key"], "left")
    return tables.select(every, COLUMNS)


def counted(corpus: "Keyed", found: "Found", read: "Read", recall: "Recall") -> Summary:
    """Return a run in numbers."""
    tables = corpus.tables
    duplicates = tables.count(found.centred)
    summed = partial(totals, by=["relation"], counts="pairs")
    relations = tables.collect(tables.group(tables.map(found.scored, _relations), ["relation"], [], summed))
    counts = {int(place): int(count) for place, count in zip(*(relations.column(i).to_pylist() for i in (0, 1)), strict=True)}
    return Summary(
        read=corpus.size,
        skipped=tables.count(read.skips),
        repeated=read.repeated,
        clusters=tables.count(tables.distinct(tables.select(found.centred, ["centre"]))),
        duplicates=duplicates,
        relations={str(name): counts[place] for place, name in enumerate(ORDER) if place in counts},
        recall=recall,
    )


def _speakers(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the names of clusters, and of the canonicals they are named by."""
    import pyarrow as pa

    names = pa.array(map(content_name, array(batch, "digest").tolist()), pa.string())
    return batch_of(centre=batch.column("key"), cluster=names, canonical=batch.column("id"))


def _own(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    return batch_of(**dict.fromkeys(CENTRED, batch.column("key")))


def _sides(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    return put(batch, spokes(batch)).drop_columns(["centre"])


def _told(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the scores of duplicates as they are written."""
    import numpy as np
    import pyarrow as pa

    some = where(batch, array(batch, "relation") <= LAST_DUPLICATE)
    names = pa.array([str(ORDER[place]) for place in array(some, "relation").tolist()], pa.string())
    shares = {name: np.round(array(some, name).astype(float), 4) for name in SHOWN}
    return put(some.select(list(PAIR)), batch_of(relation=names, **shares, run=some.column("run")))


def _relations(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    import numpy as np

    relation, counts = np.unique(array(batch, "relation"), return_counts=True)
    kept = relation < RELATED
    return batch_of(relation=relation[kept], pairs=counts[kept])


def tabled(summary: Summary) -> "pa.Table":
    """Return a summary as a table of one row."""
    import pyarrow as pa

    told = {name: getattr(summary, name) for name in ("read", "skipped", "repeated", "clusters", "duplicates")}
    told |= {str(name): summary.relations.get(str(name), 0) for name in ORDER[:RELATED]}
    recall = summary.recall
    shares = {"recall": recall.expected, "recall_at_jaccard": recall.threshold}
    whole = {"bands": recall.bands, "minima": recall.rows}
    columns = {name: pa.array([value], pa.int64()) for name, value in (told | whole).items()}
    return pa.table(columns | {name: pa.array([value], pa.float64()) for name, value in shares.items()})
