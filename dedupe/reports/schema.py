"""The JSON Schema of the JSON report, as it is shipped in the package."""

from importlib.resources import files


def render() -> str:
    """Return the JSON Schema (draft 2020-12) that every JSON report follows."""
    return (files("dedupe.reports") / "report.schema.json").read_text(encoding="utf-8")
