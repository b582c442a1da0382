"""Bodies that are no story: placeholders, cookie walls and error pages under many titles."""

import re

LONGEST = 2000  # characters of a body that may be furniture
FOREIGN = 0.25  # share of a title's words, at most, that its body has if it is not about it
MOSTLY = 2 / 3  # of the titles are foreign to the body
APART = 0.6  # distinct words of the titles over all their words, at least
SOME = 50  # titles that are looked at

_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]{3,}")


def is_furniture(body: str, titles: list[str]) -> bool:
    """Return whether a body that stands under several titles is about none of them.

    Most titles must be foreign to the body and have little in common: a story posted again under a new headline is neither.
    """
    there = set(_WORD.findall(body.casefold()))
    told = [set(_WORD.findall(title.casefold())) for title in sorted(set(titles))[:SOME]]
    told = [words for words in told if words]
    if len(told) < 2:
        return False
    foreign = sum(len(words & there) <= FOREIGN * len(words) for words in told)
    apart = len(set().union(*told)) / sum(map(len, told))
    return foreign >= MOSTLY * len(told) and (apart >= APART or (len(told) > 5 and foreign == len(told)))
