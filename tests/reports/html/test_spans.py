from hypothesis import given
from hypothesis import strategies as st

from dedupe.diff import compare
from dedupe.model import Story
from dedupe.reports.html.spans import diff_of

TOLD = ["A ferry ran aground.", "Nobody was hurt.", "12 were hurt.", "Tugs came.", "\n\n"]
BODIES = st.lists(st.sampled_from(TOLD)).map(" ".join)


@given(BODIES, BODIES)
def test_the_spans_give_both_texts(left: str, right: str) -> None:
    told = diff_of(compare(Story("l", "One", left), Story("r", "Two", right)))
    for side, place, text in (("right", 1, "One" + left), ("left", 2, "Two" + right)):
        spans = [span for block in told["blocks"] if block[2] != side for span in block[5]]
        assert "".join("".join(span if isinstance(span, str) else span[place] for span in spans).split()) == "".join(text.split())


def test_a_fact_tells_its_values_and_whether_they_differ() -> None:
    left, right = Story("l", "", "Some 12 people were hurt."), Story("r", "", "Some 14 people were hurt.")
    assert diff_of(compare(left, right))["facts"] == [["number", "12", "14", left.body, right.body, True, ""]]
