"""The file of decisions: a JSON object a line, a line a pair, sorted, so that git merges it and shows what changed.

{"left": "3f91c2d07be4410a", "right": "a07d54e1c09f7b32", "verdict": "known", "why": "both editions", "titles": ["Ferry", "Ship"]}
"""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from dedupe.accepted.decision import COPIES, Decision, Verdict
from dedupe.errors import ReadError
from dedupe.model import Origin

FILE = "dedupe-accepted.jsonl"
REQUIRED, OPTIONAL = ("left", "right", "verdict", "why"), ("until", "copies", "titles")
_CONTENT = re.compile(r"[0-9a-f]{16}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")  # what editors and terminals obey
_CONFLICT = re.compile(r"(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)( |$)")


def read(path: str) -> list[Decision]:
    """Return the decisions of a file, in its order. Raise ReadError at the first line that is not one."""
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: not UTF-8 at byte {error.start}") from error
    except OSError as error:
        raise ReadError(f"{path}: {(error.strerror or str(error)).lower()}; `dedupe accept` writes such a file") from error
    return [_decision(line, Origin(path, n, n)) for n, line in enumerate(text.split("\n"), 1) if line.strip()]


def _decision(line: str, origin: Origin) -> Decision:
    """Return the decision of a line. Raise ReadError, which says where it stands and what to write."""
    try:
        return _told(_fields(line), origin)
    except ValueError as error:
        raise ReadError(f"{origin}: {error}") from error


def _fields(line: str) -> dict[str, Any]:
    if _CONFLICT.match(line):
        raise ValueError("a merge conflict; keep the lines that hold, and drop the marks")
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"no JSON at column {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise ValueError("nested too deep; a line is one flat object") from error
    if not isinstance(fields, dict):
        raise ValueError("no JSON object; a line is one, with " + ", ".join(REQUIRED))
    if unknown := [name for name in fields if name not in (*REQUIRED, *OPTIONAL)]:
        raise ValueError(f"unknown key {unknown[0]!r}; a line has {', '.join((*REQUIRED, *OPTIONAL))}")
    if missing := [name for name in REQUIRED if name not in fields]:
        raise ValueError(f"no {missing[0]!r}; a line needs {', '.join(REQUIRED)}")
    return fields


def _told(fields: dict[str, Any], origin: Origin) -> Decision:
    left, right, verdict, why = (fields[name] for name in REQUIRED)
    for name in ("left", "right"):
        if not isinstance(fields[name], str) or not _CONTENT.fullmatch(fields[name]):
            raise ValueError(f"{name} is {fields[name]!r}; it is a content: 16 hexadecimal digits, as in a JSON report")
    if verdict not in tuple(Verdict):
        raise ValueError(f"verdict is {verdict!r}; choose one of {', '.join(Verdict)}")
    if verdict == Verdict.KEEP and left == right:
        raise ValueError("keep names one content twice; equal texts cannot be told apart by it")
    if not isinstance(why, str) or not why.strip():
        raise ValueError("why is empty; say in a few words why, for who reads this next year")
    told = Decision(left, right, Verdict(verdict), why, origin=origin)
    told = replace(told, until=_day(fields.get("until")), titles=_titles(fields.get("titles", ["", ""])))
    return _ordered(replace(told, copies=_copies(fields.get("copies", [*COPIES[left == right]]))))


def _day(until: Any) -> date | None:
    if until is None:
        return None
    try:
        return date.fromisoformat(until if _DAY.fullmatch(until) else "")
    except (TypeError, ValueError) as error:
        raise ValueError(f"until is {until!r}; write a day, as 2027-06-30") from error


def _titles(titles: Any) -> tuple[str, str]:
    match titles:
        case [str(left), str(right)]:
            return left, right
    raise ValueError("titles are not two texts")


def _copies(copies: Any) -> tuple[int, int]:
    match copies:
        case [int(left), int(right)] if min(left, right) > 0:
            return left, right
    raise ValueError(f"copies are {copies!r}; write how many stories of each content are meant, as [1, 2]")


def _ordered(told: Decision) -> Decision:
    """Return the decision with the lesser content on the left, unless it says which one to keep."""
    if told.verdict is Verdict.KEEP or told.left <= told.right:
        return told
    (one, other), (first, second) = told.titles, told.copies
    return replace(told, left=told.right, right=told.left, titles=(other, one), copies=(second, first))


def added(decisions: Iterable[Decision], new: Iterable[Decision]) -> list[Decision]:
    """Return decisions with new ones: they replace what was said of the pair with the same verdict, or against it.

    Of one verdict, the greater number of copies stays.
    """
    every = {(told.pair, told.verdict): told for told in map(_ordered, decisions)}
    for told in map(_ordered, new):
        if told.verdict is Verdict.DIFFERENT:
            every = {key: other for key, other in every.items() if key[0] != told.pair or key[1] is told.verdict}
        else:
            every.pop((told.pair, Verdict.DIFFERENT), None)
        known = every.get((told.pair, told.verdict))
        every[told.pair, told.verdict] = replace(told, copies=_most(told, known)) if known else told
    return list(every.values())


def _most(told: Decision, known: Decision) -> tuple[int, int]:
    first, second = known.copies if known.left == told.left else reversed(known.copies)
    return max(told.copies[0], first), max(told.copies[1], second)


def render(decisions: Iterable[Decision]) -> str:
    """Return the text of a file: the decisions sorted by their contents, a line each."""
    lines = {(told.pair, told.verdict, _line(told)) for told in map(_ordered, decisions)}
    return "".join(f"{line}\n" for _, _, line in sorted(lines))


def _line(told: Decision) -> str:
    fields: dict[str, Any] = {name: getattr(told, name) for name in REQUIRED}
    if told.until:
        fields["until"] = told.until.isoformat()
    if told.copies != COPIES[told.left == told.right]:
        fields["copies"] = told.copies
    if any(told.titles):
        fields["titles"] = told.titles
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(fields, ensure_ascii=False))
