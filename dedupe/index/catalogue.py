"""The catalogue of an index: one SQLite file, which says what is held. What it does not name is not there."""

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from dedupe.errors import StaleIndexError
from dedupe.index.files import Told

NAME = "catalogue.sqlite"
APPLICATION, FORMAT = 0x64647570, 1
SCHEMA = """
CREATE TABLE about (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE segments (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, stories INTEGER NOT NULL, files TEXT NOT NULL);
CREATE TABLE gone (segment TEXT NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (segment, row)) WITHOUT ROWID;
CREATE TABLE members (key INTEGER PRIMARY KEY, cluster TEXT NOT NULL, canonical INTEGER NOT NULL);
CREATE INDEX members_of ON members (cluster);
CREATE TABLE events (number INTEGER PRIMARY KEY, kind TEXT NOT NULL, cluster TEXT NOT NULL, other TEXT NOT NULL);
"""
AGAIN = 0.05  # seconds before what SQLite does not wait for is tried again
MANY = 30_000  # values that a statement may name


class Member(NamedTuple):
    """A story in a cluster: the key of its id, the cluster's id, and whether it speaks for it."""

    key: int
    cluster: str
    canonical: bool


class Event(NamedTuple):
    """What became of clusters: `cluster` was merged into `other`, or split from it."""

    kind: str
    cluster: str
    other: str


