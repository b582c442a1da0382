"""What a step says is wrong, wherever it ran."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from dedupe import errors
from dedupe.errors import DedupeError

_TOLD = re.compile(r"^dedupe\.errors\.(\w+): (.+)$", re.MULTILINE)  # the last line of a trace


@contextmanager
def plainly() -> Iterator[None]:
    """Raise the DedupeError that a step raised on some machine, rather than all that Spark says of it."""
    try:
        yield
    except DedupeError:
        raise
    except Exception as error:
        told = _TOLD.findall(str(error))
        if not told:
            raise
        name, text = told[-1]
        raise getattr(errors, name, DedupeError)(text) from error
