"""A report as CSV: one row for each member of a cluster.

    cluster,relation,similarity,words,id,title,source,url,published,path,line
    5f0c2a91,canonical,1.0,812,page.txt:12,Drone falls into the sea,,,,page.txt,12
    5f0c2a91,reworded,0.78,640,page.txt:80,Drone lost over the sea,,,,page.txt,80

In a check a last column, state, tells which story is fresh and which is held. A cell that a spreadsheet would compute (it begins
with one of = + - @, a tab or a line end) begins with ' instead.
"""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from dedupe.model import Cluster, Report
from dedupe.reports import cells, contract

HEADER = ("cluster", "relation", "similarity", "words", "id", "title", "source", "url", "published", "path", "line")
STATE = "state"
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠].", re.DOTALL)  # "-" alone is standard input, and no formula


def render(report: Report) -> str:
    """Return a header and a row for each member of each cluster."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER if report.fresh is None else (*HEADER, STATE))
    for cluster in contract.shown(report):
        writer.writerows(_rows(report, cluster))
    return text.getvalue()


def _rows(report: Report, cluster: Cluster) -> Iterator[list[str]]:
    for story, relation, similarity in contract.members(cluster):
        published = story.published.isoformat() if story.published else ""
        read = [story.id, cells.inert(story.title), story.source, story.url, published, story.origin.path, str(story.origin.line)]
        state = [] if report.fresh is None else [contract.state(report, story)]
        figures = [str(round(similarity, contract.DIGITS)), str(cells.words(story))]
        yield [cluster.id, relation, *figures, *map(_harmless, read), *state]


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell
