"""How much of what happens to stories is seen through: `python -m tests.perturb` prints recall and false merges.

Each kind rewrites every full story of the English fixtures, at a known strength and from seeds. Copies of a story are to be
found as its duplicates; the last kinds make other stories, which are never to be merged with it.
"""

import random
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import chdir
from dataclasses import dataclass, replace
from pathlib import Path

from dedupe import Report, Story
from tests.perturbations import framing, negatives, recast, surface, wording

DUMPS = Path(__file__).parent.parent / "fixtures" / "dumps"
ENGLISH = ("archive.txt", "wire.jsonl", "wire.csv")
SHORTEST = 90  # words of an original: a share of fewer is a sentence
SEEDS = (1, 2, 3)

Rewrite = Callable[[str, float, random.Random], str]
POSITIVE: dict[str, Rewrite] = {
    "typography": surface.typography,
    "entities": surface.entities,
    "zero_width": surface.zero_width,
    "homoglyphs": surface.homoglyphs,
    "ocr": surface.ocr,
    "spelling": surface.spelling,
    "synonyms": wording.synonyms,
    "spin": wording.spin,
    "recast": recast.recast,
    "heavy_spin": recast.heavy_spin,
    "shuffle": wording.shuffle,
    "drop": wording.drop,
    "insert": wording.insert,
    "rounding": wording.rounding,
    "teaser": framing.teaser,
    "wp_teaser": framing.wp_teaser,
    "datelines": framing.datelines,
    "boilerplate": framing.boilerplate,
}
NEGATIVE: dict[str, Rewrite] = {
    "pasted": negatives.pasted,
    "template_other_facts": negatives.template_other_facts,
    "follow_up": negatives.follow_up,
    "same_day_other_event": negatives.same_day_other_event,
}


@dataclass(frozen=True, slots=True)
class Trial:
    """A kind at a strength: the recall it is held to, and the rate of false merges; what is no copy has no recall."""

    kind: str
    strength: float
    recall: float | None = None
    false: float = 0.02


