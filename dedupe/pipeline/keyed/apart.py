"""Stories named apart over tables: of those with one id, the first that was read keeps it, as `rows.named_apart` has it.

Each story holds the first of its names that no story before it holds. So all claim their ids; of the claims to a name that of
the first story stands, the others go on to their next names, and so again until no claim moves: a story that lost a name lost
it to one before it, whatever happens later, so the order in which claims are heard changes nothing.
"""

from collections.abc import Iterator
from functools import partial
from itertools import count, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from dedupe.model import Origin
from dedupe.rows import called, key

if TYPE_CHECKING:
    import pyarrow as pa

    from dedupe.engines.tables import Tables

AT = ["file", "nth"]  # the place of a story among all
_NAMED = ["key", *AT, "id", "path", "line"]
_NEW = {"key": "new_key", "id": "new_id"}


def named_apart(tables: "Tables", rows: Any) -> tuple[Any, int]:
    """Return rows of stories, AT which they were read, with ids and keys that differ, and how many were named anew."""
    repeated = tables.group(tables.select(rows, ["key", *AT]), ["key"], AT, partial(of_many, name="key", columns=AT))
    if not tables.count(repeated):
        return rows, 0
    told = tables.select(rows, _NAMED)
    claims = tables.map(tables.join(told, repeated, AT, "semi"), _claimed)
    for again in count():
        claims = tables.keep(f"names-{again}", tables.group(claims, ["key"], AT, _heard))
        moved = tables.map(claims, _moved)
        if not tables.count(moved):
            break
        met = tables.join(tables.join(told, moved, ["key"], "semi"), claims, AT, "anti")
        claims = tables.union(claims, tables.map(met, _claimed))
    renames = tables.map(claims, _renames)
    return tables.map(tables.join(rows, renames, AT, "left"), _renamed), tables.count(renames)


def of_many(batch: "pa.RecordBatch", name: str, columns: list[str]) -> "pa.RecordBatch":
    """Return columns of the rows, sorted by the one of this name, that do not stand alone with what they have in it."""
    import numpy as np
    import pyarrow as pa

    values = batch.column(name).to_numpy()
    same = np.zeros(len(values) + 1, bool)
    same[1:-1] = values[1:] == values[:-1]
    return batch.select(columns).filter(pa.array(same[1:] | same[:-1]))


def _claimed(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return names with how many of its names each story had to give up, and whether it gave up one just now."""
    import pyarrow as pa

    again = pa.array([0] * len(batch), pa.int64())
    return batch.append_column("again", again).append_column("moved", pa.array([False] * len(batch), pa.bool_()))


def _heard(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return claims, sorted by key and by place, after all but the first claim to each name moved on."""
    import pyarrow as pa

    rows = [row for _, claims in groupby(batch.to_pylist(), itemgetter("key")) for row in _heard_of_key(claims)]
    return pa.RecordBatch.from_pylist(rows, batch.schema)


def _heard_of_key(claims: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    taken: set[str] = set()
    for claim in claims:
        again = claim["again"]
        while (name := _name(claim | {"again": again})) in taken:
            again += 1
        taken.add(name)
        is_moved = again > claim["again"]
        yield claim | {"again": again, "moved": is_moved, "key": key(name) if is_moved else claim["key"]}


def _name(claim: dict[str, Any]) -> str:
    return called(claim["id"], Origin(claim["path"], claim["line"]), claim["again"])


def _moved(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the keys that are claimed since just now."""
    return batch.filter(batch.column("moved")).select(["key"])


def _renames(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return the places of the stories that are named anew, and their new keys and ids."""
    import pyarrow as pa

    some = batch.filter(pa.compute.greater(batch.column("again"), 0))
    names = pa.array(list(map(_name, some.to_pylist())), pa.string())
    return pa.RecordBatch.from_arrays([*some.select([*AT, "key"]).columns, names], names=[*AT, *_NEW.values()])


def _renamed(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """Return rows with their new keys and ids, where they have any."""
    import pyarrow as pa

    for old, new in _NEW.items():
        column = pa.compute.coalesce(batch.column(new), batch.column(old))
        batch = batch.set_column(batch.schema.get_field_index(old), old, column)
    return batch.drop_columns(list(_NEW.values()))
