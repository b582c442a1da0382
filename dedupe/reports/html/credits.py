"""Which agencies the versions of clusters credit in their texts."""

import re
from collections import Counter

from dedupe.model import Report
from dedupe.reports.html import plots

# Names that are the agency's alone stand anywhere; initials only as a credit: "(AP)", "AP -", "/dpa", "AFP reported".
_NAMES = {
    "Reuters": "Reuters",
    "Associated Press": "AP",
    "Agence France-Presse": "AFP",
    "Deutsche Presse-Agentur": "dpa",
    "TASS": "TASS",
    "Xinhua": "Xinhua",
    "Interfax": "Interfax",
    "RIA Novosti": "RIA Novosti",
    "Ukrinform": "Ukrinform",
    "Bloomberg": "Bloomberg",
    "Kyodo": "Kyodo",
    "Yonhap": "Yonhap",
    "Anadolu": "Anadolu",
    "PA Media": "PA Media",
    "Press Trust of India": "PTI",
    "United Press International": "UPI",
    "ANSA": "ANSA",
    "EFE": "EFE",
    "Ritzau": "Ritzau",
    "Belga": "Belga",
}
_INITIALS = ("AP", "AFP", "dpa", "DPA", "PTI", "UPI", "APA", "PAP", "CTK", "ČTK", "MTI", "IANS", "ANI", "PA")
_EVERY, _SHORT = "|".join(map(re.escape, _NAMES)), "|".join(_INITIALS)
_SAYS = "(?:news agency|reported|reports|said|says|news)"
_CREDIT = re.compile(rf"\b({_EVERY})\b|[(/\[]({_SHORT})[)/\]]|(?<![\w.])({_SHORT})(?=\s*[—–]\s|\s-\s|\s{_SAYS}\b)")


def credited(text: str) -> set[str]:
    """Return the agencies that a text credits, by the name they go by."""
    found = {next(filter(None, match.groups())) for match in _CREDIT.finditer(text)}
    return {_NAMES.get(name, "dpa" if name == "DPA" else name) for name in found}


def render(report: Report) -> str:
    """Return the credits as a panel; "" where there are none."""
    counts = Counter(
        name for cluster in report.clusters for story in cluster.members for name in credited(f"{story.source}\n{story.body}")
    )
    if not counts:
        return ""
    rows = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    table = plots.bars("Versions in clusters whose text credits an agency", ("agency", "versions"), rows)
    return plots.panel("Agencies credited", table)
