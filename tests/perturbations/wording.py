"""What editors and spinners do to the words and sentences of a report that stays the same report."""

import random
import re

from tests.perturbations.lexicon import SYNONYMS
from tests.perturbations.prose import EVENTS, joined, paragraphs, report, sentences
from tests.perturbations.surface import exchange

CLOSING = {"“": "”", '"': '"'}
SAID = re.compile(r"([“\"])([^“”\"\n]+),[”\"] (?:said )?([A-Z][^.:;,\n]*?)(?: said| told reporters)?\.")
FIGURE = re.compile(r"(?<![\d:.,-])\d[\d,]*(?:\.\d+)?(?![\d:-])")


def spin(body: str, strength: float, rng: random.Random) -> str:
    """Return the body as a spinner leaves it: synonyms, quotations turned round, sentences swapped and some left out."""
    told = paragraphs(drop(synonyms(_turned(body), strength, rng), strength / 5, rng))
    for paragraph in told:
        for at in range(len(paragraph) - 1):
            if rng.random() < strength / 2:
                paragraph[at : at + 2] = paragraph[at + 1], paragraph[at]
    return joined(told)


def _turned(body: str) -> str:
    """Return the body with `"So it is," said X.` told as `X said: "So it is."`."""
    return SAID.sub(lambda match: f"{match[3]} said: {match[1]}{match[2]}.{CLOSING[match[1]]}", body)


def synonyms(body: str, strength: float, rng: random.Random) -> str:
    """Return the body with a share of the words that have a synonym exchanged."""
    return exchange(body, SYNONYMS, strength, rng)


def shuffle(body: str, strength: float, rng: random.Random) -> str:
    """Return the body with a share of its sentences in other places."""
    told = sentences(body)
    moving = [at for at in range(len(told)) if rng.random() < strength]
    moved = rng.sample([told[at] for at in moving], len(moving))
    for at, sentence in zip(moving, moved, strict=True):
        told[at] = sentence
    return " ".join(told)


def drop(body: str, strength: float, rng: random.Random) -> str:
    """Return the body without a share of its sentences; the first one stays."""
    first, *rest = paragraphs(body)
    kept = [[sentence for sentence in paragraph if rng.random() >= strength] for paragraph in rest]
    return joined([first[:1] + [sentence for sentence in first[1:] if rng.random() >= strength], *kept])


def insert(body: str, strength: float, rng: random.Random) -> str:
    """Return the body with foreign sentences among its own: `strength` is their share of the new body."""
    told = paragraphs(body)
    own = sum(len(paragraph) for paragraph in told)
    foreign = [sentence for event in rng.sample(EVENTS, len(EVENTS)) for sentence in sentences(report(rng, (event,), []))]
    for sentence in foreign[: round(own * strength / (1 - strength))]:
        paragraph = rng.choice(told)
        paragraph.insert(rng.randint(1, len(paragraph)), sentence)
    return joined(told)


def rounding(body: str, strength: float, rng: random.Random) -> str:
    """Return the body with a share of its figures rounded to two digits; years, times and single digits stay."""

    def coarser(match: re.Match[str]) -> str:
        figure = float(match.group().replace(",", "").rstrip("."))
        if (figure < 10 and figure.is_integer()) or 1000 <= figure <= 2100 or rng.random() >= strength:
            return match.group()
        rounded = round(figure, 2 - len(str(int(figure))))
        return f"about {rounded:,.{0 if rounded >= 10 else 1}f}"

    return FIGURE.sub(coarser, body)
