"""`scan` over tables: stories in, a report out, on as many machines as the engine has."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from dedupe.accepted import Settled
from dedupe.candidates import stated
from dedupe.errors import DedupeError
from dedupe.model import Recall, Report, Summary
from dedupe.pipeline.assemble import assemble
from dedupe.pipeline.health import looked_after
from dedupe.pipeline.keyed.corpus import Keyed, keyed
from dedupe.pipeline.keyed.find import Found, find
from dedupe.pipeline.keyed.gathered import MOST, gathered
from dedupe.pipeline.keyed.read import Read, skips_of
from dedupe.pipeline.keyed.tallies import tallies
from dedupe.pipeline.keyed.written import clustered, counted, tabled
from dedupe.settings import Settings

if TYPE_CHECKING:
    from dedupe.engines.tables import Tables

    Progress = Callable[[str, int, int], None]


class Searched:
    """What was found among stories: to be told in one piece, in numbers, or written into a folder; looked for when first asked.

    read  reads the stories into tables
    Raise DedupeError for settings that ask for what is not done over tables.
    """

    def __init__(
        self, tables: "Tables", read: "Callable[[], Read]", settings: Settings, decisions: Settled, progress: "Progress"
    ) -> None:
        if settings.audit:
            raise DedupeError("an audit compares stories with all others on one machine; leave it out, or scan a sample with it")
        self._tables, self._make, self._settings = tables, read, settings
        self._decisions, self._progress = decisions, progress

    @cached_property
    def _read(self) -> Read:
        self._progress("reading", 0, 0)
        return self._make()

    @cached_property
    def _corpus(self) -> Keyed:
        corpus = keyed(self._tables, self._read.stories, self._settings, self._decisions)
        self._progress("reading", corpus.size, 0)
        return corpus

    @cached_property
    def _found(self) -> Found | None:
        return find(self._corpus, self._progress) if self._corpus.size else None

    @property
    def _recall(self) -> Recall:
        return stated(self._settings)

    def report(self) -> Report:
        """Return the report in one piece: what it speaks of is collected.

        Raise DedupeError where that is more than one machine should hold.
        """
        skipped = skips_of(self._tables.collect(self._read.skips, MOST))
        if self._found is None:
            return Report(self._settings, 0, skipped, (), (), (), self._recall)
        self._progress("report", 0, 0)
        report = assemble(*gathered(self._corpus, self._found), skipped, self._recall)
        sources = tallies(self._corpus)
        return looked_after(replace(report, read=self._corpus.size, repeated_ids=self._read.repeated, sources=sources))

    def summary(self) -> Summary:
        """Return what was found in numbers."""
        return self._summary

    @cached_property
    def _summary(self) -> Summary:
        if self._found is None:
            return Summary(0, self._tables.count(self._read.skips), 0, 0, 0, {}, self._recall)
        return counted(self._corpus, self._found, self._read, self._recall)

    def refuse(self, folder: str) -> None:
        """Raise DedupeError where there is something at a folder that is to be written."""
        if not self._tables.vacant(folder):
            raise DedupeError(f"{folder}: is there already; name a new folder")

    def write(self, folder: str, style: str) -> None:
        """Write every story with its cluster into folder/stories, what was skipped and the summary beside it.

        Raise DedupeError where the folder is there already.
        """
        self.refuse(folder)
        self._progress("writing", 0, 0)
        if self._found is not None:
            self._tables.write(clustered(self._corpus, self._found), f"{folder}/stories", style)
        self._tables.write(self._read.skips, f"{folder}/skipped", "jsonl")
        self._tables.write(self._tables.table(tabled(self._summary)), f"{folder}/summary", "jsonl")