class Catalogue:
    """An open catalogue. Raise StaleIndexError where the folder holds none, or one that does not fit.

    wait  seconds for which a writer waits for another
    new   make the catalogue if there is none
    """

    def __init__(self, folder: Path, wait: float = 0, *, new: bool = False) -> None:
        self.folder, self._wait, path = folder, wait, folder / NAME
        if not path.is_file() and not new:
            raise _none(folder)
        with self._told():
            self._database = sqlite3.connect(path, timeout=wait, isolation_level=None)
        if not new:
            self._look()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See the catalogue as it is now, whatever others write meanwhile."""
        with self._told():
            self._database.execute("BEGIN")
            self._database.execute("SELECT count(*) FROM segments").fetchone()
        try:
            yield
        finally:
            with suppress(sqlite3.Error):
                self._database.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write all of what follows, or nothing; another writer waits. Raise StaleIndexError if one is at it for too long."""
        with self._told():
            self._first("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = FULL")
            self._first("BEGIN IMMEDIATE")
        try:
            with self._told():
                self._make()
            yield
            with self._told():
                self._database.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._database.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def get(self, name: str, default: Any = None) -> Any:
        """Return a value that is kept about the index."""
        row = self._ask("SELECT value FROM about WHERE name = ?", (name,))
        return row[0][0] if row else default

    def put(self, name: str, value: Any) -> None:
        """Keep a value about the index."""
        self._do("INSERT OR REPLACE INTO about VALUES (?, ?)", [(name, value)])

    def segments(self) -> list[tuple[str, int, str]]:
        """Return the name, the stories and the files of each segment, in the order in which they were added."""
        return [(name, stories, files) for name, stories, files in self._ask("SELECT name, stories, files FROM segments")]

    def add_segment(self, name: str, stories: int, files: Mapping[str, Told]) -> None:
        """Name a segment."""
        self._do("INSERT INTO segments (name, stories, files) VALUES (?, ?, ?)", [(name, stories, json.dumps(files))])

    def drop_segments(self, names: Iterable[str]) -> None:
        """Name some segments no more, nor what is gone of them."""
        for name in names:
            self._do("DELETE FROM segments WHERE name = ?", [(name,)])
            self._do("DELETE FROM gone WHERE segment = ?", [(name,)])

    def gone(self) -> dict[str, list[int]]:
        """Return the rows that were removed, by segment."""
        rows: dict[str, list[int]] = {}
        for segment, row in self._ask("SELECT segment, row FROM gone"):
            rows.setdefault(segment, []).append(row)
        return rows

    def remove(self, rows: Iterable[tuple[str, int]]) -> None:
        """Name rows of segments that are not there any more."""
        self._do("INSERT INTO gone VALUES (?, ?)", rows)

    def members(self, keys: Iterable[int] | None = None, clusters: Iterable[str] | None = None) -> list[Member]:
        """Return the members with these keys, of these clusters, or all."""
        if keys is None and clusters is None:
            return [Member(key, name, bool(speaks)) for key, name, speaks in self._ask("SELECT * FROM members")]
        column, values = ("key", list(keys)) if keys is not None else ("cluster", list(clusters or ()))
        found = []
        for first in range(0, len(values), MANY):
            some = values[first : first + MANY]
            found += self._ask(f"SELECT * FROM members WHERE {column} IN ({','.join('?' * len(some))})", some)
        return [Member(key, name, bool(speaks)) for key, name, speaks in found]

    def set_members(self, gone: Iterable[int] | None, members: Iterable[Member]) -> None:
        """Forget the members with some keys, or all of them, and name others."""
        self._do("DELETE FROM members" if gone is None else "DELETE FROM members WHERE key = ?", _each(gone))
        self._do("INSERT OR REPLACE INTO members VALUES (?, ?, ?)", members)

    def clusters(self) -> int:
        """Return how many clusters there are."""
        return int(self._ask("SELECT count(DISTINCT cluster) FROM members")[0][0])

    def note(self, events: Iterable[Event]) -> None:
        """Keep what became of clusters."""
        self._do("INSERT INTO events (kind, cluster, other) VALUES (?, ?, ?)", events)

    def events(self) -> list[Event]:
        """Return what became of clusters, the oldest first."""
        return [Event(*row) for row in self._ask("SELECT kind, cluster, other FROM events ORDER BY number")]

    def check(self) -> list[str]:
        """Return what SQLite finds wrong, a line each."""
        return [f"{self.folder / NAME}: {line}" for (line,) in self._ask("PRAGMA integrity_check") if line != "ok"]

    def _ask(self, statement: str, values: Iterable[Any] = ()) -> list[Any]:
        with self._told():
            return self._database.execute(statement, tuple(values)).fetchall()

    def _do(self, statement: str, rows: Iterable[Any]) -> None:
        with self._told():
            self._database.executemany(statement, rows)

    def _first(self, statement: str) -> None:
        """Execute a statement as soon as no other process is in its way; SQLite does not wait for each kind by itself."""
        until = time.monotonic() + self._wait
        while True:
            try:
                self._database.execute(statement)
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() >= until:
                    raise
                time.sleep(AGAIN)

    def _make(self) -> None:
        """Make the tables where there are none, and see that those that are there fit."""
        if self._database.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0:
            for statement in filter(str.strip, SCHEMA.split(";")):
                self._database.execute(statement)
            self._database.execute(f"PRAGMA application_id = {APPLICATION}")
            self._database.execute(f"PRAGMA user_version = {FORMAT}")
        self._fits()

    def _look(self) -> None:
        """See that this fits; where nothing can be written, as one that nobody writes to: SQLite wants to put files beside it."""
        try:
            self._fits()
        except StaleIndexError as error:
            log = self.folder / f"{NAME}-wal"
            cannot = isinstance(error.__cause__, sqlite3.OperationalError) and not _is_locked(error.__cause__)
            if not cannot or (log.is_file() and log.stat().st_size):
                raise
            with self._told():
                self._database.close()
                name = quote(str((self.folder / NAME).resolve()))
                self._database = sqlite3.connect(f"file:{name}?immutable=1", uri=True, isolation_level=None)
            self._fits()

    def _fits(self) -> None:
        """Raise StaleIndexError unless this is a catalogue of this format."""
        if not self._ask("SELECT count(*) FROM sqlite_schema")[0][0]:
            raise _none(self.folder)
        application, version = (self._ask(f"PRAGMA {name}")[0][0] for name in ("application_id", "user_version"))
        if application != APPLICATION:
            raise StaleIndexError(f"{self.folder / NAME} is no catalogue of an index; name another folder")
        if version != FORMAT:
            raise StaleIndexError(
                f"{self.folder} is an index of format {version}, this version reads {FORMAT}; write its stories with the "
                f"version that made it, `dedupe index export {self.folder} -o FILE`, and add them to a new one"
            )

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell in words what SQLite finds wrong."""
        try:
            yield
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise StaleIndexError(_words(self.folder, error)) from error


def _none(folder: Path) -> StaleIndexError:
    return StaleIndexError(f"{folder} is no index; `dedupe index add {folder} INPUT...` makes one")


def _words(folder: Path, error: Exception) -> str:
    told = str(error)
    if _is_locked(error):
        return f"another process writes to {folder}; wait for it with --wait SECONDS, or try again"
    if "full" in told:
        return f"{folder}: no room on the disk; nothing was changed"
    if "unable to open" in told or "readonly" in told or "disk I/O" in told:
        return f"{folder}: the catalogue cannot be opened or written ({told}); check the folder's permissions and its disk"
    return f"{folder / NAME} is damaged ({told}); `dedupe index verify {folder}` tells what else is"


def _is_locked(error: Exception) -> bool:
    return "locked" in str(error) or "busy" in str(error)


def _each(keys: Iterable[int] | None) -> Iterator[tuple[int, ...]]:
    yield from ((),) if keys is None else ((key,) for key in keys)
