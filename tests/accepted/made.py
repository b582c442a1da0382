"""Decisions made by hand: contents are named by one digit."""

from typing import Any

from dedupe.accepted import COPIES, Decision, Verdict
from dedupe.model import Origin


def decided(left: str, right: str, verdict: str = "known", line: int = 1, **more: Any) -> Decision:
    fields = {"copies": COPIES[left == right], "titles": (f"Story {left}", f"Story {right}"), **more}
    return Decision(left * 16, right * 16, Verdict(verdict), "both wanted", origin=Origin("decided.jsonl", line, line), **fields)
