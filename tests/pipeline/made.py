"""Dumps of a few tales, each told in several versions."""

from collections.abc import Callable

from hypothesis import strategies as st

from dedupe.model import Story
from tests.strategies import story, tale

FOOTER = "This account first stood in the Lorne Post, which keeps it here for all who care to read it."


def half(body: str) -> str:
    paragraphs = body.split("\n\n")
    return "\n\n".join(paragraphs[: len(paragraphs) // 2])


def teaser(body: str) -> str:
    return " ".join(body.split()[:40]) + "…"


def inserted(body: str) -> str:
    words = body.split(" ")
    return " ".join([*words[:30], "reportedly", *words[30:]])


VERSIONS: dict[str, Callable[[str], str]] = {
    "copy": str,
    "dateline": lambda body: f"LORNE, May 3 (AP) - {body}",
    "footer": lambda body: f"{body}\n\n{FOOTER}",
    "inserted": inserted,
    "moved": lambda body: "\n\n".join(reversed(body.split("\n\n"))),
    "half": half,
    "teaser": teaser,
    "continued": lambda body: f"{half(body)}\n\n{half(tale(99))}",
    "other": lambda body: tale(sum(map(ord, body)), 6),
}
TOLD = st.tuples(st.integers(0, 3), st.sampled_from(list(VERSIONS)))


def version(name: str, seed: int, kind: str) -> Story:
    """Return a version of a tale under an id."""
    return story(name, VERSIONS[kind](tale(seed)), f"Tale {seed}", truncated=kind == "teaser")


DUMPS = st.lists(TOLD, min_size=1, max_size=9).map(lambda told: [version(f"s{n}", *which) for n, which in enumerate(told)])
# All versions of three tales, in the order in which they were told.
DUMP = [version(f"{kind}-{seed}", seed, kind) for kind in VERSIONS for seed in range(3)]
