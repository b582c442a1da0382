"""A report against gold: what it found, missed and joined wrongly, and how other thresholds would do."""

from dedupe.evaluate.agreement import Agreement, Pairs, Score, agreement
from dedupe.evaluate.document import document
from dedupe.evaluate.evaluation import Confusion, Evaluation, Slips, evaluate
from dedupe.evaluate.gold import Gold, Verdict, gold_of_clusters, gold_of_field, gold_of_pairs
from dedupe.evaluate.gold_files import read_gold
from dedupe.evaluate.judge import judge_of
from dedupe.evaluate.slips import Slip
from dedupe.evaluate.sweep import Cut, sweep

__all__ = [
    "Agreement",
    "Confusion",
    "Cut",
    "Evaluation",
    "Gold",
    "Pairs",
    "Score",
    "Slip",
    "Slips",
    "Verdict",
    "agreement",
    "document",
    "evaluate",
    "gold_of_clusters",
    "gold_of_field",
    "gold_of_pairs",
    "judge_of",
    "read_gold",
    "sweep",
]
