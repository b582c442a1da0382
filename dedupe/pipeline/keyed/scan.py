"""`scan` over tables: stories in, a report out, on as many machines as the engine has."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from dedupe.accepted import Settled
from dedupe.candidates import bands, found
from dedupe.errors import DedupeError
from dedupe.model import Recall, Report
from dedupe.pipeline.assemble import assemble
from dedupe.pipeline.health import looked_after
from dedupe.pipeline.keyed.corpus import Keyed, keyed
from dedupe.pipeline.keyed.find import Found, find
from dedupe.pipeline.keyed.gathered import MOST, gathered
from dedupe.pipeline.keyed.read import Read, skips_of
from dedupe.pipeline.keyed.tallies import tallies
from dedupe.settings import Settings

if TYPE_CHECKING:
    from dedupe.engines.tables import Tables

    Progress = Callable[[str, int, int], None]


def scan_read(tables: "Tables", read: Read, settings: Settings, decisions: Settled, progress: "Progress") -> Report:
    """Return the report on stories that were read, in one piece: what it speaks of is collected.

    Raise DedupeError where that is more than one machine should hold.
    """
    corpus, matched = search(tables, read, settings, decisions, progress)
    count, each = bands(settings)
    recall = Recall(settings.near, found(settings.near, count, each), count, each)
    skipped = skips_of(tables.collect(read.skips, MOST))
    if matched is None:
        return Report(settings, 0, skipped, (), (), (), recall)
    report = assemble(*gathered(corpus, matched), skipped, recall)
    return looked_after(replace(report, read=corpus.size, repeated_ids=read.repeated, sources=tallies(corpus)))


def search(
    tables: "Tables", read: Read, settings: Settings, decisions: Settled, progress: "Progress"
) -> tuple[Keyed, Found | None]:
    """Return what was read as a corpus, and what is found in it; None where there is no story."""
    if settings.audit:
        raise DedupeError("an audit compares a few stories with all others on one machine; leave it out, or scan a part without")
    progress("reading", tables.count(read.stories), 0)
    corpus = keyed(tables, read.stories, settings, decisions)
    return corpus, find(corpus, progress) if corpus.size else None
