"""What a policy says of a report: which rules are broken, and whether the answer is to be trusted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dedupe.model import Cluster, Policy, Relation, Repeat, Report, Verdict, repeats, templates
from dedupe.model.verdict import DECISION, HEALTH, is_over


def judge(report: Report, policy: Policy) -> Report:
    """Return a report with what a policy says of it."""
    every = _found(report, policy)
    told = _failing(every, policy)
    count = len({repeat.story.id for repeat in told})
    broken = (*_too_many(report, policy, count), *_of_source(report, policy, told), *_too_large(report, policy, told))
    broken += tuple(_other(report, policy))
    warnings = (*(_let_pass(report, count) if not broken else ()), *_uncounted(policy, every))
    if report.health and HEALTH not in policy.fail_on:
        warnings += (f"{_findings(report)}, not counted",)
    return replace(report, verdict=Verdict(policy, count, broken, tuple(doubts(report, policy)), warnings))


def failing(report: Report, policy: Policy) -> list[Repeat]:
    """Return what a policy counts of the fresh stories of a report, whatever it lets pass."""
    return _failing(_found(report, policy), policy)


def _failing(found: Sequence[Repeat], policy: Policy) -> list[Repeat]:
    return [repeat for repeat in found if repeat.match.relation in policy.fail_on and not repeat.accepted]


def _found(report: Report, policy: Policy) -> tuple[Repeat, ...]:
    return (*repeats(report), *(templates(report) if Relation.TEMPLATE in policy.fail_on else ()))


def _too_many(report: Report, policy: Policy, count: int) -> Iterator[str]:
    if is_over(count, policy.max_new, report.read):
        yield f"max-new: {_stories(count, report.read)}, {policy.max_new} allowed"


def _of_source(report: Report, policy: Policy, told: Sequence[Repeat]) -> Iterator[str]:
    """Yield the source of which most is over the limit, and how many more there are."""
    every: Counter[str] = Counter()
    for tally in report.sources:
        every[tally.source] += tally.stories
    counts = Counter({story.id: story.outlet for story in (repeat.story for repeat in told)}.values())
    over = [name for name, count in counts.most_common() if is_over(count, policy.max_per_source, every[name])]
    if over:
        more = f" (and {len(over) - 1:,} more source{'s' if len(over) > 2 else ''} with too many)" if len(over) > 1 else ""
        found = _stories(counts[over[0]], every[over[0]])
        yield f"max-per-source: {over[0]}: {found}{more}, {policy.max_per_source} allowed"


def _too_large(report: Report, policy: Policy, told: Sequence[Repeat]) -> Iterator[str]:
    counted = {repeat.story.id for repeat in told}
    touched = (each for each in report.clusters if not counted.isdisjoint(one.id for one in each.members))
    size, name = max(((_size(report, each), each.id) for each in touched), default=(0, ""))
    if policy.largest_cluster and size > policy.largest_cluster:
        yield f"largest-cluster: {size:,} stories in {name}, {policy.largest_cluster:,} allowed"


def _size(report: Report, cluster: Cluster) -> int:
    """Return how many members a cluster has that nobody has accepted."""
    quiet = report.accepted.quiet if report.accepted else {}
    return sum(member.id not in quiet for member in cluster.members)


def _other(report: Report, policy: Policy) -> Iterator[str]:
    lines = report.accepted.findings if report.accepted else ()
    if HEALTH in policy.fail_on and report.health:
        yield f"health: {_findings(report)}, none allowed"
    if DECISION in policy.fail_on and lines:
        yield f"decision: {len(lines):,} accepted line{'s' if len(lines) > 1 else ''} not followed, none allowed"


def _findings(report: Report) -> str:
    return f"{len(report.health):,} finding{'s' if len(report.health) > 1 else ''} on sources"


def doubts(report: Report, policy: Policy) -> Iterator[str]:
    """Yield why the answer is not to be trusted: too much could not be read."""
    for skipped, read, what in (
        (len(report.skipped), report.read + report.already, "records"),
        (len(report.skipped_held), report.held, "held records"),
    ):
        if is_over(skipped, policy.max_skipped, skipped + read):
            yield f"max-skipped: {skipped:,} of {skipped + read:,} {what} could not be read, {policy.max_skipped} allowed"


def _let_pass(report: Report, count: int) -> Iterator[str]:
    """Yield what was found and breaks no rule."""
    if count:
        yield f"{_stories(count, report.read)}, within what is allowed"


def _uncounted(policy: Policy, every: Sequence[Repeat]) -> Iterator[str]:
    """Yield what was found and does not count, and what has but a form and is quiet: of the rest, every report counts that."""
    left = Counter(str(told.match.relation) for told in every if not told.accepted and told.match.relation not in policy.fail_on)
    if left:
        yield f"not counted: {', '.join(f'{count:,} {name}' for name, count in sorted(left.items()))}"
    if quiet := sum(bool(told.accepted) for told in every if told.match.relation is Relation.TEMPLATE):
        yield f"quieted as known: {quiet:,} template"


def _stories(count: int, of: int) -> str:
    stories = "story" if of == 1 else "stories"
    return f"{count:,} of {of:,} fresh {stories} {'repeats' if count == 1 else 'repeat'} another"
