"""An engine on Spark data frames: what no machine holds all of, on as many as there are."""

from dedupe.engines.spark.bounds import Bounds
from dedupe.engines.spark.engine import Spark

__all__ = ["Bounds", "Spark"]
