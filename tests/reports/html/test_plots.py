import re

import pytest

from dedupe.reports.html import plots


@pytest.mark.parametrize(("number", "most", "length"), [(0, 0, "0.00"), (5, 10, "50.00"), (10, 10, "100.00")])
def test_a_bar_is_as_long_as_its_number(number: int, most: int, length: str) -> None:
    assert f'class="one" width="{length}"' in plots.bar(number, most)


def test_stacked_parts_fill_the_bar() -> None:
    widths = [float(width) for width in re.findall(r'width="([\d.]+)"', plots.stacked([("x", 1), ("y", 2), ("z", 5)]))]
    assert sum(widths) == pytest.approx(100)


def test_columns_stand_on_one_another() -> None:
    plot = plots.columns([(1, 3), (0, 0)], "label")
    assert 'y="30.00" width="41.000" height="10.00"' in plot
    assert 'y="0.00" width="41.000" height="30.00"' in plot


def test_a_name_is_no_markup() -> None:
    assert "<b>" not in plots.bars("<b>", ("<b>", "n"), [("<b>", 1)])
