"""The stories of the inputs, for commands that look at what was read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dedupe.cli import notes
from dedupe.cli.options import Given, fields_of
from dedupe.errors import ReadError
from dedupe.model import Skip

if TYPE_CHECKING:
    from dedupe.model import Story


def read(given: Given) -> Iterator["Story"]:
    """Yield the stories as they are read; what was skipped is said at the end, and that there was none."""
    from dedupe import readers

    skipped: list[Skip] = []
    stories = repeated = 0
    for record in readers.read_all(given["inputs"], fields_of(given)):
        if not isinstance(record, Skip):
            stories += 1
            repeated += f"@{record.origin}" in record.id  # as the readers name a later story of the same id
            yield record
        elif given.get("strict"):
            raise ReadError(f"{record.origin}: {record.reason}")
        else:
            skipped.append(record)
    if not given["quiet"]:
        notes.note_skips(skipped)
        notes.note_repeated_ids(repeated)
    if not stories and not given.get("allow_empty"):
        raise no_story(given)


def no_story(given: Given) -> ReadError:
    """Return the error for inputs that hold no story at all."""
    return ReadError(f"no story in {', '.join(given['inputs'])}; check the path and the format, or give --allow-empty")
