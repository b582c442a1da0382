"""Planted duplicates: what editors, agencies and rewriting tools make of a draft."""

from calendar import month_name
from dataclasses import replace

import numpy as np

from tests.benchmarks.lexicon import IntArray, plain, zipf
from tests.benchmarks.prose import PARAGRAPH, STOP, Draft, Style

SHARES = {"exact": 0.02, "edits": 0.03, "dateline": 0.02, "rewrite": 0.02, "teaser": 0.02}
TEASER_WORDS = 55


def edited(style: Style, draft: Draft, rng: np.random.Generator, changes: int | None = None) -> Draft:
    """Return the draft with 1 to 5 % of its words replaced, dropped or doubled by a new one (or so many changes)."""
    n = len(draft.words)
    changes = changes or max(1, round(rng.uniform(0.01, 0.05) * n))
    places = rng.choice(n - 1, min(changes, n - 1), replace=False)  # the last word keeps its full stop
    times = np.ones(n, np.int64)
    kinds = rng.integers(3, size=len(places))
    words = draft.words.copy()
    words[places[kinds == 0]] = plain(rng, style.lexicon.words, int((kinds == 0).sum()))
    times[places[kinds == 1]] = 0
    times[places[kinds == 2]] = 2
    times[draft.separators >= STOP] = np.maximum(times[draft.separators >= STOP], 1)
    kept = np.repeat(np.arange(n), times)
    added = np.concatenate(([False], kept[1:] == kept[:-1]))
    words, separators = words[kept], draft.separators[kept]
    separators[np.flatnonzero(added) - 1] = 0
    words[added] = plain(rng, style.lexicon.words, int(added.sum()))
    return replace(draft, words=words, separators=separators)


def rewritten(style: Style, draft: Draft, rng: np.random.Generator) -> Draft:
    """Return the draft with 30 to 50 % of each sentence's words replaced by their synonyms; names and numbers stay."""
    sentence = np.concatenate(([0], np.cumsum(draft.separators[:-1] >= STOP)))
    size = np.bincount(sentence)
    plain = draft.words < style.lexicon.words
    share = rng.uniform(0.30, 0.50, len(size))
    order = np.lexsort((rng.random(len(sentence)) + ~plain, sentence))  # by sentence, names and numbers last
    rank = np.empty(len(sentence), np.int64)
    rank[order] = np.arange(len(sentence)) - np.repeat(np.cumsum(size) - size, size)
    chosen = plain & (rank < np.round(share * size)[sentence])
    words = np.where(chosen, synonym(style, draft.words), draft.words)
    titled = np.where(draft.title < style.lexicon.words, synonym(style, draft.title), draft.title)
    return replace(draft, words=words, title=titled)


def teaser(draft: Draft) -> Draft:
    """Return the first 55 words of the draft (or half of a shorter one), in one paragraph."""
    cut = min(TEASER_WORDS, len(draft.words) // 2)
    separators = draft.separators[:cut].copy()
    ends = separators >= STOP
    separators[ends] = STOP + ((separators[ends] - STOP) & ~PARAGRAPH)
    return replace(draft, words=draft.words[:cut], separators=separators)


def dateline(style: Style, rng: np.random.Generator) -> str:
    """Return what an agency puts before a story: a place, a day and its name."""
    place, agency = style.lexicon.table[style.lexicon.first_name + zipf(rng, style.lexicon.names, 2)]
    return f"{place.upper()}, {month_name[int(rng.integers(1, 13))]} {rng.integers(1, 29)} ({agency}) — "


def synonym(style: Style, words: IntArray) -> IntArray:
    """Return the one other word that means the same: its neighbour in rank, so that frequencies stay."""
    partner: IntArray = np.minimum(words ^ 1, style.lexicon.words - 1)
    return partner
