"""`plan`: what a scan of some files will take, told from their first stories."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING

from dedupe import rows
from dedupe.candidates import stated
from dedupe.errors import ReadError
from dedupe.model import Recall, Story
from dedupe.pipeline.corpus import Corpus
from dedupe.pipeline.sample import sample
from dedupe.pipeline.scan import Opened, scan
from dedupe.settings import Settings

if TYPE_CHECKING:
    from dedupe.engines.local import Local
    from dedupe.readers import Fields

SAMPLE = 2000  # stories that are measured
WARM = 50  # of them that are scanned before, so that nothing is loaded or compiled while time is taken
PROGRAM = 500 << 20  # bytes that the program takes beside its rows, libraries and batches under way
MADE = 2  # bytes of rows and of what is made of them, to a byte of rows; 1.5 among 100,000 stories of 400 words
# How far off the time may be, as a factor. Neighbours cost more among many stories, until each meets as many as it may.
MARGIN, RELATED_MARGIN = 2, 3


@dataclass(frozen=True, slots=True)
class Judged:
    """A plan as far as it is one of any engine, judged by the first `sampled` stories; these are all there are where `whole`.

    seconds  of reading and comparing, within a factor of `margin`
    """

    sampled: int
    whole: bool
    stories: int
    words: int
    seconds: float
    margin: int


@dataclass(frozen=True, slots=True)
class Plan(Judged):
    """What a scan takes on this machine.

    memory   bytes at most, `budget` bytes of them for rows and what is made of them
    disk     bytes of scratch files
    related  whether related stories are looked for
    """

    memory: int
    budget: int
    disk: int
    related: bool
    recall: Recall


def plan(
    paths: Iterable[str],
    settings: Settings = Settings(),  # noqa: B008  frozen
    *,
    fields: "Fields | None" = None,
    engine: "Local | None" = None,
) -> Plan:
    """Return what a scan of the files and folders will take. Raise ReadError if they hold no story."""
    from dedupe.engines.local import Local
    from dedupe.readers import Fields

    engine, named = engine or Local(), list(paths)
    first = sample(named, fields or Fields(), SAMPLE)
    if not first.stories:
        raise ReadError(f"no story in {', '.join(named)}; check the path and the format")
    stories, many = first.expected, first.expected / len(first.stories)
    settings = replace(settings, find_related=settings.looks_for_related(stories))
    words, rows, copies = _signed(first.stories, settings, engine)
    return Plan(
        sampled=len(first.stories),
        whole=first.read == first.size and len(first.stories) == stories,
        stories=stories,
        words=round(words * many),
        seconds=round(first.seconds * stories / first.seen + _comparing(first.stories, settings, engine) * many, 3),
        margin=RELATED_MARGIN if settings.find_related else MARGIN,
        **_room(round(rows * many), copies, engine.memory),
        related=bool(settings.find_related),
        recall=stated(settings),
    )


def _signed(stories: list[Story], settings: Settings, engine: "Local") -> tuple[int, int, int]:
    """Return the words of stories, the bytes of their signed rows, and how often these are held: again without boilerplate."""
    corpus = Corpus(rows.batches(Opened(stories)), settings, engine)
    size = sum(batch.nbytes for _, batch in engine.numbered(corpus.rows))
    return int(corpus.traits.words.sum()), size, 2 if len(corpus.quiet) else 1


def _comparing(stories: list[Story], settings: Settings, engine: "Local") -> float:
    """Return the seconds that a scan of stories takes once everything is loaded."""
    scan(islice(stories, WARM), settings, engine=engine)
    start = perf_counter()
    scan(stories, settings, engine=engine)
    return perf_counter() - start


def _room(rows: int, copies: int, budget: int) -> dict[str, int]:
    """Return the bytes of memory and of disk that signed rows of so many bytes lead to."""
    from dedupe.engines.local import HELD

    held = min(rows, int(HELD * budget))
    return {"memory": PROGRAM + min(MADE * rows, budget), "budget": budget, "disk": copies * (rows - held)}