TRIALS = (
    Trial("typography", 1.0, 1.0),
    Trial("entities", 1.0, 1.0),
    Trial("zero_width", 0.5, 1.0),
    Trial("homoglyphs", 0.5, 1.0),
    Trial("ocr", 0.02, 0.98),
    Trial("ocr", 0.06, 0.95),
    Trial("ocr", 0.12, 0.9),
    Trial("spelling", 1.0, 0.98),
    Trial("synonyms", 0.6, 0.98),
    Trial("synonyms", 1.0, 0.95),
    Trial("recast", 1.0, 0.95),
    Trial("spin", 1.0, 0.95, 0.05),
    Trial("heavy_spin", 0.5, 0.95),
    Trial("heavy_spin", 1.0, 0.9, 0.05),
    Trial("shuffle", 1.0, 0.98),
    Trial("drop", 0.3, 0.98),
    Trial("drop", 0.6, 0.9, 0.05),  # of one company's results for two quarters, only what they share may be left
    Trial("insert", 0.3, 0.95),
    Trial("rounding", 1.0, 0.85),  # of results with every figure rounded, the tool cannot say that they are the same
    Trial("teaser", 0.0, 0.98),
    Trial("teaser", 1.0, 0.95),
    Trial("wp_teaser", 0.6, 0.95),
    Trial("datelines", 1.0, 0.98),
    Trial("boilerplate", 1.0, 0.98),
    Trial("pasted", 0.3, None, 0.02),
    Trial("pasted", 0.5, None, 0.4),  # half of either text is the other's: there the line runs between rewrite and overlap
    Trial("template_other_facts", 1.0, None, 0.05),
    Trial("follow_up", 0.2, None, 0.02),
    Trial("follow_up", 0.4, None, 0.06),
    Trial("same_day_other_event", 0.0, None, 0.0),
    Trial("same_day_other_event", 1.0, None, 0.0),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of some pairs, each number a mean or a share of them.

    `alike` is the Jaccard similarity of their 3-word shingles, `merged` says that the two stand in one cluster, `false` that
    one of them stands in a cluster where it should not, and `named` that the report speaks of the pair at all.
    """

    pairs: int
    alike: float
    merged: float
    false: float
    named: float


def perturb(story: Story, kind: str, strength: float, seed: int) -> Story:
    """Return the story rewritten; the same arguments give the same text on every machine."""
    rng = random.Random(zlib.crc32(f"{story.title} {kind} {strength} {seed}".encode()))
    rewrite = POSITIVE.get(kind) or NEGATIVE[kind]
    body = rewrite(story.body, strength, rng)
    title = story.title if kind in POSITIVE else body.partition(".")[0][:70]
    source = next((name for name, footer in framing.FOOTERS.items() if footer[0] in body), story.source)
    cut = body.endswith("…")
    return replace(story, id=f"{story.id}~{kind}", title=title, body=body, summary=(), source=source, truncated=cut)


def originals() -> list[Story]:
    """Return the full stories of the English fixtures, of each gold cluster only the longest."""
    from dedupe.evaluate import read_gold
    from dedupe.readers import read_all

    with chdir(DUMPS):
        cluster = {story_id: name for path in Path().glob("*.gold.json") for story_id, name in read_gold(path).groups.items()}
        told = [story for story in read_all(list(ENGLISH)) if isinstance(story, Story)]
    full = [story for story in told if not story.truncated and _words(story) >= SHORTEST]
    longest = {cluster.get(story.id, story.id): story for story in sorted(full, key=_words)}
    return [story for story in full if longest[cluster.get(story.id, story.id)] is story]


def _words(story: Story) -> int:
    return len(story.body.split())


def outcome(trial: Trial, stories: list[Story]) -> Outcome:
    """Return what one scan for each seed, of the stories and their rewritten versions, makes of the pairs."""
    from dedupe import scan

    told = []
    for seed in SEEDS:
        pairs = [(story, perturb(story, trial.kind, trial.strength, seed)) for story in stories]
        report = scan([story for pair in pairs for story in pair])
        told += [_told(report, *pair, is_copy=trial.recall is not None) for pair in pairs]
    return Outcome(len(told), *(sum(column) / len(told) for column in zip(*told, strict=True)))


def _told(report: Report, left: Story, right: Story, *, is_copy: bool) -> tuple[float, bool, bool, bool]:
    """Return what one pair adds to its Outcome.

    Two stories that are no copies may well be copies of each other, for both are set from the same few reports.
    """
    ids = {story.id for story in (left, right)}
    around = {member.id for cluster in report.clusters for member in cluster.members if left in cluster.members}
    merged = ids <= around
    strangers = {m.id for c in report.clusters if right in c.members for m in c.members} - ids if is_copy else set()
    false = bool(around - ids or strangers) or (merged and not is_copy)
    named = merged or any({match.left, match.right} == ids for match in report.matches_of(left.id))
    return _jaccard(left.body, right.body), merged, false, named


def _jaccard(left: str, right: str) -> float:
    sets = [{tuple(run) for run in zip(*(words[n:] for n in range(3)), strict=False)} for words in (left.split(), right.split())]
    return len(sets[0] & sets[1]) / max(len(sets[0] | sets[1]), 1)


def table(stories: list[Story]) -> Iterator[str]:
    """Yield the lines of the table: recall and false merges of each trial, and the bars."""
    yield f"{'kind':<22}{'strength':>9}{'pairs':>7}{'alike':>7}{'recall':>8}{'bar':>6}{'false':>8}{'bar':>6}{'named':>7}"
    for trial in TRIALS:
        found = outcome(trial, stories)
        recall = f"{found.merged:>8.3f}{trial.recall:>6.2f}" if trial.recall is not None else f"{'-':>8}{'':>6}"
        yield (
            f"{trial.kind:<22}{trial.strength:>9.2f}{found.pairs:>7}{found.alike:>7.2f}{recall}"
            f"{found.false:>8.3f}{trial.false:>6.2f}{found.named:>7.2f}"
        )


if __name__ == "__main__":
    for line in table(originals()):
        sys.stdout.write(line + "\n")
