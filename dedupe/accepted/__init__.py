"""What people decided of pairs of stories: a file of lines, kept in git, and what of it is in force."""

from dedupe.accepted.decision import COPIES, Decision, Verdict, content
from dedupe.accepted.lines import FILE, added, read, render
from dedupe.accepted.settled import NOTHING, Settled, settle

__all__ = ["COPIES", "FILE", "NOTHING", "Decision", "Settled", "Verdict", "added", "content", "read", "render", "settle"]
