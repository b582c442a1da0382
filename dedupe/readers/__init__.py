"""A file -> stories: `read`, `read_all` and `chunks`; and `explain`, which shows how each line was read.

`of_bytes`, `of_lines` and `of_frame` read what is here already, and `in_lines` says which files may be read by their lines.
"""

from dedupe.readers.fields import Fields
from dedupe.readers.frame import of_frame
from dedupe.readers.line_role import LineRole
from dedupe.readers.reading import chunks, explain, in_lines, of_bytes, of_lines, read, read_all

__all__ = ["Fields", "LineRole", "chunks", "explain", "in_lines", "of_bytes", "of_frame", "of_lines", "read", "read_all"]
