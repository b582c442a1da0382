"""What changes how a text is spelled or encoded, and leaves its words to a reader's eye."""

import random
import re

from tests.perturbations.lexicon import SPELLINGS

STRAIGHT = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "—": "-", "–": "-", "…": "...", "\u00a0": " "})
LOOKALIKES = str.maketrans("aceopxyAEKMOT", "асеорхуАЕКМОТ")
INVISIBLE = ("\u200b", "\u200d", "\u2060", "\u00ad")
MISREAD = {"m": "rn", "rn": "m", "l": "1", "o": "0", "e": "c", "h": "b", "cl": "d", "i": "l", "s": "5", "u": "v"}
WORD = re.compile(r"[A-Za-z]{4,}")
QUOTED = re.compile(r'"([^"\n]*)"')


def typography(body: str, strength: float, rng: random.Random) -> str:
    """Return the body with the other kind of quotes, and no-break spaces for a share of the spaces."""
    plain = body.translate(STRAIGHT)
    dressed = QUOTED.sub(r"“\1”", plain.replace("'", "’")) if plain == body else plain
    return re.sub(" ", lambda _: "\u00a0" if rng.random() < strength / 2 else " ", dressed)


def entities(body: str, strength: float, rng: random.Random) -> str:
    """Return the body as markup: paragraphs in tags, and a share of the signs escaped, half of those twice."""

    def escape(match: re.Match[str]) -> str:
        if rng.random() >= strength:
            return match.group()
        return f"&{rng.choice(('', 'amp;'))}#{ord(match.group())};"

    marked = re.sub(r"[\"'“”’‘—–,;]", escape, body)
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in marked.split("\n\n"))


def zero_width(body: str, strength: float, rng: random.Random) -> str:
    """Return the body with an invisible character inside a share of its longer words."""

    def split(match: re.Match[str]) -> str:
        word = match.group()
        if rng.random() >= strength:
            return word
        at = rng.randrange(1, len(word))
        return word[:at] + rng.choice(INVISIBLE) + word[at:]

    return WORD.sub(split, body)


def homoglyphs(body: str, strength: float, rng: random.Random) -> str:
    """Return the body with Cyrillic look-alikes in a share of its longer words; each keeps a Latin letter."""

    def disguise(match: re.Match[str]) -> str:
        word = match.group()
        other = word.translate(LOOKALIKES)
        return other if rng.random() < strength and re.search("[A-Za-z]", other) else word

    return WORD.sub(disguise, body)


def ocr(body: str, strength: float, rng: random.Random) -> str:
    """Return the body as a scanner misread it: `strength` is the share of confusable letters confused."""
    confusable = re.compile("|".join(sorted(MISREAD, key=len, reverse=True)))
    return confusable.sub(lambda m: MISREAD[m.group()] if rng.random() < strength else m.group(), body)


def spelling(body: str, strength: float, rng: random.Random) -> str:
    """Return the body spelled for the other side of the ocean, a share of the words that differ."""
    return exchange(body, SPELLINGS, strength, rng)


def exchange(body: str, table: dict[str, str], strength: float, rng: random.Random) -> str:
    """Return the body with a share of the table's words exchanged; a capital stays a capital."""

    def swap(match: re.Match[str]) -> str:
        word = match.group()
        other = table.get(word.lower())
        if other is None or word[1:] != word[1:].lower() or rng.random() >= strength:
            return word
        return other[0].upper() + other[1:] if word[0].isupper() else other

    return re.sub(r"\b[A-Za-z]+\b", swap, body)
