"""A diff as one JSON object, its names in order, a block and a fact on each line; paragraphs are counted from 0.

{
"blocks": [
{"kind": "replace", "left": 0, "part": "body", "right": 0, "side": "both", "spans": [{"kind": "equal", "left": "Some ", "right": "Some "}, {"kind": "replace", "left": "12 ", "right": "14 "}, {"kind": "equal", "left": "were hurt.", "right": "were hurt."}]}
],
"counts": {"deleted": 1, "inserted": 1, "moved": 0, "moves": 0, "unchanged": 3},
"facts": [
{"conflict": true, "kind": "number", "left": "12", "left_sentence": "Some 12 were hurt.", "only": null, "right": "14", "right_sentence": "Some 14 were hurt."}
],
"left": {"id": "f1", "line": 1, "path": "-", "published": null, "source": "", "title": "", "url": ""},
"right": {"id": "f2", "line": 1, "path": "-", "published": null, "source": "", "title": "", "url": ""},
"schema": 1
}

The spans of all blocks whose side is not "right" give the left story, those whose side is not "left" the right one; a move
stands at both of its places.
"""  # noqa: E501 - a line of the sample is a line of JSON

from dataclasses import asdict
from typing import Any

from dedupe.diff import Block, Diff, Fact
from dedupe.model import Story
from dedupe.reports.json import line

SCHEMA = 1


def render(diff: Diff) -> str:
    """Return the diff as JSON, a block and a fact on each line."""
    told = {
        "schema": line(SCHEMA),
        "left": line(_story(diff.left)),
        "right": line(_story(diff.right)),
        "counts": line(_sorted(asdict(diff.counts))),
        "blocks": _lines([_block(block) for block in diff.blocks]),
        "facts": _lines([_fact(fact) for fact in diff.facts]),
    }
    return "{\n" + ",\n".join(f"{line(name)}: {told[name]}" for name in sorted(told)) + "\n}\n"


def _lines(values: list[dict[str, Any]]) -> str:
    return "[\n" + ",\n".join(map(line, values)) + "\n]" if values else "[]"


def _sorted(value: dict[str, Any]) -> dict[str, Any]:
    return dict(sorted(value.items()))


def _story(story: Story) -> dict[str, Any]:
    return {
        "id": story.id,
        "line": story.origin.line,
        "path": story.origin.path,
        "published": story.published.isoformat() if story.published else None,
        "source": story.source,
        "title": story.title,
        "url": story.url,
    }


def _block(block: Block) -> dict[str, Any]:
    spans = [{"kind": span.kind, "left": span.left, "right": span.right} for span in block.spans]
    return _sorted({**asdict(block), "spans": spans})


def _fact(fact: Fact) -> dict[str, Any]:
    return _sorted({**asdict(fact), "conflict": fact.is_conflict, "only": fact.only})
