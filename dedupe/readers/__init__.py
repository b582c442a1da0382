"""A file -> stories: `read` and `read_all`; and `explain`, which shows how each line was read."""

from dedupe.readers.fields import Fields
from dedupe.readers.line_role import LineRole
from dedupe.readers.reading import explain, read, read_all

__all__ = ["Fields", "LineRole", "explain", "read", "read_all"]
