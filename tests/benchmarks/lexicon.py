"""An invented vocabulary that reads like a language: function words, pronounceable words, names and numbers."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

IntArray = NDArray[np.int64]
EXPONENT = 1.17  # of Zipf's law

# The most frequent words of English in order: they make half of any text, and nothing in them is invented news.
_FREQUENT = """
the of to and a in that is was for on it with as he at by from be his has have not are they this but an had which will
were who said would been their more its or one after about than she her when there out we up over also into all new
other some could two last only first may most such now under while if no so what between before any can during many
where through because them him against since both should those each very still then these did being even around another
"""
FUNCTION = _FREQUENT.split()
ONSETS = [
    "b",
    "c",
    "d",
    "f",
    "g",
    "h",
    "j",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "br",
    "ch",
    "dr",
    "gl",
    "gr",
    "pl",
    "sh",
    "st",
    "tr",
]
VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ou"]
ENDINGS = ["", "n", "r", "s", "t", "l", "ed", "ing", "er", "ly", "ment", "al"]
SURNAMES = ["", "n", "r", "s", "ov", "sen", "berg", "ton", "stan", "ez", "ski", "man"]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every word by number: `words` small, the same again capitalised, then `names`, then `numbers`."""

    table: NDArray[np.object_]
    words: int
    names: int
    numbers: int

    @property
    def first_name(self) -> int:
        """Where the names begin: whatever comes from here on is a name or a number."""
        return 2 * self.words

    @property
    def first_number(self) -> int:
        """Where the numbers begin."""
        return 2 * self.words + self.names


def lexicon(tokens: int, rng: np.random.Generator) -> Lexicon:
    """Return a lexicon as large as a language shows of itself in so many tokens (Heaps' law, with exponent 0.55)."""
    seen = max(tokens, 1_000) ** 0.55
    small = list(dict.fromkeys(FUNCTION + _invented(int(20 * seen), ENDINGS, rng)))
    names = [name.capitalize() for name in _invented(int(12 * seen), SURNAMES, rng)]
    numbers = _numbers(int(6 * seen), rng)
    every = small + [word[0].upper() + word[1:] for word in small] + names + numbers
    return Lexicon(np.array(every, object), len(small), len(names), len(numbers))


def zipf(rng: np.random.Generator, size: int, shape: int | tuple[int, ...], flat: float = 1.0) -> IntArray:
    """Return ranks below `size`, drawn by the law of Zipf and Mandelbrot: P(r) ~ (flat + r) ** -EXPONENT, by its inverse."""
    low, high = flat ** (1 - EXPONENT), (flat + size) ** (1 - EXPONENT)
    ranks = (low - rng.random(shape) * (low - high)) ** (1 / (1 - EXPONENT)) - flat
    return ranks.astype(np.int64).clip(0, size - 1)


def plain(rng: np.random.Generator, words: int, shape: int | tuple[int, ...]) -> IntArray:
    """Return small words out of so many, as they come in a text: not quite half of them function words."""
    content = len(FUNCTION) + zipf(rng, words - len(FUNCTION), shape, flat=30.0)
    chosen: IntArray = np.where(rng.random(shape) < 0.45, zipf(rng, len(FUNCTION), shape, flat=2.0), content)
    return chosen


def _invented(n: int, endings: list[str], rng: np.random.Generator) -> list[str]:
    """Two syllables, or three for every third word, and an ending: all distinct, short ones first as in any language."""
    syllables = [onset + vowel for onset in ONSETS for vowel in VOWELS]
    k, e = len(syllables), len(endings)
    longer = rng.choice(k * k * k * e, n // 3, replace=False)
    shorter = rng.choice(k * k * e, min(n - n // 3, k * k * e), replace=False)
    made = [syllables[c // e // k] + syllables[c // e % k] + endings[c % e] for c in shorter.tolist()]
    made += [
        syllables[c // e // k // k] + syllables[c // e // k % k] + syllables[c // e % k] + endings[c % e] for c in longer.tolist()
    ]
    return list(dict.fromkeys(made))


def _numbers(n: int, rng: np.random.Generator) -> list[str]:
    """Counts, sums, shares and years, small ones more often."""
    values = np.exp(rng.random(n) * 14).astype(int).tolist()
    forms = ("{:,}", "{}.5", "${:,}", "{:,}", "{}th", "€{:,}")
    made = [str(year) for year in range(2024, 2012, -1)] + [forms[i % len(forms)].format(v) for i, v in enumerate(values)]
    return list(dict.fromkeys(made))
