"""What a run found, in numbers."""

from dataclasses import dataclass

from dedupe.model.found import Recall


@dataclass(frozen=True, slots=True)
class Summary:
    """A run in numbers: `read` stories, `skipped` records, and how many ids were `repeated`.

    `duplicates` repeat the canonicals of `clusters`; `relations` counts the scored pairs that are named, by their relation.
    """

    read: int
    skipped: int
    repeated: int
    clusters: int
    duplicates: int
    relations: dict[str, int]
    recall: Recall
