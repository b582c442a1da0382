"""Nodes of a corpus whose body is no story of its own."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from dedupe.furniture import is_furniture
from dedupe.model import Furniture, Group
from dedupe.normalise import clean
from dedupe.pipeline.tallies import day
from dedupe.rows import key

if TYPE_CHECKING:
    import numpy as np

    from dedupe.model import Story
    from dedupe.pipeline.corpus import Corpus

    Array = np.ndarray[Any, Any]

TITLES = 3  # under so many titles a body is worth a finding


class Stubs(NamedTuple):
    """By node: whether its body is no story, bool[n], and then a number for its title, int64[n], else 0; and the findings."""

    is_stub: "Array"
    title: "Array"
    furniture: tuple[Furniture, ...]


def find_stubs(corpus: "Corpus") -> Stubs:
    """Return the nodes whose body is a placeholder, or stands under several titles and is about none of them."""
    import numpy as np

    is_stub, bodies, findings = corpus.column("stub").copy(), corpus.column("body_key"), []
    title = np.zeros(corpus.size, np.int64)
    for nodes in groups(bodies):
        if bodies[nodes[0]] == 0:
            continue
        rows = corpus.take(nodes, ["id", "title", "body"])
        titles = [clean(text) for text in rows.column("title").to_pylist()]
        body = next(filter(None, rows.column("body").to_pylist()), "")  # an index may hold stories without it
        if is_stub[nodes[0]] or (body and is_furniture(body, titles)):
            is_stub[nodes] = True
            title[nodes] = [key(text.casefold()) for text in titles]
            if len(set(titles)) >= TITLES:
                findings.append(furniture(body.strip(), corpus.stories(nodes)))
    return Stubs(is_stub, title, ordered(findings))


def ordered(findings: Iterable[Furniture]) -> tuple[Furniture, ...]:
    """Return findings, those of most stories first."""
    return tuple(sorted(findings, key=lambda finding: (-len(finding.stories), finding.text)))


def furniture(text: str, stories: "list[Story]") -> Furniture:
    """Return the finding of one text of stories."""
    by_day: dict[tuple[str, str], list[Story]] = {}
    for story in sorted(stories, key=lambda story: (story.origin.path, story.origin.line, story.id)):
        by_day.setdefault((story.outlet, day(story.published)), []).append(story)
    parts = (Group(*key, tuple(sorted(one.id for one in told)), told[0].origin) for key, told in sorted(by_day.items()))
    return Furniture(text, tuple(sorted(story.id for story in stories)), tuple(parts))


def groups(names: "Array") -> "Iterator[Array]":
    """Yield the places, int64[m], sorted, of each name, int[n], that stands in several places, by name."""
    import numpy as np

    order = np.argsort(names, kind="stable")
    bounds = np.append(np.flatnonzero(np.append(True, np.diff(names[order]) != 0)), len(names))
    for at in np.flatnonzero(np.diff(bounds) > 1).tolist():
        yield order[bounds[at] : bounds[at + 1]]
