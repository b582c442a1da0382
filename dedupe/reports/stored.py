"""A report as `dedupe scan --format json` or `dedupe check --format json` wrote it, made a report again with its stories."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from dedupe.errors import ReadError
from dedupe.model import (
    Accepted,
    Ailment,
    Audit,
    Cluster,
    Furniture,
    Match,
    Origin,
    Policy,
    Recall,
    Relation,
    Report,
    Skip,
    Story,
    Symptom,
    Tally,
    Verdict,
)
from dedupe.reports import contract
from dedupe.settings import Settings

Stored = dict[str, Any]
SOME = 3  # stories named in an error


def parse(text: bytes, path: str) -> Stored:
    """Return what a file holds. Raise ReadError if it is no report of this version."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{path}: no report as `dedupe scan --format json` writes it: {error}") from error
    if not isinstance(told, dict) or not {"schema", "clusters", "stories"} <= told.keys():
        raise ReadError(f"{path}: no report as `dedupe scan --format json` writes it")
    if told["schema"] != contract.SCHEMA:
        raise ReadError(f"{path}: a report of schema {told['schema']}, and this version reads {contract.SCHEMA}; scan again")
    return told


def files_of(told: Stored, path: str) -> list[str]:
    """Return the files that the stories of a report were read from, in order. Raise ReadError if it does not tell."""
    try:
        named = [story["path"] for story in told["stories"]]
    except (KeyError, TypeError) as error:
        raise ReadError(f"{path}: does not say where its stories were read; name its INPUT, or scan again") from error
    return sorted(dict.fromkeys(named))


def restored(told: Stored, stories: Mapping[str, Story], path: str, sources: Iterable[Tally] = ()) -> Report:
    """Return the report with these stories, by id. Raise ReadError if the file says something else than a report does."""
    try:
        return _restored(told, stories, tuple(sources))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReadError(f"{path}: no report as `dedupe scan --format json` writes it: {error!r}") from error


def check(told: Stored, contents: Mapping[str, str], path: str) -> None:
    """Raise ReadError unless each story of the report is there, by id, with the content that it had."""
    known = {story["id"]: story["content"] for story in told["stories"]}
    gone = [name for name in known if name not in contents]
    changed = [name for name, content in known.items() if name in contents and contents[name] != content]
    for names, what in ((gone, "not in the input any more"), (changed, "changed since")):
        if names:
            some = ", ".join(names[:SOME]) + (f" and {len(names) - SOME:,} more" if len(names) > SOME else "")
            raise ReadError(f"{path}: {len(names):,} of {len(known):,} stories are {what}: {some}; scan again")


def _restored(told: Stored, stories: Mapping[str, Story], sources: tuple[Tally, ...]) -> Report:
    known = {story["id"]: stories[story["id"]] for story in told["stories"]}
    matches, related = _matches(told["matches"]), _matches(told["related"])
    pairs = {frozenset((match.left, match.right)): match for match in matches}
    checked = told.get("check")
    return Report(
        settings=Settings(**told["settings"]),
        read=told["read"],
        skipped=_skips(told["skipped"]),
        clusters=tuple(_cluster(cluster, known, pairs) for cluster in told["clusters"]),
        matches=matches,
        related=related,
        recall=Recall(**told["candidate_recall"]),
        stories=known,
        masked=_masked(told.get("boilerplate", ())),
        furniture=tuple(Furniture(found["text"], tuple(found["stories"])) for found in told["furniture"]),
        audit=_audit(told["audit"]) if "audit" in told else None,
        contents={story["id"]: story["content"] for story in told["stories"]},
        accepted=_accepted(told["accepted"]) if "accepted" in told else None,
        fresh=frozenset(story["id"] for story in told["stories"] if story["fresh"]) if checked else None,
        held=checked["held"] if checked else 0,
        already=checked["already"] if checked else 0,
        skipped_held=_skips(checked["skipped_held"]) if checked else (),
        sources=sources,
        health=tuple(map(_symptom, told.get("health", ()))),
        verdict=_verdict(told["verdict"]) if "verdict" in told else None,
    )


def _skips(told: Iterable[Stored]) -> tuple[Skip, ...]:
    return tuple(Skip(Origin(skip["path"], skip["line"], skip["line"]), skip["reason"]) for skip in told)


def _matches(told: Iterable[Stored]) -> tuple[Match, ...]:
    return tuple(Match(**match | {"relation": Relation(match["relation"])}) for match in told)


def _cluster(told: Stored, stories: Mapping[str, Story], pairs: Mapping[frozenset[str], Match]) -> Cluster:
    members = tuple(stories[member["id"]] for member in told["members"])
    matches = tuple(pairs[frozenset((told["canonical"], one.id))] for one in members if one.id != told["canonical"])
    return Cluster(told["id"], stories[told["canonical"]], told["reason"], members, matches)


def _masked(told: Iterable[Stored]) -> dict[str, tuple[str, ...]]:
    masked: dict[str, tuple[str, ...]] = {}
    for passage in told:
        for name in passage["stories"]:
            masked[name] = (*masked.get(name, ()), passage["text"])
    return masked


def _audit(told: Stored) -> Audit:
    return Audit(**{name: told[name] for name in ("sampled", "pairs", "found", "low", "high")}, missed=_matches(told["missed"]))


def _accepted(told: Stored) -> Accepted:
    gone = tuple((line["left"], line["right"], line["verdict"]) for line in told["gone"])
    return Accepted(told["lines"], {one["id"]: one["why"] for one in told["quiet"]}, gone, _skips(told["findings"]))


def _symptom(told: Stored) -> Symptom:
    place = Origin(told["path"], told["line"], told["line"])
    counts = (told["source"], told["day"] or "", told["stories"], told["of"])
    return Symptom(Ailment(told["finding"]), *counts, place, told["usual"], told["text"])


def _verdict(told: Stored) -> Verdict:
    policy: Stored = {name: tuple(value) if isinstance(value, list) else value for name, value in told["policy"].items()}
    reasons = {name: tuple(told[name]) for name in ("broken", "doubts", "warnings")}
    return Verdict(policy=Policy(**policy), counted=told["counted"], **reasons)
