"""What a team lets pass in a check, and what that says of a report."""

import re
from dataclasses import dataclass, field
from fractions import Fraction

from dedupe.errors import SettingsError
from dedupe.model.story import Relation

DECISION, HEALTH = "decision", "health"
REPEATS = (Relation.IDENTICAL, Relation.NEAR, Relation.REWORDED, Relation.EXCERPT)
COUNTED = tuple(map(str, (*REPEATS, Relation.TEMPLATE, HEALTH, DECISION)))  # what a policy may fail on
_LIMIT = re.compile(r"\d+|\d+(\.\d+)?%", re.ASCII)
LIMITS = ("max_new", "max_per_source", "max_skipped")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What fails a check, and how much of it is let pass; a limit is a number, or a share such as "5%"; "" is none.

    fail_on          relations of fresh stories to others, and other findings, that count
    max_new          fresh stories that may count; a share is one of all fresh stories
    max_per_source   likewise for each source by itself
    largest_cluster  stories that a cluster with one that counts may have; 0 is no limit
    max_skipped      records that may be unreadable; a share is one of all records
    """

    fail_on: tuple[str, ...] = tuple(map(str, REPEATS))
    max_new: str = "0"
    max_per_source: str = ""
    largest_cluster: int = 0
    max_skipped: str = "25%"

    def __post_init__(self) -> None:
        for name in self.fail_on:
            if name not in COUNTED:
                raise SettingsError(f"{name!r} is nothing to fail on; choose from {', '.join(COUNTED)}")
        for name in LIMITS:
            limit = getattr(self, name)
            if limit and not is_limit(limit):
                raise SettingsError(f"{name} is {limit!r}; give a whole number, or a share such as 5%")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a policy says of a report: which rules are broken, why the answer is not to be trusted, and what was let pass."""

    policy: Policy = field(default_factory=Policy)
    counted: int = 0
    broken: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the answer is to be trusted and breaks no rule."""
        return not (self.broken or self.doubts)


def is_limit(text: str) -> bool:
    """Whether a text is a whole number, or a share of at most 100%."""
    return bool(_LIMIT.fullmatch(text)) and (not text.endswith("%") or Fraction(text[:-1]) <= 100)


def is_over(number: int, limit: str, of: int) -> bool:
    """Whether a number is more than a limit lets pass, a share being one of so many; none is over no limit."""
    if not limit:
        return False
    return number > (Fraction(limit.removesuffix("%")) * of / 100 if limit.endswith("%") else int(limit))
