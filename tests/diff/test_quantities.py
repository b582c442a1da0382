from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedupe.diff.quantities import Quantity, quantities
from tests.diff.made import ANY
from tests.strategies import law


def found(text: str) -> list[tuple[str, str]]:
    """Return the numbers of a text: low or low-high, and unit."""
    values = [m.value for m in quantities(text) if isinstance(m.value, Quantity)]
    return [(f"{v.low.normalize():f}" if v.low == v.high else f"{v.low:f}-{v.high:f}", v.unit) for v in values]


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("1,100 men", "1100", ""),
        ("1 100 men", "1100", ""),
        ("1.100 Soldaten", "1100", ""),
        ("4,25 Prozent", "4.25", "%"),
        ("twenty-one whales", "21", ""),
        ("two hundred and six", "206", ""),
        ("three dozen", "36", ""),
        ("zwei Millionen Euro", "2000000", "€"),
        ("$10m", "10000000", "$"),
        ("£2.5 billion", "2500000000", "£"),
        ("a 300-million-pound loan", "300000000", "£"),
        ("5,5 Billionen", "5500000000000", ""),
        ("20m wide", "20", ""),
        ("30-40 minutes", "30-40", ""),
        ("the 2017-18 season", "2017", ""),
        ("the 2017/18 season", "2017", ""),
        ("4 mln cases", "4000000", ""),
        ("dozens of boats", "24-199", ""),
        ("有6,000人", "6000", ""),
        ("3万人", "30000", ""),
    ],
)
def test_a_number_is_read_however_it_is_written(text: str, number: str, unit: str) -> None:
    assert found(text) == [(number, unit)]


def test_a_scale_named_once_counts_for_both_ends_of_a_range() -> None:
    assert found("between $15 and $30 billion") == [("15000000000", "$"), ("30000000000", "$")]


@pytest.mark.parametrize("text", ["an MQ-9 drone", "the A320", "G7 leaders", "no figure at all"])
def test_digits_in_a_name_are_no_number(text: str) -> None:
    assert found(text) == []


@law
@given(ANY)
def test_a_mention_is_where_it_says(text: str) -> None:
    for mention in quantities(text):
        assert text[mention.start : mention.end].strip() == mention.text


def test_quantities_agree_where_both_can_be_true() -> None:
    ten, tens = Quantity(Decimal(10), Decimal(10), "$"), Quantity(Decimal(5), Decimal(50))
    assert ten.agrees(tens)
    assert not ten.agrees(Quantity(Decimal(10), Decimal(10), "€"))
    assert not ten.agrees(Quantity(Decimal(11), Decimal(11)))


@given(st.text("0123456789,. '", max_size=14))
def test_digits_with_any_marks_are_a_number_or_none(text: str) -> None:
    for mention in quantities(f"Some {text} of them."):
        assert isinstance(mention.value, Quantity)


@pytest.mark.parametrize(("text", "value"), [("0,001,234", 1234), ("00.123.456", 123456), ("0.123,456", Decimal("123.456"))])
def test_zeros_may_lead_groups(text: str, value: int) -> None:
    (mention,) = quantities(f"Some {text} of them.")
    assert mention.value == Quantity(Decimal(value), Decimal(value))
