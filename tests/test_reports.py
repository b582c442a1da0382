"""Whole reports of the fixture dumps stand in fixtures/reports; `pytest --update` renews them, for a person to read."""

import re
from pathlib import Path

import pytest

from dedupe.cli.entry import run
from dedupe.reports import FORMATS

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "fixtures" / "reports"
SUFFIX = {"table": "txt", "markdown": "md", "junit": "xml", "github": "github.txt", "gitlab": "gitlab.json"}
SECONDS = re.compile(r", \d+\.\d s$", re.MULTILINE)


@pytest.fixture
def printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where a report is to go, 80 columns wide; paths in it are relative to the project."""
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("COLUMNS", raising=False)
    return tmp_path / "report"


@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize("dump", ["archive.txt", "wire.jsonl"])
def test_a_report_is_what_it_was(dump: str, style: str, printed: Path, pytestconfig: pytest.Config) -> None:
    assert run(["scan", f"fixtures/dumps/{dump}", "--quiet", "--format", style, "--output", str(printed)]) == 0
    report = SECONDS.sub("", printed.read_text(encoding="utf-8"))
    kept = REPORTS / f"{Path(dump).stem}.{SUFFIX.get(style, style)}"
    if pytestconfig.getoption("--update"):
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(report, encoding="utf-8")
    assert report == kept.read_text(encoding="utf-8")
