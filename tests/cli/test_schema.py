import json

from dedupe.reports import schema
from tests.cli.conftest import Run


def test_the_schema_is_printed_as_it_is_shipped(tell: Run) -> None:
    status, out, _ = tell("schema")
    assert (status, out) == (0, schema.render())
    assert json.loads(out)["title"] == "dedupe report"
