"""What a report finds, flat, as machines that annotate files want it: a finding for each story that repeats another."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b

from dedupe.model import Ailment, Origin, Policy, Relation, Repeat, Report, Skip, Story, Symptom, told_again
from dedupe.model.verdict import DECISION, HEALTH
from dedupe.reports import cells, table_health

RULES = {
    Relation.IDENTICAL.value: "the same text as another story, typography aside",
    Relation.NEAR.value: "the text of another story with small edits",
    Relation.REWORDED.value: "the report of another story in other words, or updated",
    Relation.EXCERPT.value: "a teaser, a brief or a cut of another story",
    Relation.TEMPLATE.value: "the form of another story with other facts",
    Ailment.ONE_TEXT.value: "one text under titles or addresses that it is not about: a cookie wall, an error page",
    Ailment.COPIES.value: "a source whose stories of a day mostly repeat one another",
    Ailment.EMPTY.value: "a source with more stories without a text than is usual",
    Ailment.CUT.value: "a source with more cut stories than is usual",
    DECISION: "a line of the accepted file that is not followed: it has run out, or others contradict it",
}  # the worst first
TITLE = 120  # columns of a title in a message
UNNAMED = "0" * 16  # the content of a story in a report that no run made


@dataclass(frozen=True, slots=True)
class Finding:
    """What is found where: a story that repeats an `other`, a source that seems ill, or a decision that is not followed.

    `similarity` is in [0, 1]; `fingerprint` is made of contents, so that it lasts, and no two findings of a report have the
    same; `accepted` says why nobody need look at it, and is empty for a new one; `counts` tells whether the policy of a check, if
    there is one, counts it.
    """

    rule: str
    origin: Origin
    name: str
    message: str
    fingerprint: str
    other: Story | None = None
    similarity: float = 1.0
    accepted: str = ""
    counts: bool = True


def findings(report: Report) -> list[Finding]:
    """Return a finding for each story that repeats another, accepted or not, as they stand; then for sources and decisions.

    A story that has but the form of another is one where the policy of a check counts it.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    order = sorted(told_again(report), key=lambda repeat: _standing(repeat.story.origin, repeat.story.id))
    found = [_repeat(report, repeat, seen) for repeat in order]
    skips = sorted(report.accepted.findings if report.accepted else (), key=lambda skip: _standing(skip.origin, skip.reason))
    found += [*(_symptom(told, seen) for told in report.health), *(_decision(skip, seen) for skip in skips)]
    return found if report.verdict is None else [replace(one, counts=_counts(report.verdict.policy, one.rule)) for one in found]


def _counts(policy: Policy, rule: str) -> bool:
    """Return whether a policy counts findings of a rule."""
    return (HEALTH if rule in tuple(Ailment) else rule) in policy.fail_on


def _standing(origin: Origin, name: str) -> tuple[str, int, str]:
    return origin.path, origin.line, name


def _repeat(report: Report, repeat: Repeat, seen: Counter[tuple[str, ...]]) -> Finding:
    story, other, similarity = repeat.story, repeat.other, repeat.match.similarity
    relation = str(repeat.match.relation)
    title, repeated = (cells.cut(cells.title(each), TITLE) for each in (story, other))
    verb = "repeats" if repeat.match.relation.is_duplicate else "has the form of"
    message = f"“{title}” {verb} “{repeated}” ({relation}, {cells.percent(similarity)} alike)"
    contents = sorted(report.contents.get(each.id, UNNAMED) for each in (story, other))
    return Finding(relation, story.origin, title, message, _fingerprint(seen, *contents), other, similarity, repeat.accepted)


def _symptom(told: Symptom, seen: Counter[tuple[str, ...]]) -> Finding:
    source, wrong = cells.cut(cells.inert(told.source), TITLE), cells.cut(table_health.wrong(told), TITLE)
    when = f" of {told.day}" if told.day else ""
    message = f"{told.stories:,} of {told.of:,} stories{when} from {source}: {wrong}"
    fingerprint = _fingerprint(seen, told.ailment, told.source, told.day, told.text)
    return Finding(str(told.ailment), told.origin, f"{told.ailment} of {source}", message, fingerprint)


def _decision(skip: Skip, seen: Counter[tuple[str, ...]]) -> Finding:
    reason = cells.inert(skip.reason)
    return Finding(DECISION, skip.origin, reason.partition(":")[0], reason, _fingerprint(seen, DECISION, reason))


def _fingerprint(seen: Counter[tuple[str, ...]], *parts: str) -> str:
    """Return a name that is the same in the next run; findings of equal parts are numbered."""
    seen[parts] += 1
    return blake2b("\0".join((*parts, str(seen[parts]))).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def new(found: Iterable[Finding]) -> list[Finding]:
    """Return the findings that nobody has accepted: those that count, of these the worst rule, then the most alike first."""
    order = [*RULES]
    return sorted(
        (one for one in found if not one.accepted), key=lambda one: (not one.counts, order.index(one.rule), -one.similarity)
    )
