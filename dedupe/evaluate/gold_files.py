"""Gold files: pairs as CSV, TSV or JSON Lines, clusters as JSON.

Pairs have a line each and name their columns: `left` and `right` (or a and b, id1 and id2), perhaps `relation` and `same`.

    left,right,relation,same
    page.txt:12,page.txt:80,reworded,yes
    page.txt:12,page.txt:140,none,no

Clusters are lists of ids, or a report of this tool:

    {"clusters": [{"members": ["page.txt:12", "page.txt:80"], "canonical": "page.txt:12"}]}
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dedupe.errors import DedupeError, ReadError
from dedupe.evaluate.gold import Gold, Pair, Verdict, gold_of_clusters, gold_of_pairs, ordered
from dedupe.model import DUPLICATES, Relation

COLUMNS = {
    "left": ("left", "a", "id1"),
    "right": ("right", "b", "id2"),
    "relation": ("relation",),
    "same": ("same", "is_duplicate"),
}
SAME = {"1": True, "true": True, "yes": True, "same": True, "0": False, "false": False, "no": False, "different": False}
DISTINCT = ("none", "different", "distinct")  # relations that no run names
CLUSTERS = 'give {"clusters": [{"members": [ids]}]} or a list of lists of ids'
DELIMITERS = {".csv": ",", ".tsv": "\t"}

Row = Mapping[str, Any]


def read_gold(path: str | Path) -> Gold:
    """Return the gold of a file, which its name's end says how to read."""
    path = Path(path)
    try:
        match path.suffix.lower():
            case ".json":
                return _clusters(json.loads(path.read_text(encoding="utf-8-sig")))
            case ".jsonl":
                return gold_of_pairs(_verdicts(_json_rows(path), path))
            case ".csv" | ".tsv" as suffix:
                return gold_of_pairs(_verdicts(_table_rows(path, DELIMITERS[suffix]), path))
    except json.JSONDecodeError as error:
        raise ReadError(f"{path}:{error.lineno}: not JSON ({error.msg}); give clusters as JSON, or pairs as CSV") from error
    except UnicodeDecodeError as error:
        raise ReadError(f"{path}: not UTF-8 text; save the gold as UTF-8") from error
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror}; check the path of the gold") from error
    except ReadError:
        raise
    except DedupeError as error:
        raise ReadError(f"{path}: {error}") from error
    raise ReadError(f"{path}: unknown kind of gold; give pairs as .csv, .tsv or .jsonl, or clusters as .json")


def _table_rows(path: Path, delimiter: str) -> Iterator[tuple[int, Row]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        reader = csv.DictReader(lines, delimiter=delimiter)
        for row in reader:
            yield reader.line_num, row


def _json_rows(path: Path) -> Iterator[tuple[int, Row]]:
    with path.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    row = json.loads(line)
                except json.JSONDecodeError as error:
                    raise ReadError(f"{path}:{number}: not JSON ({error.msg}); each line is one pair") from error
                yield number, row if isinstance(row, dict) else {}


def _verdicts(rows: Iterable[tuple[int, Row]], path: Path) -> dict[Pair, Verdict]:
    verdicts: dict[Pair, Verdict] = {}
    for number, row in rows:
        left, right = _cell(row, "left"), _cell(row, "right")
        if not left or not right or left == right:
            raise ReadError(f'{path}:{number}: no pair; each line needs two ids, in columns named "left" and "right"')
        verdict = _verdict(row, f"{path}:{number}")
        if verdicts.setdefault(ordered(left, right), verdict) != verdict:
            raise ReadError(f"{path}:{number}: {left} and {right} are judged twice, differently; keep one of the lines")
    return verdicts


def _cell(row: Row, column: str) -> str:
    return next((str(row[name]).strip() for name in COLUMNS[column] if row.get(name) is not None), "")


def _verdict(row: Row, where: str) -> Verdict:
    relation, same = _cell(row, "relation").lower(), _cell(row, "same").lower()
    if same in SAME:
        return Verdict(SAME[same], relation)
    if same:
        raise ReadError(f'{where}: "same" is {same!r}; write yes or no')
    if "relation" in row and not relation:
        raise ReadError(
            f'{where}: neither "relation" nor "same" says whether it is one story; write none, or no, for two stories'
        )
    if relation in DISTINCT or relation in set(Relation):
        return Verdict(relation in DUPLICATES, relation)
    if relation:
        known = ", ".join((*Relation, DISTINCT[0]))
        raise ReadError(
            f'{where}: relation {relation!r} does not say whether it is one story; use {known}, or add a column "same"'
        )
    return Verdict(same=True)


def _clusters(found: Any) -> Gold:
    clusters = found.get("clusters") if isinstance(found, dict) else found
    if not isinstance(clusters, list):
        raise DedupeError(f"no clusters; {CLUSTERS}")
    groups = [_members(cluster) for cluster in clusters]
    named = [cluster.get("canonical") for cluster in clusters if isinstance(cluster, dict)]
    known = {story_id for members in groups for story_id in members}
    return gold_of_clusters(groups, [str(story_id) for story_id in named if str(story_id) in known])


def _members(cluster: Any) -> list[str]:
    members = cluster.get("members") if isinstance(cluster, dict) else cluster
    if not isinstance(members, list):
        raise DedupeError(f"cluster {json.dumps(cluster)[:60]} has no members; {CLUSTERS}")
    return [str(member["id"] if isinstance(member, dict) and "id" in member else member) for member in members]
