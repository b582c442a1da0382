"""Foreign text made fit for one line of a report: inert, measured and cut by the columns it takes on a screen."""

import re
import unicodedata

from dedupe.model import Origin, Story

ELLIPSIS = "…"
_JOINERS = "\u200c\u200d\u200e\u200f"  # emoji, Persian and bidirectional titles need them, and they move nothing else
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+(?:[-'’.,][^\W{_UNSPACED}]+)*")


def inert(text: str) -> str:
    """Return the text on one line, with nothing in it that a terminal would obey.

    Control characters become their pictures; characters that reorder or hide what follows them go.
    """
    shown = text if text.isprintable() else "".join(map(_shown, text))
    return " ".join(shown.split())


def _shown(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    if character.isspace():
        return " "
    match unicodedata.category(character):
        case "Cc" if character < " ":
            return chr(0x2400 + ord(character))
        case "Cc" | "Cs":
            return "\ufffd"
        case "Cf":
            return ""
    return character


def title(story: Story) -> str:
    """Return a story's title on one line, or words that say it has none."""
    return inert(story.title) or "(no title)"


def columns(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    from wcwidth import wcswidth

    return max(int(wcswidth(text)), 0)


def cut(text: str, limit: int) -> str:
    """Return the text in at most `limit` columns, its end given up for an ellipsis."""
    if columns(text) <= limit:
        return text
    kept = _fitting(text, limit - 1)
    while columns(kept) > limit - 1:  # a sequence may be wider than its characters
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def _fitting(text: str, limit: int) -> str:
    from wcwidth import wcwidth

    taken = 0
    for index, character in enumerate(text):
        taken += max(int(wcwidth(character)), 0)
        if taken > limit:
            return text[:index]
    return text


def place(origin: Origin, limit: int) -> str:
    """Return `path:line` in at most `limit` columns, the path's first folders given up for an ellipsis."""
    whole = inert(str(origin))
    if columns(whole) <= limit:
        return whole
    tails = (f"{ELLIPSIS}/{tail}" for tail in _tails(whole))
    fitting = next((tail for tail in tails if columns(tail) <= limit), None)
    return fitting or ELLIPSIS + _fitting(whole[::-1], limit - 1)[::-1]


def _tails(path: str) -> list[str]:
    folders = path.split("/")
    return ["/".join(folders[index:]) for index in range(1, len(folders))]


def words(story: Story) -> int:
    """Return the length of a story's body in words; in scripts without spaces every character is one."""
    return len(_WORD.findall(story.body))


def percent(share: float) -> str:
    """Return a share in [0, 1] as whole percent; only the whole is 100%."""
    return f"{min(round(100 * share), 99) if share < 1 else 100}%"


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number and its noun: "1 cluster", "1,200 clusters"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
