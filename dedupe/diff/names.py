"""The names that a text mentions, where its script has capitals."""

import re
from collections.abc import Iterator, Sequence

from dedupe.diff.lexicon import GERMAN, LINKS, MONTHS, STARTERS, TITLES, WEEKDAYS
from dedupe.diff.mention import Mention, Telling, stems
from dedupe.diff.result import Fact, FactKind

_WORD = re.compile(r"[^\W\d_]+(?:['’\-‑][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’][sS]$")
_INITIAL = 3  # letters of a word that may end in a dot within a name
_OPENS = '.!?:…“"‘«„([「•-–—'  # what a capital may follow, name or not
_CALENDAR = MONTHS.keys() | WEEKDAYS.keys()
_NO_NAMES = _CALENDAR | TITLES | STARTERS
_NOUN_CAPITALS = 0.2  # share of capitals within sentences over which nouns have them ...
_NOUN_WORDS = 3  # ... if there are so many words of German


class Names:
    """The names of a whole story, and the words by which it knows another's."""

    def __init__(self, sentences: Sequence[str], titles: Sequence[str]) -> None:
        self.stems = frozenset(stem for text in (*titles, *sentences) for stem in stems(text))
        inner = [word[0] for sentence in sentences for word in _WORD.finditer(sentence) if not _starts(sentence, word)]
        self._proper = frozenset(_bare(word) for word in inner if word[0].isupper())
        is_german = len(GERMAN.intersection(inner)) >= _NOUN_WORDS
        self._nouns = is_german and sum(word[0].isupper() for word in inner) > _NOUN_CAPITALS * len(inner)
        self._initials = frozenset(_initials(run) for sentence in sentences for run in _runs(sentence))

    def of(self, sentence: str) -> Iterator[Mention]:
        """Yield the names of one of its sentences; a capital that the sentence's start explains is none."""
        for run in _runs(sentence):
            words = [_bare(word[0]) for word in run]
            if self._nouns and (_starts(sentence, run[0]) or not LINKS.isdisjoint(words)):
                continue
            is_doubtful = self._nouns or len(words[0]) < 2 or (_starts(sentence, run[0]) and words[0] not in self._proper)
            if len(run) == 1 and is_doubtful:
                continue
            start, end = run[0].start(), run[-1].start() + len(words[-1])
            yield Mention(FactKind.NAME, tuple(stems(" ".join(words))), sentence[start:end], start, end)

    def __contains__(self, name: Mention) -> bool:
        parts = name.value if isinstance(name.value, tuple) else ()
        known = [part in self.stems for part in parts]
        if 2 * sum(known) > len(known) or (2 * sum(known) == len(known) and known[-1]):
            return True
        short = _short(name)
        return name.text.casefold() in self._initials or (len(short) > 1 and short in self.stems)


def name_facts(told: Telling, left: Names, right: Names) -> Iterator[Fact]:
    """Yield the names that were exchanged for others, then those that only one side knows."""
    lefts, rights = [*left.of(told.left)], [*right.of(told.right)]
    exchanged = set[Mention]()
    for change in told.changes:
        x, y = _at(change.left, lefts), _at(change.right, rights)
        texts = told.left[change.left : change.left_end], told.right[change.right : change.right_end]
        is_news = right.stems.isdisjoint(stems(texts[0])) and left.stems.isdisjoint(stems(texts[1]))
        if x and y and is_news and not _is_short(x, y) and all(map(_is_name, texts)) and exchanged.isdisjoint((x, y)):
            exchanged |= {x, y}
            yield told.fact(FactKind.NAME, x.text, y.text)
    yield from (told.fact(FactKind.NAME, left=x.text) for x in lefts if x not in exchanged and x not in right)
    yield from (told.fact(FactKind.NAME, right=y.text) for y in rights if y not in exchanged and y not in left)


def _runs(sentence: str) -> Iterator[list[re.Match[str]]]:
    """Yield the runs of capitalised words, without the titles before them."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(sentence):
        if run and not _goes_on(run[-1], sentence[run[-1].end() : word.start()]):
            yield from _trimmed(run)
            run = []
        if word[0][0].isupper() or (run and word[0] in LINKS):
            run.append(word)
        elif run:
            yield from _trimmed(run)
            run = []
    yield from _trimmed(run)


def _goes_on(word: re.Match[str], gap: str) -> bool:
    """Whether a name may go on after a word: not past its possessive, nor past a dot that is no initial's."""
    is_ended = _POSSESSIVE.search(word[0]) and _bare(word[0]).lower() not in _NO_NAMES  # but: King's College
    return not is_ended and (gap.isspace() or (gap.rstrip() == "." and len(word[0]) <= _INITIAL))


def _trimmed(run: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    while run and run[0][0].lower() in _NO_NAMES:
        run = run[1:]
    while run and (run[-1][0] in LINKS or run[-1][0].lower() in _CALENDAR):
        run = run[:-1]
    if run:
        yield run


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)


def _short(name: Mention) -> str:
    """Return the initials of a name."""
    parts = name.value if isinstance(name.value, tuple) else ()
    return "".join(part[:1] for part in parts if part not in LINKS)


def _is_short(left: Mention, right: Mention) -> bool:
    """Whether one name is the other's initials."""
    return left.text.casefold() == _short(right) or right.text.casefold() == _short(left)


def _initials(run: list[re.Match[str]]) -> str:
    return "".join(word[0][0] for word in run if word[0] not in LINKS).casefold()


def _starts(sentence: str, word: re.Match[str]) -> bool:
    before = sentence[: word.start()].rstrip()
    return not before or before[-1] in _OPENS


def _at(place: int, names: list[Mention]) -> Mention | None:
    return next((name for name in names if name.start <= place < name.end), None)


def _is_name(text: str) -> bool:
    return all(word[:1].isupper() for word in _WORD.findall(text))
