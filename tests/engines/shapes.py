"""Small tables for the laws of engines."""

from typing import Any

import numpy as np
import pyarrow as pa

Rows = list[tuple[Any, ...]]
RANDOM = np.random.default_rng(7)


def table(**columns: Any) -> pa.Table:
    return pa.table({name: pa.array(column, pa.int64()) for name, column in columns.items()})


def rows(made: pa.Table) -> Rows:
    return sorted(zip(*(column.to_pylist() for column in made.columns), strict=True), key=repr)


def hashes(count: int) -> Any:
    return RANDOM.integers(-(2**63), 2**63 - 1, count)


def batch(columns: dict[str, Any]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict({name: pa.array(column, pa.int64()) for name, column in columns.items()})
