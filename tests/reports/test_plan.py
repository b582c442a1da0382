import json
from typing import Any

import pytest

from dedupe.reports import plan

PLAN: dict[str, Any] = {
    "sampled": 2000,
    "whole": False,
    "stories": 1_000_000,
    "words": 401_000_000,
    "seconds": 402.0,
    "margin": 2,
    "memory": (4 << 30) + (500 << 20),
    "budget": 4 << 30,
    "disk": int(7.2 * (1 << 30)),
    "related": False,
    "recall": {"threshold": 0.5, "expected": 0.99633, "bands": 42, "rows": 3},
}


def test_the_sample_in_the_docstring_is_what_is_printed() -> None:
    assert plan.render(PLAN) in (plan.__doc__ or "")


def test_a_plan_from_all_stories_says_so() -> None:
    text = plan.render({**PLAN, "sampled": 1, "whole": True, "disk": 0, "related": True})
    assert "measured on all 1 story\n" in text
    assert "no scratch files" in text
    assert "related  looked for\n" in text


def test_no_line_is_wider_than_asked() -> None:
    assert max(map(len, plan.render(PLAN, 60).splitlines())) <= 60


@pytest.mark.parametrize(("amount", "told"), [(0, "0 MB"), (1, "1 MB"), ((1 << 20) + 1, "2 MB"), (3 << 29, "1.5 GB")])
def test_bytes_are_told_in_mb_or_gb(amount: int, told: str) -> None:
    assert plan.size(amount) == told


@pytest.mark.parametrize(("seconds", "told"), [(0.04, "0.0 s"), (119.9, "119.9 s"), (120, "2.0 min"), (9000, "2.5 h")])
def test_times_are_told_in_seconds_minutes_or_hours(seconds: float, told: str) -> None:
    assert plan.span(seconds) == told


def test_json_holds_every_figure() -> None:
    assert json.loads(plan.render_json(PLAN)) == PLAN
