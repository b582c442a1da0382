"""A bar on standard error for what takes longer than two seconds."""

import os
import shutil
import sys
import time
from types import TracebackType
from typing import Self, TextIO

from dedupe.reports.cells import cut

PATIENCE = 2.0  # seconds without a bar
EVERY = 0.1  # seconds between two looks of it
STAGE, BAR = 15, 24  # columns
CLEAR = "\r\x1b[K"


class Progress:
    """Called with a stage and how much of it is done, it draws a bar; it leaves nothing behind.

    Silent with `quiet`, where standard error is no terminal, and in continuous integration.
    """

    def __init__(self, quiet: bool = False, stream: TextIO | None = None, patience: float = PATIENCE) -> None:
        self._stream = stream or sys.stderr
        plain = not self._stream.isatty() or os.environ.get("TERM") == "dumb" or bool(os.environ.get("CI"))
        self._due = float("inf") if quiet or plain else time.monotonic() + patience
        self._drawn = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Draw the bar, unless it is too early or was just drawn; a total of 0 is not known yet."""
        now = time.monotonic()
        if now >= self._due:
            self._due, self._drawn = now + EVERY, True
            self._stream.write(CLEAR + cut(_line(stage, done, total), shutil.get_terminal_size().columns - 1))
            self._stream.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._drawn:
            self._stream.write(CLEAR)
            self._stream.flush()


def _line(stage: str, done: int, total: int) -> str:
    if total <= 0:
        return f"{stage:<{STAGE}} {done:,}" if done else f"{stage} …"
    share = min(done / total, 1)
    return f"{stage:<{STAGE}} [{'#' * int(BAR * share):<{BAR}}] {share:4.0%}  {done:,} of {total:,}"
