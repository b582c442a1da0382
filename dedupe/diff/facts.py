"""What two stories tell differently: numbers, dates, names, quotations, and what one denies of the other."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from dedupe.diff.blocks import Passage
from dedupe.diff.conflicts import figure_facts
from dedupe.diff.figures import Stated, figures
from dedupe.diff.headline import Sentence, contradictions
from dedupe.diff.mention import Telling, telling
from dedupe.diff.names import Names, name_facts
from dedupe.diff.negations import negation_facts
from dedupe.diff.quotations import quotation_facts, spoken
from dedupe.diff.result import Fact, FactKind, Part, Side
from dedupe.diff.wording import words

_GRAVITY = {kind: n for n, kind in enumerate(FactKind)}


def changed_facts(parts: Mapping[Part, Sequence[Passage]]) -> tuple[Fact, ...]:
    """Return what the stories tell differently, each fact once: conflicts first, then what one side lacks.

    Only sentences that both tell can conflict; and what a story states anywhere, it does not lack.
    """
    told = {part: [*_tellings(passages)] for part, passages in parts.items()}
    body = [*told[Part.SUMMARY], *told[Part.BODY]]
    left = _Story([t.left for t in told[Part.TITLE]], [t.left for t in body])
    right = _Story([t.right for t in told[Part.TITLE]], [t.right for t in body])
    facts = [fact for part in told for t in told[part] if t.shared < 1 for fact in _facts(t, part, left, right)]
    facts += _headline(Side.LEFT, left, [Sentence(t.left, t.right) for t in body if t.left], right)
    facts += _headline(Side.RIGHT, right, [Sentence(t.right, t.left) for t in body if t.right], left)
    distinct: dict[tuple[str, ...], Fact] = {}
    for fact in facts:
        distinct.setdefault((fact.kind, fact.left.casefold(), fact.right.casefold()), fact)
    return tuple(sorted(_without_repeats(distinct.values()), key=_rank))


class _Story:
    """All that one story tells, asked whether it tells what the other does."""

    def __init__(self, titles: Iterable[str], sentences: Iterable[str]) -> None:
        self.titles, self._sentences = [*filter(None, titles)], [*filter(None, sentences)]
        self.names = Names(self._sentences, self.titles)
        self.stated = Stated(mention for text in self._texts for mention in figures(text))

    @property
    def _texts(self) -> list[str]:
        return [*self.titles, *self._sentences]

    @cached_property
    def stated_below(self) -> Stated:
        """What it states below its headline."""
        return Stated(mention for text in self._sentences for mention in figures(text))

    @cached_property
    def spoken(self) -> str:
        return spoken([word.key for text in self._texts for word in words(text)])


def _tellings(passages: Iterable[Passage]) -> Iterator[Telling]:
    """Yield what passages tell; one that moved tells it where it stands now."""
    return (telling(p.spans) for p in passages if p.move is None or p.side is Side.RIGHT)


def _facts(told: Telling, part: Part, left: _Story, right: _Story) -> Iterator[Fact]:
    yield from negation_facts(told)
    yield from figure_facts(told, left.stated, right.stated)
    yield from quotation_facts(told, left, right)
    if part is not Part.TITLE:  # where every word may have a capital
        yield from name_facts(told, left.names, right.names)


def _headline(side: Side, story: _Story, sentences: Sequence[Sentence], other: _Story) -> Iterator[Fact]:
    for title in story.titles:
        for found in contradictions(title, sentences, story.stated_below, other.stated):
            value, sentence = f"{found.headline}, but {found.text} in its text", " ".join(found.sentence.split())
            sides = ((value, ""), (sentence, "")) if side is Side.LEFT else (("", value), ("", sentence))
            yield Fact(FactKind.HEADLINE, *sides[0], *sides[1])


def _without_repeats(facts: Collection[Fact]) -> Iterator[Fact]:
    """Yield the facts without those of one side that a conflict states too, or a longer name: Orr beside Ada Orr."""
    alone = [fact for fact in facts if not fact.is_conflict]
    stated = {value for fact in facts if fact.is_conflict for value in _values(fact)}
    endings = {value.split()[-1] for fact in alone if fact.kind is FactKind.NAME for _, _, value in _values(fact) if " " in value}
    for fact in facts:
        is_short_name = fact.kind is FactKind.NAME and fact.left + fact.right in endings
        if fact.is_conflict or not (is_short_name or stated.intersection(_values(fact))):
            yield fact


def _values(fact: Fact) -> list[tuple[FactKind, Side, str]]:
    """Return what a fact states, and on which side."""
    sides = (Side.LEFT, fact.left), (Side.RIGHT, fact.right)
    return [(fact.kind, side, value.casefold() if fact.kind is not FactKind.NAME else value) for side, value in sides if value]


def _rank(fact: Fact) -> tuple[int, int]:
    """Return a fact's place: conflicts, then what is missing in a sentence of both, then what one side adds."""
    return (0 if fact.is_conflict else 1 if fact.only is None else 2 if fact.only is Side.LEFT else 3), _GRAVITY[fact.kind]
