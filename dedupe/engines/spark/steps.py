"""Steps on Arrow batches as functions that Spark runs on each part of a frame."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

    Batches = Iterator[pa.RecordBatch]
    Step = Callable[[pa.RecordBatch], pa.RecordBatch]


def mapped(frame: Any, step: "Step") -> Any:
    """Return what a step makes of the frame's rows."""
    return streamed(frame, partial(each, step=step), step(empty(frame)).schema)


def streamed(frame: Any, flow: "Callable[[Batches], Batches]", schema: "pa.Schema") -> Any:
    """Return what a function of all batches of a part makes of each part of a frame; it returns columns of a schema."""
    wanted = spark_arrow(schema)
    return frame.mapInArrow(partial(fitting, flow=flow, schema=wanted), spark_schema(wanted))


def each(batches: "Batches", step: "Step") -> "Batches":
    """Yield what a step makes of each batch that has rows."""
    for batch in batches:
        if batch.num_rows:
            yield step(batch)


def fitting(batches: "Batches", flow: "Callable[[Batches], Batches]", schema: "pa.Schema") -> "Batches":
    """Yield what is made of the batches, in the very types that Spark was told of."""
    for made in flow(batches):
        if made.num_rows:
            yield cast(made, schema)


def cast(batch: "pa.RecordBatch", schema: "pa.Schema") -> "pa.RecordBatch":
    """Return the batch in the types of a schema that has the same columns."""
    return batch if batch.schema.equals(schema) else batch.cast(schema)


def empty(frame: Any) -> "pa.RecordBatch":
    """Return a batch without rows that has the frame's columns."""
    return no_rows(arrow_schema(frame))


def no_rows(schema: "pa.Schema") -> "pa.RecordBatch":
    """Return a batch of a schema without rows."""
    import pyarrow as pa

    return pa.RecordBatch.from_pylist([], schema=schema)


def arrow_schema(frame: Any) -> "pa.Schema":
    """Return the columns of a frame as its batches have them."""
    from pyspark.sql.pandas.types import to_arrow_schema

    return _nullable(to_arrow_schema(frame.schema, timezone="UTC"))


def spark_arrow(schema: "pa.Schema") -> "pa.Schema":
    """Return the columns of a schema as batches of Spark's have them."""
    from pyspark.sql.pandas.types import to_arrow_schema

    return _nullable(to_arrow_schema(spark_schema(schema), timezone="UTC"))


def spark_schema(schema: "pa.Schema") -> Any:
    """Return the columns of a schema as Spark says them; any may hold nulls."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(_nullable(schema))


def _nullable(schema: "pa.Schema") -> "pa.Schema":
    import pyarrow as pa

    return pa.schema([pa.field(field.name, field.type) for field in schema])


def one_batch(table: "pa.Table") -> "pa.RecordBatch":
    """Return the rows of a table in one batch."""
    batches = table.combine_chunks().to_batches()
    return batches[0] if batches else no_rows(table.schema)
