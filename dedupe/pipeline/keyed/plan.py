"""What a scan over tables will take of a cluster, told from the first stories."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dedupe.engines.local import Local
from dedupe.engines.tables import ASKED, HELD
from dedupe.model import Recall
from dedupe.pipeline.plan import Judged, plan
from dedupe.settings import Settings

if TYPE_CHECKING:
    from dedupe.readers import Fields

# Measured by `tests.benchmarks.cluster` on 50,000 to 200,000 stories of 400 words, and taken to hold beyond.
WORK = 8.0  # seconds of a core over tables, to one second of a core in this process
START = 70.0  # seconds of a core until the first story is read, and for what each stage takes whatever its size
MOVED = 22  # bytes that stages write for others to read, to a word of the stories
KEPT = 15  # bytes that are kept in the folder, to a word of the stories
HEAVY, LOOKED_UP = 480, 170  # bytes of a story's heaviest terms, and of those that are looked up among the others
CORE, DRIVER = 4 << 30, 4 << 30  # bytes of memory for each core of an executor, Python's beside Java's, and for the driver
MARGIN = 3  # how far off the time may be, as a factor


@dataclass(frozen=True, slots=True)
class TablesPlan(Judged):
    """What a scan over tables takes of a cluster; `seconds` are those of one core in all: n cores take an nth of them.

    moved    bytes that machines send each other
    kept     bytes in the folder of what is kept on the way
    core     bytes of memory for each core of an executor
    driver   bytes of memory for the machine that asks
    """

    moved: int
    kept: int
    core: int
    driver: int
    recall: Recall


def plan_tables(
    paths: Iterable[str],
    settings: Settings = Settings(),  # noqa: B008  frozen
    *,
    fields: "Fields | None" = None,
) -> TablesPlan:
    """Return what a scan of the files and folders will take of a cluster. Raise ReadError if they hold no story."""
    here = plan(paths, settings, fields=fields, engine=Local(jobs=1))
    return TablesPlan(
        sampled=here.sampled,
        whole=here.whole,
        stories=here.stories,
        words=here.words,
        seconds=round(START + WORK * here.seconds, 3),
        margin=MARGIN,
        moved=MOVED * here.words + crossed(here.stories),
        kept=KEPT * here.words,
        core=CORE,
        driver=DRIVER,
        recall=here.recall,
    )


def crossed(stories: int) -> int:
    """Return the bytes that travel until every block of stories has met every other in the search for the nearest."""
    return stories * (HEAVY * -(-stories // ASKED) + LOOKED_UP * -(-stories // HELD))
