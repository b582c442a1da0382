import numpy as np
import pytest

from dedupe.kernels.characters import DECIMAL, FOREIGN, LATIN, MARKUP, SPACELESS, UNSTEADY, WORDLIKE, characters
from dedupe.kernels.letters import letters
from dedupe.kernels.plain import OPENING, plain

WORDS = "It is said that a boat which left in the morning came back before noon. "
LIMITS = np.array([10, 60, 50, 30], np.int64)


def is_plain(text: str) -> bool:
    """Return whether a text is plain where a line that begins with "go on" is cut."""
    opening = np.zeros((1, OPENING), np.uint32)
    opening[0, :5] = list(map(ord, "go on"))
    data = np.frombuffer(text.encode(), np.uint8)
    return bool(plain(data, np.array([0, len(data)]), characters(), letters()[1], opening, LIMITS)[0])


@pytest.mark.parametrize(
    "text",
    [
        WORDS,
        f" \n{WORDS}\n\n{WORDS}Again.",
        f"“{WORDS}” – so",
        f"{WORDS}\ngone on",
        f"{WORDS} & < 3 [He]",
        f"Один {WORDS}",
        "字" * 60,
    ],
)
def test_ordinary_text_is_plain(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            f"{WORDS}&amp;",
            f"{WORDS}<p>",
            f"{WORDS}</p>",
            f"{WORDS}[caption]",
            f"{WORDS}…",
            f"{WORDS}\r",
            f"{WORDS}\u00a0",
            f"{WORDS}😀",
        ),
        *(
            f"{WORDS}aж",
            f"{WORDS}жa",
            f"{WORDS}\n  » Go on",
            f"{WORDS}\n3 min",
            f"By Ann\n{WORDS}",
            f"(AP) {WORDS}",
            f"U.S. {WORDS}",
        ),
        *(
            f"{WORDS}\n{WORDS}",
            "a few words",
            "one line of a page\nanother line of it\nand yet another one\nto make up ten words",
            "",
        ),
    ],
)
def test_what_cleaning_may_change_is_not(text: str) -> None:
    assert not is_plain(text)


@pytest.mark.parametrize(
    ("character", "bits"),
    [
        *(("a", WORDLIKE | LATIN), ("_", WORDLIKE), ("7", WORDLIKE | DECIMAL), (" ", 0), (".", 0), ("&", MARKUP), ("“", 0)),
        *(("é", WORDLIKE), ("ж", WORDLIKE | FOREIGN), ("字", WORDLIKE | SPACELESS), ("。", 0), ("\u0301", UNSTEADY)),
        *(("\u00a0", UNSTEADY), ("…", UNSTEADY), ("ﬁ", WORDLIKE | UNSTEADY), ("\u1c81", WORDLIKE | UNSTEADY), ("\x0b", UNSTEADY)),
    ],
)
def test_a_character_is_what_it_is(character: str, bits: int) -> None:
    assert characters()[ord(character)] == bits
