"""What a line of a flattened page is by its words alone: a date, a byline, a count, a call to read on."""

import re
from enum import IntEnum

from dedupe.readers.datelines import is_dateline
from dedupe.readers.page_words import BY, COUNT_WORDS, FURNITURE, LABELS, READ_MORE

SHORT = 160  # characters: a longer line is text, a bullet or an embed
LONG_WORD = 7  # letters: a longer word says "read more" by itself before a title


class Kind(IntEnum):
    """What a line is by its words."""

    TEXT = 0
    DATE = 1
    BYLINE = 2
    COUNT = 3
    MORE = 4
    BULLET = 5
    EMBED = 6
    LABEL = 7
    CHROME = 8


BULLET = re.compile(r"^(?:[•●◦▪▸►▶‣∙·*»›→–—-]|\d{1,3}[.)])\s+(?=\S)")
_EMBED = re.compile(r"^\[/?[a-z][\w-]*(?:[\s=][^\]]*)?\]$|^https?://\S+$|^pic\.twitter\.com\S*$", re.IGNORECASE)
_PAGING = re.compile(
    r"[^\W\d_]+ \d+ (?:of|von|de|di|sur|van|av|af|из|з|z|/) \d+\W*$"  # Page 2 of 9
    r"|^\W*\d+(?:\W+\d+){2,}(?:\W+\w+){0,2}\W*$"  # 1 2 3 ... 9 Next
    r"|^[«»‹›←→]+$",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"©|\(c\) (?:19|20)\d\d|\bcookies?\b.*[.!]$", re.IGNORECASE)
_PARTS = re.compile(r"\s*[|•·]\s*|\s[/–—-]\s")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def kind_of(text: str) -> Kind:
    """Return what a line is by its words: long lines are text, bullets or embeds."""
    if _EMBED.match(text):
        return Kind.EMBED
    kind = _short_kind(text) if len(text) <= SHORT else Kind.TEXT
    if kind is Kind.TEXT and BULLET.match(text):
        return Kind.BULLET
    return _mixed_kind(text) if kind is Kind.TEXT and len(text) <= SHORT else kind


def _short_kind(text: str) -> Kind:
    plain = bare(text)
    if call_of(plain):
        return Kind.MORE
    if plain in FURNITURE or _NOTICE.search(text):
        return Kind.CHROME
    if _is_count(text, plain):
        return Kind.COUNT
    if is_dateline(text):
        return Kind.DATE
    if len(text) <= 12 and any(c.isdecimal() for c in text) and not _WORD.search(text):
        return Kind.COUNT
    if _PAGING.search(text):
        return Kind.CHROME
    if _is_byline(text):
        return Kind.BYLINE
    return Kind.LABEL if _is_label(text) else Kind.TEXT


def _mixed_kind(text: str) -> Kind:
    """Return the kind of a line such as "News | By Jane Roe | 3 comments", whose parts are short and one of them known."""
    parts = [part for part in _PARTS.split(text) if part.strip()]
    if not 2 <= len(parts) <= 7 or any(len(part.split()) > 5 or len(part) > 40 for part in parts):
        return Kind.TEXT
    kinds = [_short_kind(part.strip()) for part in parts]
    return next((kind for kind in kinds if kind in (Kind.DATE, Kind.COUNT, Kind.BYLINE, Kind.LABEL)), Kind.TEXT)


def _is_count(text: str, plain: str) -> bool:
    words = _WORD.findall(plain)
    known = 0 < len(words) <= 6 and all(word in COUNT_WORDS for word in words)
    return known and (len(words) > 1 or any(c.isdecimal() for c in text))


def _is_byline(text: str) -> bool:
    words = text.rstrip(" -–—|:").split()
    if not 2 <= len(words) <= 7 or text.endswith((".", "?", "!", "…")):
        return False
    names = [word for word in words[1:] if len(word) > 3] or words[1:]
    first = " ".join(words[:2]).casefold().rstrip(":")
    led = words[0].casefold().rstrip(":：") in BY or first in BY
    named = not any(word[0].islower() or word[0].isdecimal() for word in names)
    return (led and named and len(words) <= 6) or (text.endswith((" -", " –", " —")) and named)


def _is_label(text: str) -> bool:
    head, colon, rest = text.partition(":")
    if colon and len(rest) < 120:
        return head.strip().casefold() in LABELS
    words = text.casefold().split()
    return " ".join(words[:2]) in LABELS or (len(words) <= 3 and bool(words) and words[0] in LABELS)


def bare(text: str) -> str:
    """Return a short line without its case, arrows, brackets and marks at the ends."""
    return text.casefold().strip(" \t\xa0.…:;,!?»«›‹>→←⟶➜▶▸►·•|()[]{}<\"'“”„-–—+*&")


def call_of(plain: str) -> str:
    """Return the "read more" that a bare line is, or that stands in it before the title of the story; else ""."""
    if plain in READ_MORE:
        return plain
    words = plain.split(None, 3)
    for size in range(1, len(words)):
        lead = " ".join(words[:size])
        name = lead.rstrip(":：“\"'")
        if name in READ_MORE and (size > 1 or len(name) > LONG_WORD or lead[-1] in ":："):
            return name
    return ""
