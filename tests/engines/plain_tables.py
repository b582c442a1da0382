"""The verbs of `Tables` as plainly as they can be said: Arrow tables in this process, parted and shuffled at random."""

import itertools
import json
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from pyarrow import parquet

from dedupe.engines.tables import CARRIED, COMPONENT, ENTRY, LAYOUT, PAIR, PART, SIZE, Layout
from dedupe.errors import DedupeError
from dedupe.readers.encodings import HEAD
from dedupe.readers.folders import files

Step = Callable[[pa.RecordBatch], pa.RecordBatch]


@dataclass
class Holder:
    value: Any


class PlainTables:
    """Tables are lists of record batches."""

    def __init__(self, parts: int = 3, seed: int = 0, most: int = 100) -> None:
        self.parts, self.most, self.random, self.kept = parts, most, random.Random(seed), list[str]()

    def _parted(self, table: pa.Table) -> list[pa.RecordBatch]:
        """Return the rows in any order, in some batches, one of them empty."""
        places = list(range(len(table)))
        self.random.shuffle(places)
        cuts = sorted(self.random.randint(0, len(places)) for _ in range(self.parts - 1))
        bounds = [0, *cuts, len(places)]
        parts = [table.take(pa.array(places[a:b], pa.int64())) for a, b in itertools.pairwise(bounds)]
        return [_batch(part) for part in [*parts, table.slice(0, 0)]]

    def _whole(self, rows: list[pa.RecordBatch]) -> pa.Table:
        return pa.Table.from_batches(rows)

    def _stepped(self, batches: Iterable[pa.RecordBatch], step: Step, empty: pa.RecordBatch) -> list[pa.RecordBatch]:
        return self._parted(pa.Table.from_batches([step(empty), *map(step, batches)]))

    def read(
        self, paths: Iterable[str], step: Callable[[pa.RecordBatch], Iterator[pa.RecordBatch]], layout: Layout = LAYOUT
    ) -> Any:
        every = [file for path in paths for file in files(path)]
        schema = pa.schema(list(zip(PART, (pa.string(), pa.int64(), pa.int64(), pa.binary()), strict=True)))
        parts = []
        for number, file in enumerate(every):
            data = Path(file).read_bytes()
            lines = BytesIO(data).readlines() if self.parts > 1 and layout.lined(file, data[:HEAD]) else []
            some = [(file, number, line, text) for line, text in enumerate(lines, 1)] or [(file, number, 0, data)]
            columns = [pa.array(column, kind) for column, kind in zip(zip(*some, strict=True), schema.types, strict=True)]
            parts += self._parted(pa.Table.from_arrays(columns, schema=schema)) if lines else [pa.record_batch(columns, schema)]
        empty = schema.empty_table()
        made = [batch for part in [_batch(empty), *parts] for batch in step(part)]
        return self._parted(pa.Table.from_batches(made))

    def pick(self, by_node: Any, by_key: Any) -> Any:
        return by_key

    def owns(self, value: object) -> bool:
        return isinstance(value, list) and bool(value) and isinstance(value[0], pa.RecordBatch)

    def table(self, rows: pa.Table) -> Any:
        return self._parted(rows)

    def map(self, rows: Any, step: Step) -> Any:
        return self._parted(pa.Table.from_batches([step(rows[0].slice(0, 0)), *map(step, rows)]))

    def select(self, rows: Any, columns: list[str]) -> Any:
        return [batch.select(columns) for batch in rows]

    def group(self, rows: Any, by: list[str], order: list[str], step: Step) -> Any:
        table = self._whole(rows).sort_by([(name, "ascending") for name in [*by, *order]])
        cuts = _starts(table, by)
        some = sorted(self.random.sample(cuts, min(len(cuts), self.parts)))
        bounds = [0, *some, len(table)]
        parts = [_batch(table.slice(a, b - a)) for a, b in itertools.pairwise(bounds) if b > a]
        return self._stepped(parts, step, _batch(table.slice(0, 0)))

    def buckets(self, entries: Any, step: Step) -> Any:
        table = self._whole(entries).select(list(ENTRY)).sort_by([(name, "ascending") for name in ENTRY])
        starts = _starts(table, [ENTRY[0]])
        parts = []
        for first, last in zip(starts, [*starts[1:], len(table)], strict=False):
            whole = table.slice(first, last - first).append_column(SIZE, pa.array([last - first] * (last - first), pa.int64()))
            for begin in range(0, len(whole), self.most):
                own = whole.slice(begin, self.most)
                before = [whole.slice(0, 1), whole.slice(begin - 1, 1)] if begin else []
                carried = pa.array([True] * len(before) + [False] * len(own), pa.bool_())
                parts.append(_batch(pa.concat_tables([*before, own]).append_column(CARRIED, carried)))
        empty = table.slice(0, 0).append_column(SIZE, pa.array([], pa.int64())).append_column(CARRIED, pa.array([], pa.bool_()))
        return self._stepped(parts, step, _batch(empty))

    def meet(self, pairs: Any, rows: Any, step: Callable[[pa.RecordBatch, pa.RecordBatch], pa.RecordBatch]) -> Any:
        every = self._whole(rows).sort_by("key")
        made = [step(pairs[0].slice(0, 0), _batch(every.slice(0, 0)))]
        keys = every.column("key").to_numpy()
        for part in pairs:
            asked = np.unique(np.concatenate([part.column(side).to_numpy() for side in PAIR]))
            made.append(step(part, _batch(every.filter(pa.array(np.isin(keys, asked))))))
        return self._parted(pa.Table.from_batches(made))

    def cross(self, asked: Any, held: Any, step: Callable[[pa.RecordBatch, pa.RecordBatch], pa.RecordBatch]) -> Any:
        some = [_batch(pa.Table.from_batches([part]).sort_by("key")) for part in held]
        return self._parted(pa.Table.from_batches([step(left, right) for left in asked for right in some]))

    def join(self, left: Any, right: Any, on: list[str], how: str = "inner") -> Any:
        kind = {"inner": "inner", "left": "left outer", "semi": "left semi", "anti": "left anti"}[how]
        whole, other = self._whole(left), self._whole(right)
        more = [] if how in ("semi", "anti") else [name for name in other.schema.names if name not in on]
        place = whole.select(on).append_column("_left", pa.array(range(len(whole)), pa.int64()))
        at = other.select(on).append_column("_right", pa.array(range(len(other)), pa.int64()))
        told = place.join(at, on, join_type=kind)
        made = whole.take(told.column("_left"))
        for name in more:
            made = made.append_column(other.schema.field(name), other.column(name).take(told.column("_right")))
        return self._parted(made)

    def union(self, *tables: Any) -> Any:
        return [batch.select(tables[0][0].schema.names) for table in tables for batch in table]

    def distinct(self, rows: Any) -> Any:
        table = self._whole(rows)
        return self._parted(table.group_by(table.schema.names).aggregate([]).select(table.schema.names))

    def fold(self, rows: Any, empty: Callable[[], Any], step: Callable[[Any, pa.RecordBatch], None]) -> Any:
        sums = empty()
        for batch in rows:
            step(sums, batch)
        return sums.astype(np.int64)

    def components(self, pairs: Any) -> Any:
        ties = [
            (int(one), int(other)) for one, other in zip(*(self._whole(pairs).column(c).to_pylist() for c in PAIR), strict=True)
        ]
        group: dict[int, set[int]] = {}
        for one, other in ties:
            joined = group.get(one, {one}) | group.get(other, {other})
            group |= dict.fromkeys(joined, joined)
        found = [[node, min(members)] for node, members in group.items()]
        columns = [pa.array([row[place] for row in found], pa.int64()) for place in (0, 1)]
        return self._parted(pa.table(columns, names=list(COMPONENT)))

    def count(self, rows: Any) -> int:
        return sum(map(len, rows))

    def collect(self, rows: Any, most: int = 0) -> pa.Table:
        if most and self.count(rows) > most:
            raise DedupeError(f"{self.count(rows)} rows")
        return self._whole(rows)

    def keep(self, name: str, rows: Any) -> Any:
        self.kept.append(name)
        return rows

    def vacant(self, folder: str) -> bool:
        return not Path(folder).exists()

    def write(self, rows: Any, folder: str, style: str) -> None:
        place = Path(folder)
        if place.exists():
            raise DedupeError(f"{folder}: is there already")
        place.mkdir(parents=True)
        if style == "parquet":
            parquet.write_table(self._whole(rows), place / "part.parquet")
        else:
            (place / "part.json").write_text("".join(json.dumps(row) + "\n" for row in self._whole(rows).to_pylist()))

    def share(self, value: Any) -> Holder:
        return Holder(value)


def _batch(table: pa.Table) -> pa.RecordBatch:
    return pa.RecordBatch.from_arrays(
        [column.combine_chunks() if column.num_chunks != 1 else column.chunk(0) for column in table.columns], schema=table.schema
    )


def _starts(table: pa.Table, by: list[str]) -> list[int]:
    """Return where each run of equal `by` starts."""
    rows = list(zip(*(table.column(name).to_pylist() for name in by), strict=True))
    return [place for place, row in enumerate(rows) if place == 0 or rows[place - 1] != row]
