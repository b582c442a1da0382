import json

from hypothesis import given

from dedupe.readers import LineRole
from dedupe.reports import jsonl_lines
from tests.reports.made import TITLES


@given(TITLES)
def test_a_line_of_a_page_is_one_line_and_comes_back_as_it_was(text: str) -> None:
    shown = jsonl_lines.render(LineRole("page.txt", 12, "title", "page.txt:12", text))
    assert shown.count("\n") == 1
    assert json.loads(shown) == {"path": "page.txt", "line": 12, "role": "title", "story": "page.txt:12", "text": text}
