from typing import Any

import numpy as np
import pytest

from dedupe.engines.spark import Bounds, Spark
from tests.engines.shapes import RANDOM, hashes, rows, table

pytestmark = pytest.mark.spark


def test_stars_are_the_components_found_on_one_machine(spark: Any) -> None:
    keys = np.unique(hashes(7000))
    RANDOM.shuffle(keys)
    chain, hub = np.arange(2000), np.full(1000, 2500)
    left = [keys[chain], keys[hub], keys[4000:4500], keys[RANDOM.integers(5000, 6000, 700)], keys[6990:]]
    right = [keys[chain + 1], keys[2501:3501], keys[4500:5000], keys[RANDOM.integers(5000, 6000, 700)], keys[6990:]]
    pairs = table(left=np.concatenate(left), right=np.concatenate(right))
    with Spark(spark, bounds=Bounds(edges=10)) as small, Spark(spark) as large:
        found, want = (rows(engine.collect(engine.components(engine.table(pairs)))) for engine in (small, large))
    assert found == want
