"""The numbers that a text states, in digits or in English words."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from dedupe.diff.lexicon import GROUPS, ONES, SCALES, SPELLED, TEENS, TENS, UNITS, VAGUE
from dedupe.diff.mention import Mention, bare_words, lowered
from dedupe.diff.result import FactKind
from dedupe.diff.wording import SPACELESS


class Quantity(NamedTuple):
    """A number, or the range that a vague word leaves open, with % or its currency."""

    low: Decimal
    high: Decimal
    unit: str = ""

    def agrees(self, other: "Quantity") -> bool:
        """Return whether both can be true of one thing; an unnamed unit fits any."""
        fits = not (self.unit and other.unit) or self.unit == other.unit
        return fits and self.low <= other.high and other.low <= self.high


_SMALL = ONES | TEENS | SPELLED | {"zero": 0}
_WORDS = _SMALL | TENS | {"a": 1, "an": 1}
_HAS_DIGIT = re.compile(r"\d")
_NUMBER_WORDS = (_WORDS | GROUPS | VAGUE).keys() - {"a", "an"}
_LATIN = "a-zà-ɏа-ӿ"
_LETTER_SCALES = {"m": 10**6, "b": 10**9}  # of money only: 20m is a length


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_DIGITS = r"\d{1,3}(?:[,'’ \u00a0\u202f]\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)?"
_ONE = rf"(?:{_any(TENS)})(?:[-\s](?:{_any(ONES)}))?|{_any(_SMALL)}"
_LONG_SCALES = [word for word in SCALES if len(word) > 3]
_SCALE = rf"[\s-]?(?P<scale>{_any(SCALES)})(?![{_LATIN}])"
_LATER = rf"(?=\s(?:to|or|and|bis|und)\s[$€£]?(?:{_DIGITS})[\s-]?(?P<later>{_any(SCALES)})(?![{_LATIN}]))"
_NUMBER = re.compile(
    rf"(?<![^\W{SPACELESS}])(?<![.,])(?<![^\W\d_][-‑–])(?P<currency>[$€£])?\s?(?P<digits>{_DIGITS})(?:(?:[-‑–—]|(?<=(?:19|20)\d\d)/(?=\d\d(?!\d)))(?P<to>{_DIGITS}))?"
    rf"(?:{_SCALE}|(?(currency)(?P<letter>[mb])(?!\w))|{_LATER})?(?:[\s-]?(?P<unit>{_any(UNITS)})(?![{_LATIN}]))?"
    rf"(?!(?!(?:mm?|[ck]m|ft|k?g|km/h|mph|in|s|h|min|x|c|f)(?!\w))[{_LATIN}])(?![.,]?\d)"
    rf"|\b(?P<vague>{_any(VAGUE)})\b"
    rf"|\b(?P<words>(?:(?:an?|{_ONE})\s(?:dozen|hundred)(?:\s(?:and\s)?(?:{_ONE}))?|{_ONE})(?:\s(?:{_any(_LONG_SCALES)}))*"
    rf"|an?\s(?:thousand|million|billion))\b(?:\s(?P<word_unit>{_any(UNITS)})\b)?",
)


def quantities(text: str) -> Iterator[Mention]:
    """Yield the numbers of a text; those that are part of a name, as in MQ-9, are none."""
    if not _HAS_DIGIT.search(text) and _NUMBER_WORDS.isdisjoint(bare_words(text)):
        return
    for match in _NUMBER.finditer(lowered(text)):
        yield Mention(FactKind.NUMBER, _quantity(match), text[match.start() : match.end()].strip(), match.start(), match.end())


def _quantity(match: re.Match[str]) -> Quantity:
    if vague := match["vague"]:
        low, high = VAGUE[vague]
        return Quantity(Decimal(low), Decimal(high))
    if words := match["words"]:
        value = last = _spelled(words)
        unit = match["word_unit"]
    else:
        scale = _LETTER_SCALES.get(match["letter"] or "") or SCALES.get(match["scale"] or match["later"] or "", 1)
        value, last = _written(match["digits"]) * scale, _written(match["to"] or match["digits"]) * scale
        unit = match["unit"] or match["currency"]
    return Quantity(value, max(value, last), UNITS.get(unit or "", ""))  # 2017-18 is a season, and 3-1 a score


def _written(digits: str) -> Decimal:
    """Return the value of digits with separators: groups of three are thousands, unless a zero leads them."""
    plain = re.sub(r"['’ \u00a0\u202f]", "", digits)
    for thousands, decimal in ((",", "."), (".", ",")):
        if not plain.startswith("0") and re.fullmatch(rf"\d+(?:\{thousands}\d{{3}})+(?:\{decimal}\d+)?", plain):
            return Decimal(plain.replace(thousands, "").replace(decimal, "."))
    *groups, last = re.split("[.,]", plain)
    if len(groups) > 1:  # zeros lead it: 0,001,234
        alike = len(set(re.findall("[.,]", plain))) == 1
        return Decimal("".join([*groups, last] if alike else [*groups, ".", last]))
    return Decimal(".".join([*groups, last]))


def _spelled(words: str) -> Decimal:
    value = 0
    for word in re.split(r"[-\s]+", words):
        if word in SCALES:
            value *= SCALES[word]
        elif word != "and":
            value += _WORDS[word]
    return Decimal(value)
