"""A file -> stories: `read`, `read_all` and `chunks`; and `explain`, which shows how each line was read."""

from dedupe.readers.fields import Fields
from dedupe.readers.line_role import LineRole
from dedupe.readers.reading import chunks, explain, read, read_all

__all__ = ["Fields", "LineRole", "chunks", "explain", "read", "read_all"]
