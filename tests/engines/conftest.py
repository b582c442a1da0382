"""The engines of `Tables` that each of their laws is tried on."""

from collections.abc import Iterator

import pytest

from dedupe.engines.spark import Bounds, Spark
from dedupe.engines.tables import Tables
from tests.engines.plain_tables import PlainTables


@pytest.fixture(scope="module", params=["plain", pytest.param("spark", marks=pytest.mark.spark)])
def tables(request: pytest.FixtureRequest) -> Iterator[Tables]:
    if request.param == "plain":
        yield PlainTables()
        return
    bounds = Bounds(most=100, pairs=40, asked=50, held=60)
    with Spark(request.getfixturevalue("spark"), bounds=bounds) as engine:
        yield engine
