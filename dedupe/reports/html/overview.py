"""The first section: how much is told again, how, by whom and when."""

from collections import Counter
from collections.abc import Iterator

from dedupe.model import DUPLICATES, Relation, Report
from dedupe.reports import cells, contract, table_audit, table_clusters, table_health, table_verdict
from dedupe.reports.html import credits, foreign, matrix, plots, spread, timeline

_SIZES = ((2, 2), (3, 3), (4, 4), (5, 9), (10, 19), (20, 49), (50, 10**9))
_LISTED = 20  # skipped records named one by one


def render(report: Report, left_out: int = 0, about: str = "") -> str:
    """Return the section: figures, relations, sizes, timeline, spread, credits, and what was left out."""
    told = spread.Spread(report)
    parts = [_tiles(report), *_notes(report, left_out, about), '<div class="grid">', _relations(report), timeline.render(told)]
    parts += [_sizes(report), spread.hours(told), credits.render(report), spread.sources(told), matrix.render(told)]
    parts += ["</div>", _skipped(report)]
    head = '<section id="overview" aria-labelledby="overview-title"><h2 id="overview-title">Overview</h2>'
    return f"{head}\n{''.join(parts)}</section>\n"


def _tiles(report: Report) -> str:
    repeats = report.duplicates if report.fresh is None else [one for one in report.duplicates if report.is_fresh(one)]
    share = f"{100 * len(repeats) / report.read:.1f}% of all" if report.read else ""
    quiet = table_clusters.quieted(report)
    figures = (
        ("Stories", f"{report.read:,}", "read" if report.fresh is None else f"fresh, beside {report.held:,} held"),
        ("Clusters", f"{len(report.clusters):,}", "stories told more than once"),
        ("Duplicates", f"{len(repeats):,}", ", ".join(filter(None, (share, quiet)))),
        ("Events", f"{len(report.events):,}", "told more than once"),
        ("Skipped", f"{len(report.skipped):,}", "records that could not be read"),
        ("Stated recall", f"{100 * report.recall.expected:.1f}%", f"of pairs at Jaccard {report.recall.threshold:.2f}"),
    )
    items = (f"<div><dt>{name}</dt><dd><b>{figure}</b> <span>{note}</span></dd></div>\n" for name, figure, note in figures)
    return f'<dl class="tiles">\n{"".join(items)}</dl>\n'


def _notes(report: Report, left_out: int, about: str) -> Iterator[str]:
    if about:
        yield f'<p class="notice">{about}</p>\n'
    if left_out:
        yield (
            f'<p class="notice">{cells.counted(left_out, "cluster")} more of this run, the smallest, stand not in this page: '
            "--max-clusters takes in more, --split makes several pages, and a JSON report has all.</p>\n"
        )
    for told in table_verdict.lines(report.verdict) if report.verdict else ():
        yield f'<p class="notice">{foreign.text(told)}</p>\n'
    for symptom in report.health:
        day = symptom.day or "no date"
        told = f"{symptom.source}, {day}, {symptom.stories:,} of {symptom.of:,} stories: {table_health.wrong(symptom)}"
        yield f'<p class="notice">{foreign.text(told)}</p>\n'
    if report.audit:
        yield f'<p class="notice">Audit: {foreign.text(table_audit.summary(report.audit))}.</p>\n'
    for skip in report.accepted.findings if report.accepted else ():
        yield f'<p class="notice">Not followed: {foreign.text(f"{skip.origin}: {skip.reason}")}</p>\n'
    if report.furniture:
        number = sum(len(found.stories) for found in report.furniture)
        text = f"{cells.counted(len(report.furniture), 'text')} under many titles, in {number:,} stories, which are no duplicates"
        yield f'<p class="notice">{text}: a cookie wall, an error page or the like.</p>\n'


def _relations(report: Report) -> str:
    spokes = Counter(match.relation for cluster in report.clusters for match in cluster.matches)
    pairs = Counter(match.relation for match in (*report.matches, *report.related))
    number = {relation: spokes[relation] if relation in DUPLICATES else pairs[relation] for relation in Relation}
    bar = plots.stacked([(f"r-{relation}", number[relation]) for relation in Relation])
    keys = "".join(
        f'<li><span class="key r-{relation}"></span>{relation} <b>{count:,}</b></li>'
        for relation, count in number.items()
        if count
    )
    text = "Repeats by what they are to the story they repeat; templates, overlaps and related pairs are no duplicates."
    return plots.figure("Relations", f'{bar}<ul class="legend">{keys}</ul>', text)


def _sizes(report: Report) -> str:
    counts = Counter(len(cluster.members) for cluster in report.clusters)
    rows = []
    for low, high in _SIZES:
        number = sum(count for size, count in counts.items() if low <= size <= high)
        name = f"{low}" if low == high else f"{low} and more" if high == 10**9 else f"{low} to {high}"
        rows.append((name, number))
    while rows and not rows[-1][1]:
        rows.pop()
    if not rows:
        return ""
    table = plots.bars("Clusters by their number of versions", ("versions", "clusters"), rows)
    return plots.panel("Clusters by size", table)


def _skipped(report: Report) -> str:
    if not report.skipped:
        return ""
    told = contract.skips_of(report.skipped)
    items = "".join(f"<li>{foreign.text('{path}:{line}: {reason}'.format(**skip))}</li>\n" for skip in told[:_LISTED])
    more = f"<li>and {len(told) - _LISTED:,} more, which a JSON report lists</li>" if len(told) > _LISTED else ""
    return f"<details><summary>{cells.counted(len(told), 'record')} skipped</summary><ul>{items}{more}</ul></details>\n"
