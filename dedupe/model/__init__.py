"""What goes in and what comes out: stories, matches, clusters and the report."""

from dedupe.model.cluster import Cluster, Match
from dedupe.model.explanation import Aligned, Explanation
from dedupe.model.found import Accepted, Audit, Furniture, Recall
from dedupe.model.health import Ailment, Group, Symptom
from dedupe.model.repeat import Repeat, repeats, templates, told_again
from dedupe.model.report import Report
from dedupe.model.story import DUPLICATES, Origin, Relation, Skip, Story
from dedupe.model.summary import Summary
from dedupe.model.tally import Tally
from dedupe.model.verdict import Policy, Verdict

__all__ = [
    "DUPLICATES",
    "Accepted",
    "Ailment",
    "Aligned",
    "Audit",
    "Cluster",
    "Explanation",
    "Furniture",
    "Group",
    "Match",
    "Origin",
    "Policy",
    "Recall",
    "Relation",
    "Repeat",
    "Report",
    "Skip",
    "Story",
    "Summary",
    "Symptom",
    "Tally",
    "Verdict",
    "repeats",
    "templates",
    "told_again",
]
