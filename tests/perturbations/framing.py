"""What stands around a story when another site shows it: a cut, bullets, a dateline, a footer."""

import random

from tests.perturbations.prose import PLACES, sentences

AGENCIES = ("Northline", "Upland News", "Ledger Wire", "Meridian")
AUTHORS = ("Gudrun Palsdottir", "Otis Vandermeer", "Our own correspondent")
MONTHS = ("Jan.", "March", "June", "Sept.", "Nov.")
FOOTERS = {
    "The Tide": (
        "Sign up for The Tide at Seven, our free newsletter, and start the day with everything that you missed in your sleep.",
        "The Tide is funded by its readers. If you value what we do, please consider a gift of any size.",
        "Follow us wherever you get your news. Comments on this article are open until midnight and are read by people.",
    ),
    "Vale Messenger": (
        "This article is part of our series on the places where we live. To read the others, choose a theme from the menu above.",
        "Do you know more about this story? Our reporters can be reached in confidence, by letter or through the secure form.",
        "The Vale Messenger belongs to a trust and carries no advertising for spirits, lotteries or pedigree dogs.",
    ),
}


def teaser(body: str, strength: float, rng: random.Random) -> str:
    """Return the first words of the body and an ellipsis: 60 words at strength 0, 20 at strength 1."""
    return " ".join(body.split()[: 60 - round(40 * strength)]) + " …"


def wp_teaser(body: str, strength: float, rng: random.Random) -> str:
    """Return 55 words: sentences of the body as bullets, for a share of them, then its first words, cut."""
    told = sentences(body)
    bullets: list[str] = []
    for sentence in rng.sample(told[1:], len(told) - 1):
        if len(" ".join([*bullets, sentence]).split()) <= 55 * strength:
            bullets.append(sentence)
    words = " ".join(bullets).split()
    return " ".join(words + body.split()[: 55 - len(words)]) + " …"


def datelines(body: str, strength: float, rng: random.Random) -> str:
    """Return the body with a dateline before it and, from strength 0.5, a byline above that."""
    day, agency = f"{rng.choice(MONTHS)} {rng.randint(1, 28)}", rng.choice(AGENCIES)
    dated = f"{rng.choice(PLACES).upper()}, {day} ({agency}) — {body}"
    return f"By {rng.choice(AUTHORS)}\n\n{dated}" if strength >= 0.5 else dated


def boilerplate(body: str, strength: float, rng: random.Random) -> str:
    """Return the body above its source's footer, of one to three paragraphs."""
    return "\n\n".join([body, *FOOTERS[rng.choice(sorted(FOOTERS))][: 1 + round(2 * strength)]])
