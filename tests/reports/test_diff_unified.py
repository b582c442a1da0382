import inspect

from hypothesis import given

from dedupe.diff import Part, compare
from dedupe.diff.sentences import sentences_of
from dedupe.model import Story
from dedupe.reports import diff_unified
from dedupe.reports.cells import inert
from tests.diff.made import ANY, LEFT, RIGHT, edited, told
from tests.strategies import law


def test_the_sample_in_the_docstring_is_what_is_printed() -> None:
    assert diff_unified.render(compare(LEFT, RIGHT)).strip() in inspect.cleandoc(diff_unified.__doc__ or "")


@law
@given(edited())
def test_its_lines_are_the_sentences_of_each_side_around_the_changes(texts: tuple[str, str]) -> None:
    stories = told(texts[0]), told(texts[1])
    lines = diff_unified.render(compare(*stories)).splitlines()[2:]
    for story, sign in zip(stories, "-+", strict=True):
        shown = [line[1:] for line in lines if line[0] in (sign, " ")]
        own = iter(_sentences(story))
        assert all(line in own for line in shown)


@law
@given(edited())
def test_each_hunk_says_where_it_stands_and_how_long_it_is(texts: tuple[str, str]) -> None:
    left, right = told(texts[0]), told(texts[1])
    hunks = ("\n" + diff_unified.render(compare(left, right))).split("\n@@ -")[1:]
    for hunk in hunks:
        head, *lines = hunk.splitlines()
        for story, sign, part in zip((left, right), "-+", head.removesuffix(" @@").split(" +"), strict=True):
            start, _, length = part.partition(",")
            own = [line[1:] for line in lines if line[0] in (sign, " ")]
            first = int(start) - bool(own)
            assert len(own) == int(length or 1)
            assert own == _sentences(story)[first : first + len(own)]


def _sentences(story: Story) -> list[str]:
    return [inert(sentence.text) for part in Part for sentence in sentences_of(story, part)]


@given(ANY)
def test_equal_stories_have_no_hunks(text: str) -> None:
    assert diff_unified.render(compare(told(text), told(text))) == ""


def test_changes_far_apart_are_two_hunks() -> None:
    same = [f"Sentence number {n} stands here." for n in range(12)]
    text = diff_unified.render(compare(told(" ".join(["Old start.", *same])), told(" ".join([*same, "New end here."]))))
    assert [line for line in text.splitlines() if line.startswith("@@")] == ["@@ -1,4 +1,3 @@", "@@ -11,3 +10,4 @@"]
