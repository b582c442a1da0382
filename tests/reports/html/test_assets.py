import re
from importlib.resources import files

import pytest

from dedupe.reports import html
from dedupe.reports.html import assets
from tests.reports.made import report_of

FOLDER = files("dedupe.reports.html") / "assets"
NAMES = sorted(path.name for path in FOLDER.iterdir())


def test_every_file_is_part_of_the_page() -> None:
    assert sorted([*(f"{name}.js" for name in assets.SCRIPTS), *(f"{name}.css" for name in assets.STYLES)]) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_no_file_is_over_250_lines(name: str) -> None:
    assert len((FOLDER / name).read_text(encoding="utf-8").splitlines()) <= 250


def test_the_policy_names_the_script_and_the_style_as_they_stand_in_the_page() -> None:
    page = html.render(report_of())
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert f"script-src '{assets.hashed(script)}'" in assets.policy()
    assert f"style-src '{assets.hashed(style)}'" in assets.policy()


def test_the_script_makes_no_markup_and_no_code_of_text() -> None:
    assert (
        re.findall(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(|setAttribute\(.on", assets.script())
        == []
    )
    assert re.findall(r"\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|import\(", assets.script()) == []
