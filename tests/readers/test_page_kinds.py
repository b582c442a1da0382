import time

import pytest

from dedupe.readers.page_kinds import Kind, call_of, kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ferry to the Quill Islands sails again", Kind.TEXT),
        ("140 swimmers cross the strait", Kind.TEXT),
        ("Scout cookies sell out in an hour", Kind.TEXT),
        ("March 12, 2024", Kind.DATE),
        ("Maren Tofte | March 12, 2024", Kind.DATE),
        ("By Maren Tofte", Kind.BYLINE),
        ("Von Karin Vogt", Kind.BYLINE),
        ("Maren Tofte -", Kind.BYLINE),
        ("3 comments", Kind.COUNT),
        ("Keine Kommentare", Kind.COUNT),
        ("0", Kind.COUNT),
        ("4 min read", Kind.COUNT),
        ("Read more", Kind.MORE),
        ("Weiterlesen »", Kind.MORE),
        ("Continue reading: Ferry sails again", Kind.MORE),
        ("继续阅读：渡轮恢复通航", Kind.TEXT),
        ("继续阅读: 渡轮恢复通航", Kind.MORE),
        ("• The ferry sails on Monday.", Kind.BULLET),
        ("[embedpost slug=”ferry-sails-again/”]", Kind.EMBED),
        ("https://example.org/ferry", Kind.EMBED),
        ("Filed under: Transport", Kind.LABEL),
        ("Schlagwörter: Fähre, Inseln", Kind.LABEL),
        ("Privacy policy", Kind.CHROME),
        ("© 2024 The Amsel Courier", Kind.CHROME),
        ("We use cookies on this site.", Kind.CHROME),
        ("Page 2 of 9", Kind.CHROME),
        ("1 2 3 … 9 Next", Kind.CHROME),
    ],
)
def test_a_line_is_known_by_its_words(text: str, kind: Kind) -> None:
    assert kind_of(text) is kind


def test_a_call_to_read_on_is_told_from_the_title_behind_it() -> None:
    assert call_of("read more about the ferry") == "read more"
    assert call_of("more trains to the coast") == ""


@pytest.mark.parametrize("piece", ["1", "1 ", ". ", "a.", "«", "(", "'a", "12:", "[a ", "- ", "|"])
def test_no_short_line_takes_long(piece: str) -> None:
    start = time.perf_counter()
    for end in ("", "x", "!", " 1 x!"):
        kind_of((piece * 160)[: 160 - len(end)] + end)
    assert time.perf_counter() - start < 1
