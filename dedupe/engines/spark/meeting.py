"""Two tables in one step: pairs with the rows of both sides, and every row of one with every row of another."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from dedupe.engines.spark.steps import arrow_schema, cast, no_rows, one_batch, spark_arrow, spark_schema
from dedupe.engines.tables import PAIR

if TYPE_CHECKING:
    import pyarrow as pa

    Meeting = Callable[[pa.RecordBatch, pa.RecordBatch], pa.RecordBatch]

LEFT, RIGHT = PAIR
KEY, TASK, OTHER = "key", "_task", "_other"
CROWDED = 4  # times the pairs of one task that a left may have before its pairs are parted


def met(pairs: Any, rows: Any, step: "Meeting", most: int, least: int) -> Any:
    """Return what a step makes of about `most` pairs at a time and of the rows of both sides, in `least` tasks or more."""
    from pyspark.sql import functions as f

    count, crowded = _spread(pairs, CROWDED * most)
    tasks = max(least, -(-count // most))
    alone, parted = f.xxhash64(LEFT), f.xxhash64(LEFT, RIGHT)
    hashed = f.when(f.col(LEFT).isin(crowded), parted).otherwise(alone) if crowded else alone
    placed = pairs.withColumn(TASK, f.pmod(hashed, f.lit(tasks)))
    sides = [placed.select(TASK, f.col(side).alias(KEY)) for side in PAIR]
    asked = sides[0].union(sides[1]).distinct()
    needed = asked.join(rows, on=KEY).select(TASK, *rows.columns)
    return together(placed, needed, step)


def _spread(pairs: Any, most: int) -> tuple[int, list[int]]:
    """Return how many pairs there are, and each left that has over `most`."""
    from pyspark.sql import functions as f

    if (total := pairs.count()) <= most:
        return total, []
    counts = pairs.groupBy(LEFT).count()
    crowded = f.collect_list(f.when(f.col("count") > most, f.col(LEFT)))
    [(count, found)] = counts.agg(f.sum("count"), crowded).collect()
    return count or 0, found


def crossed(asked: Any, held: Any, step: "Meeting", parts: tuple[int, int]) -> Any:
    """Return what a step makes of each part of `asked` with each part of `held`.

    parts  how many parts there are of each
    """
    from pyspark.sql import functions as f

    some, others = parts
    own, other = f.pmod(f.xxhash64(KEY), f.lit(some)), f.pmod(f.xxhash64(KEY), f.lit(others))
    with_each = f.explode(f.sequence(f.lit(0), f.lit(others - 1)))
    with_all = f.explode(f.sequence(f.lit(0), f.lit(some - 1)))
    left = asked.withColumn(TASK, with_each).withColumn(TASK, own * others + f.col(TASK))
    right = held.withColumn(TASK, with_all).withColumn(TASK, f.col(TASK) * others + other)
    return together(left, right, step)


def together(left: Any, right: Any, step: "Meeting") -> Any:
    """Return what a step makes of the rows of each task."""
    right = right.withColumnRenamed(TASK, OTHER)  # else Spark cannot tell the two apart where one was made of the other
    sides = [arrow_schema(left.drop(TASK)), arrow_schema(right.drop(OTHER))]
    schema = spark_arrow(step(no_rows(sides[0]), no_rows(sides[1])).schema)
    flow = partial(_step, step=step, schema=schema)
    both = left.groupBy(TASK).cogroup(right.groupBy(OTHER))
    return both.applyInArrow(flow, spark_schema(schema))


def _step(left: "pa.Table", right: "pa.Table", step: "Meeting", schema: "pa.Schema") -> "pa.Table":
    """Return what a step makes of the rows of one task; nothing where there are none on the left."""
    import pyarrow as pa

    if not left.num_rows:
        return schema.empty_table()
    made = step(one_batch(left.drop_columns([TASK])), one_batch(right.drop_columns([OTHER]).sort_by(KEY)))
    return pa.Table.from_batches([cast(made, schema)])
