"""An evaluation as plain data: what its JSON holds, and all that its table is made of."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from dedupe.evaluate.evaluation import Evaluation, Slips
from dedupe.evaluate.sweep import Cut
from dedupe.model import Match

DIGITS = 4


def document(evaluation: Evaluation, cuts: Iterable[Cut] = ()) -> dict[str, Any]:
    """Return what `dedupe evaluate` found as mappings, lists, text and numbers; shares have four digits."""
    found: dict[str, Any] = asdict(evaluation)
    found["false_merges"] = _slips(evaluation.false_merges)
    found["misses"] = _slips(evaluation.misses)
    found["sweep"] = [asdict(cut) for cut in cuts]
    plain: dict[str, Any] = _plain(found)
    return plain


def _slips(slips: Slips) -> dict[str, Any]:
    worst = [asdict(slip) | {"match": _match(slip.match) if slip.match else None} for slip in slips.worst]
    return {"total": slips.total, "worst": worst}


def _match(match: Match) -> dict[str, Any]:
    return asdict(match) | {"relation": str(match.relation), "similarity": match.similarity}


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {name: _plain(part) for name, part in value.items()}
        case list() | tuple():
            return [_plain(part) for part in value]
        case float():
            return round(value, DIGITS)
    return value
