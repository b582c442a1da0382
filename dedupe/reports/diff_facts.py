"""The facts of a diff for a person: a table of those that both sides tell, lines for those that one side adds."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from dedupe.diff import Diff, Fact, FactKind, Side
from dedupe.diff.lexicon import HOLLOW
from dedupe.reports import cells
from dedupe.reports.diff_lines import BOLD, DIM, paint, tokens, wrapped

NONE = "–"
MOST = 6  # facts of a kind that one side adds, listed
_QUOTED = 60  # columns of a quotation in such a list
_GAP = 2  # columns between two cells, as tabulate's plain format has them
_PLURAL = {FactKind.QUOTATION: "quotations", FactKind.NAME: "names", FactKind.NUMBER: "numbers", FactKind.DATE: "dates"}
_COUNTED = re.compile(r"\s?([^\W\d_][\w'’-]*)(?:\s([^\W\d_]{4}[\w'’-]*))?")  # the two words after a number
_UNCOUNTED = HOLLOW | {
    "a",
    "and",
    "are",
    "as",
    "at",
    "but",
    "by",
    "had",
    "has",
    "in",
    "is",
    "of",
    "on",
    "or",
    "per",
    "the",
    "to",
    "was",
    "who",
}


def render(diff: Diff, width: int, colour: bool) -> list[str]:
    """Return the lines of the changed facts, conflicts first, or none where there are none."""
    told = [fact for fact in diff.facts if _is_row(fact)]
    lines = _table(told, width, colour) if told else []
    for side, name in ((Side.LEFT, "left"), (Side.RIGHT, "right")):
        alone = [fact for fact in diff.facts if not _is_row(fact) and (fact.left if side is Side.LEFT else fact.right)]
        if alone:
            listed = f"Only on the {name}: {'; '.join(_listed(alone, side))}"
            lines += ["", *wrapped(tokens(listed), width, colour=colour)]
    return [paint("Changed facts", BOLD, colour=colour), *([""] if told else []), *lines] if lines else []


def _is_row(fact: Fact) -> bool:
    """Whether a fact is worth a row: both sides tell it, or leave it out of what both tell; names too often are."""
    return fact.is_conflict or (fact.only is None and fact.kind is not FactKind.NAME)


def _table(facts: Sequence[Fact], width: int, colour: bool) -> list[str]:
    from tabulate import tabulate

    kinds = max(len(fact.kind) for fact in facts)
    room = (width - kinds - 2 * _GAP) // 2
    rows = [row for fact in facts for row in _rows(fact, room, colour)]
    text = tabulate(rows, tablefmt="plain", disable_numparse=True, preserve_whitespace=True)
    return [line.rstrip() for line in text.split("\n")]


def _rows(fact: Fact, room: int, colour: bool) -> Iterator[tuple[str, str, str]]:
    """Yield a row with what each side states, and one with the words around it."""
    left, right = _cell(fact.left, room, colour), _cell(fact.right, room, colour)
    yield fact.kind.value, left, right
    if fact.kind is not FactKind.QUOTATION or not (fact.left and fact.right):
        left, right = _around(fact.left, fact.left_sentence, room), _around(fact.right, fact.right_sentence, room)
        yield "", paint(left, DIM, colour=colour), paint(right, DIM, colour=colour)


def _cell(value: str, room: int, colour: bool) -> str:
    return "\n".join(wrapped(tokens(value or NONE, BOLD), room, colour=colour))


def _around(value: str, sentence: str, room: int) -> str:
    """Return as many words of a sentence as fit around a value, or its first ones."""
    sentence, value = cells.inert(sentence), cells.inert(value)
    start = sentence.find(value) if value else -1
    if start < 0:
        return cells.cut(sentence, room)
    before, after = sentence[:start].split(" "), sentence[start + len(value) :].split(" ")
    first, last = len(before), 0
    grew = True
    while grew:
        grew = False
        for earlier, later in ((first - 1, last), (first, last + 1)):
            text = _excerpt(before, value, after, earlier, later)
            if earlier >= 0 and later <= len(after) and cells.columns(text) <= room:
                first, last, grew = earlier, later, True
    return cells.cut(_excerpt(before, value, after, first, last), room)


def _excerpt(before: list[str], value: str, after: list[str], first: int, last: int) -> str:
    head = f"{cells.ELLIPSIS} " if first > 0 else ""
    tail = f" {cells.ELLIPSIS}" if last < len(after) else ""
    return f"{head}{' '.join(before[max(first, 0) :])}{value}{' '.join(after[:last])}{tail}"


def _listed(facts: Sequence[Fact], side: Side) -> Iterator[str]:
    order = {kind: n for n, kind in enumerate(FactKind)}
    for kind, run in groupby(sorted(facts, key=lambda fact: order[fact.kind]), key=lambda fact: fact.kind):
        told = [*run]
        values = [_value(fact, side) for fact in told[:MOST]]
        more = f" and {len(told) - MOST} more" if len(told) > MOST else ""
        yield f"{kind if len(told) == 1 else _PLURAL.get(kind, f'{kind}s')} {', '.join(values)}{more}"


def _value(fact: Fact, side: Side) -> str:
    """Return a fact as a list has it: a number with what it counts, a quotation in its marks."""
    value, sentence = (fact.left, fact.left_sentence) if side is Side.LEFT else (fact.right, fact.right_sentence)
    if fact.kind is FactKind.QUOTATION:
        return f"“{cells.cut(cells.inert(value), _QUOTED)}”"
    return value + _counted(sentence[sentence.find(value) + len(value) :]) if fact.kind is FactKind.NUMBER else value


def _counted(after: str) -> str:
    """Return what a number counts, in the words after it: " people", " dead whales"; "" where they do not say."""
    words = _COUNTED.match(after)
    told = takewhile(lambda word: word and word.lower() not in _UNCOUNTED, words.groups() if words else ())
    return "".join(f" {word}" for word in told)
