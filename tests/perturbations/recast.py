"""The sentences of a report built otherwise: clauses turned round, attributions moved, phrases exchanged."""

import random
import re
from collections.abc import Callable

from tests.perturbations.prose import joined, paragraphs
from tests.perturbations.surface import exchange
from tests.perturbations.wording import spin

DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
SAYS = "said|says|announced|reported|stated|claimed"
NUMERALS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# What one desk writes for another's words; a hyphen stands for a space.
_PHRASES = """
which that|but yet|into in|upon on|above over|under below|near close-to|until till|without with-no|its their
would was-to|could was-able-to|must has-to|may might|each every|such-as like|more-than over|at-least no-fewer-than
because-of owing-to|no-longer not-any-more|had-been was|has-been was|have-been were|did-not failed-to|was-not wasn’t
percent per-cent|so-that so|as-well-as and-also|at-once immediately|whether if|though even-if|since from|out-of from
""".replace("\n", "|")
PHRASES = {
    left.replace("-", " "): right.replace("-", " ") for left, right in (pair.split() for pair in _PHRASES.split("|") if pair)
}
FILLERS = ("also", "in fact", "reportedly", "meanwhile", "by all accounts", "at this point", "once more")
AUXILIARY = re.compile(r"\b(?:has|had|was|were|is|are|will|would|have|can|could)\b")
PHRASE = re.compile(rf"\b(?:{'|'.join(sorted(PHRASES, key=len, reverse=True))})\b")


def heavy_spin(body: str, strength: float, rng: random.Random) -> str:
    """Return the body recast, padded and then spun: few words in a row are left."""
    return spin(_padded(recast(body, strength, rng), strength, rng), strength, rng)


def recast(body: str, strength: float, rng: random.Random) -> str:
    """Return the body with a share of its sentences turned round, and a share of its phrases exchanged."""
    told = [[_turned(sentence, strength, rng) for sentence in paragraph] for paragraph in paragraphs(body)]
    numbered = exchange(joined(told), dict(zip(NUMERALS, map(str, range(2, 13)), strict=True)), strength, rng)
    return PHRASE.sub(lambda match: PHRASES[match.group()] if rng.random() < strength else match.group(), numbered)


def _padded(body: str, strength: float, rng: random.Random) -> str:
    """Return the body with a filler behind a share of its auxiliary verbs."""
    return AUXILIARY.sub(lambda m: f"{m.group()} {rng.choice(FILLERS)}" if rng.random() < strength else m.group(), body)


def _turned(sentence: str, strength: float, rng: random.Random) -> str:
    """Return the sentence with the first turn that fits it; quotations keep their order."""
    if rng.random() >= strength or re.search(r"[“”\"]", sentence):
        return sentence
    turned = (pattern.sub(turn, sentence) for pattern, turn in TURNS)
    return next((other for other in turned if other != sentence), sentence)


def _attributed(match: re.Match[str]) -> str:
    return f"According to {_small(match[2])}, {_small(match[1])}."


def _trailing(match: re.Match[str]) -> str:
    return f"{_large(match[2])}, {_small(match[1])} explained."


def _clause_first(match: re.Match[str]) -> str:
    return f"{_large(match[2])} {match[3]}, {_small(match[1])}."


def _clause_last(match: re.Match[str]) -> str:
    return f"{_large(match[3])} {_small(match[1])} {match[2]}."


def _day_first(match: re.Match[str]) -> str:
    return f"On {match[2]}, {_small(match[1])}{match[3]}"


def _large(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    """Return the text as it goes on after a comma: articles and pronouns are written small, names as they are."""
    first = text.partition(" ")[0]
    is_plain = first in {
        "The",
        "A",
        "An",
        "It",
        "He",
        "She",
        "They",
        "Its",
        "His",
        "Her",
        "Their",
        "In",
        "At",
        "Some",
        "Two",
        "This",
    }
    return text[:1].lower() + text[1:] if is_plain else text


TURNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"^([^“]+), ([^,]{{3,60}}?) (?:{SAYS})\.$"), _attributed),
    (re.compile(rf"^([^,]{{3,70}}?) (?:{SAYS}) (?:that )?([a-z][^“]+)\.$"), _trailing),
    (re.compile(r"^(After|When|While|If|Since|Because|Before|Until) ([^,]+), ([^“]+)\.$"), _clause_last),
    (re.compile(r"^([^,]+?),? (after|because|while|when|although|before|until|since) ([^“]+)\.$"), _clause_first),
    (re.compile(rf"^([A-Z].+?) on ({DAYS})\b(.*)$"), _day_first),
    (re.compile(r"^([^,]{12,}?), (?:and|but) ([^“]+)\.$"), lambda m: f"{_large(m[2])}, and {_small(m[1])}."),
    (re.compile(r"\b([Tt])he (\w+) of the (\w+)"), lambda m: f"{m[1]}he {m[3]}’s {m[2]}"),
)
