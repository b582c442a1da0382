"""The facts of a cluster, version by version, so that the one that tells otherwise stands out."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from dedupe.diff import Diff, Fact, FactKind
from dedupe.diff.figures import Stated, figures
from dedupe.model import Story
from dedupe.reports.html.foreign import running

MOST = 40  # rows; a cluster of many versions that differ in more is no longer read as a table
SILENT = ""  # what stands for a version that does not tell it
_FIGURES = (FactKind.NUMBER, FactKind.DATE, FactKind.TIME)

Row = dict[str, Any]
Diffs = Mapping[int, Diff]  # of the first version with each other one, by its place


def rows_of(versions: Sequence[Story], diffs: Diffs) -> list[Row]:
    """Return a row for each fact told differently: its kind, its sentence, each version's value, and how many tell each.

    A value is "" where a version is silent, or the place of it among `values`, the most told first.
    """
    told: dict[tuple[str, str], dict[int, str]] = {}
    sentences: dict[tuple[str, str], str] = {}
    for place, diff in sorted(diffs.items()):
        for fact in diff.facts:
            if fact.is_conflict or (fact.only is None and fact.kind is not FactKind.NAME):
                key = _key(fact, place)
                told.setdefault(key, {}).update(_values(fact, place))
                sentences.setdefault(key, fact.left_sentence or fact.right_sentence)
    if not told:
        return []
    texts = [_text(story) for story in versions]
    stated = [Stated(figures(text)) for text in texts]
    rows = [_row(key, values, sentences[key], (texts, stated)) for key, values in told.items()]
    return sorted(rows, key=lambda row: (-len(row["values"]), [*FactKind].index(row["kind"])))[:MOST]


def _key(fact: Fact, place: int) -> tuple[str, str]:
    """Return what makes facts of several diffs one row: the canonical's value, else the value that it lacks."""
    if fact.kind is FactKind.HEADLINE:
        return fact.kind, f"{place if fact.right else 0} {fact.left or fact.right}".casefold()
    return fact.kind, (fact.left or fact.right).casefold()


def _values(fact: Fact, place: int) -> dict[int, str]:
    sides = {0: fact.left, place: fact.right}
    return {at: " ".join(running(value).split()) for at, value in sides.items() if value}


def _row(key: tuple[str, str], values: dict[int, str], sentence: str, versions: tuple[list[str], list[Stated]]) -> Row:
    kind, texts = FactKind(key[0]), versions[0]
    known = [*dict.fromkeys(values.values())]
    cells = [values.get(place) or _told(kind, known, versions, place) for place in range(len(texts))]
    counts = Counter(cell.casefold() for cell in cells if cell)
    written = {cell.casefold(): cell for cell in reversed(cells) if cell}
    return {
        "kind": kind,
        "sentence": " ".join(running(sentence).split()),
        "values": [[written[value], count] for value, count in counts.most_common()],
        "cells": [[*counts].index(cell.casefold()) if cell else -1 for cell in cells],
    }


def _told(kind: FactKind, known: list[str], versions: tuple[list[str], list[Stated]], place: int) -> str:
    """Return which of the known values a version tells too; "" for none."""
    text, stated = versions[0][place], versions[1][place]
    if kind is FactKind.HEADLINE:
        return SILENT
    for value in known:
        mentions = figures(value) if kind in _FIGURES else []
        if any(mention in stated for mention in mentions) or (not mentions and value.casefold() in text.casefold()):
            return value
    return SILENT


def _text(story: Story) -> str:
    return " ".join("\n".join((story.title, *story.summary, story.body)).split())
