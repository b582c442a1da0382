"""Stories that look like a given one and are another: none of these may be merged with it."""

import random
import re
from itertools import cycle

from tests.perturbations.prose import AFTERMATHS, EVENTS, PERSONS, PLACES, names, paragraphs, report, sentences

NUMERALS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMERAL = re.compile(rf"\b(?:{'|'.join(NUMERALS)})\b")
DIGIT = re.compile(r"\d")


def pasted(body: str, strength: float, rng: random.Random) -> str:
    """Return reports of other events with a passage of the body pasted in: `strength` is its share of the words."""
    passage = _passage(sentences(body), strength * len(body.split()), rng)
    around = _others(rng, round(len(passage.split()) * (1 - strength) / strength))
    middle = len(around) // 2
    return "\n\n".join(filter(None, (" ".join(around[:middle]), passage, " ".join(around[middle:]))))


def template_other_facts(body: str, strength: float, rng: random.Random) -> str:
    """Return the same form filled in otherwise: a share of the names, and every figure, replaced one for one."""
    others = cycle(rng.sample([*PERSONS, *PLACES], len(PERSONS) + len(PLACES)))
    for name in names(body):
        if rng.random() < strength:
            body = _rename(body, name, next(others))
    body = NUMERAL.sub(lambda m: rng.choice([numeral for numeral in NUMERALS if numeral != m.group()]), body)
    return DIGIT.sub(lambda m: rng.choice([d for d in "123456789" if d != m.group()]), body)


def follow_up(body: str, strength: float, rng: random.Random) -> str:
    """Return news of the next day above old background: `strength` is the share that the old body has in the new."""
    lead = report(rng, AFTERMATHS, names(body))
    room = len(lead.split()) * strength / (1 - strength)
    background: list[str] = []
    for sentence in reversed([s for paragraph in paragraphs(body)[1:] for s in paragraph]):
        if len(" ".join([sentence, *background]).split()) <= room:
            background.insert(0, sentence)
    return "\n\n".join(filter(None, (lead, " ".join(background))))


def same_day_other_event(body: str, strength: float, rng: random.Random) -> str:
    """Return the report of another event with the names of this story in it; at strength 1 of two events."""
    events = rng.sample(EVENTS, 2)[: 1 + round(strength)]
    return "\n\n".join(report(rng, (event,), names(body)) for event in events)


def _passage(told: list[str], words: float, rng: random.Random) -> str:
    """Return sentences in a row that have about so many words."""
    runs = [" ".join(told[start:stop]) for start in range(len(told)) for stop in range(start + 1, len(told) + 1)]
    near = sorted(runs, key=lambda run: abs(len(run.split()) - words))
    return rng.choice(near[:3])


def _others(rng: random.Random, words: int) -> list[str]:
    told: list[str] = []
    for event in rng.sample([*EVENTS, *AFTERMATHS], len(EVENTS) + len(AFTERMATHS)):
        if len(" ".join(told).split()) < words:
            told += sentences(report(rng, (event,), []))
    return told


def _rename(body: str, name: str, other: str) -> str:
    """Return the body with a name replaced wherever it stands in full or by its last word."""
    renamed = re.sub(rf"\b{name}\b", other, body)
    return re.sub(rf"\b{name.split()[-1]}\b", other.split()[-1], renamed)
