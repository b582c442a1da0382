"""Rows that are made once: written as Parquet, and read from there."""

import atexit
import shutil
import tempfile
from typing import Any

from dedupe.engines.checkpoint import MARK, NONE, OTHER
from dedupe.engines.spark.folders import Files, located
from dedupe.engines.spark.session import is_one_machine
from dedupe.errors import DedupeError

STYLES = {"parquet": "parquet", "jsonl": "json"}
DONE = "_SUCCESS"  # what Spark writes beside the rows once it has all of them


class Keeping:
    """A folder of rows, each kept under its name and a number; what it holds of a run before is not made anew."""

    def __init__(self, session: Any, folder: str | None) -> None:
        self._session, self._folder, self._count = session, folder, 0
        self._files, self._temporary = Files(session), ""

    def keep(self, name: str, rows: Any) -> Any:
        """Return the rows as they are in the folder, where they are written first unless they are there."""
        place = f"{self._home()}/{name}-{self._count}"
        self._count += 1
        if not self._files.exists(f"{place}/{DONE}"):
            rows.write.mode("overwrite").parquet(place)
        return self._session.read.schema(rows.schema).parquet(place)

    def claim(self, mark: str) -> None:
        """Note what the rows of the folder depend on. Raise DedupeError where it holds those of another run."""
        if not self._folder:
            return
        home = self._home()
        told = f"{home}/{MARK}"
        if self._files.exists(told):
            if self._files.text(told) != mark:
                raise DedupeError(OTHER.format(self._folder))
        elif self._files.is_empty(home):
            self._files.write(told, mark)
        else:
            raise DedupeError(NONE.format(self._folder))

    def close(self) -> None:
        """Remove the folder, if it is temporary."""
        if self._temporary:
            shutil.rmtree(self._temporary, ignore_errors=True)
            atexit.unregister(self.close)
            self._temporary = ""

    def _home(self) -> str:
        if self._folder:
            return located(self._folder.rstrip("/"))
        if not is_one_machine(self._session):
            raise DedupeError("a run on many machines keeps rows on the way; name a folder that all of them see")
        if not self._temporary:
            self._temporary = tempfile.mkdtemp(prefix="dedupe-")
            atexit.register(self.close)  # for an engine that nobody stops: its frames may outlive it
        return f"file://{self._temporary}"


def write(session: Any, rows: Any, folder: str, style: str) -> None:
    """Write rows into a new folder. Raise DedupeError if there is one, or for a style that there is not."""
    if style not in STYLES:
        raise DedupeError(f"{style!r} is no style of files; choose one of {', '.join(STYLES)}")
    if Files(session).exists(folder):
        raise DedupeError(f"{folder}: is there already; name a new folder")
    rows.write.format(STYLES[style]).option("ignoreNullFields", "false").save(located(folder))
