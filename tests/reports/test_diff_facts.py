from dedupe.diff import Counts, Diff, Fact, FactKind, compare
from dedupe.reports import diff_facts
from dedupe.reports.cells import columns
from tests.diff.made import LEFT, RIGHT


def lines(*facts: Fact, width: int = 80) -> list[str]:
    return diff_facts.render(Diff(LEFT, RIGHT, (), Counts(), facts), width, colour=False)


def alone(kind: FactKind, value: str, sentence: str) -> Fact:
    return Fact(kind, value, "", sentence, "")


def test_a_conflict_is_a_row_with_the_words_around_it() -> None:
    assert lines(Fact(FactKind.NUMBER, "12", "14", "The crew took 12 people ashore.", "Some 14 people were saved.")) == [
        "Changed facts",
        "",
        "number  12                               14",
        "        The crew took 12 people ashore.  Some 14 people were saved.",
    ]


def test_what_one_side_adds_is_listed_by_kind() -> None:
    found = lines(
        alone(FactKind.NAME, "Ada Orr", "Ada Orr left."),
        alone(FactKind.NUMBER, "12", "They saved 12 people who swam."),
        alone(FactKind.NAME, "Amsel", "In Amsel."),
        alone(FactKind.QUOTATION, "we felt a bump", "“We felt a bump.”"),
    )
    assert " ".join(found).replace("  ", " ") == (
        "Changed facts Only on the left: number 12 people; quotation “we felt a bump”; names Ada Orr, Amsel"
    )


def test_a_long_list_ends_in_a_count() -> None:
    names = [alone(FactKind.NAME, f"Name{n}", "") for n in range(9)]
    assert " ".join(lines(*names)).endswith("Name5 and 3 more")


def test_a_number_is_listed_with_what_it_counts() -> None:
    told = [alone(FactKind.NUMBER, "4", text) for text in ("4 dead whales lay", "4 of them", "4 people were", "4, say")]
    assert [diff_facts.render(Diff(LEFT, RIGHT, (), Counts(), (fact,)), 80, colour=False)[-1] for fact in told] == [
        "Only on the left: number 4 dead whales",
        "Only on the left: number 4",
        "Only on the left: number 4 people",
        "Only on the left: number 4",
    ]


def test_a_name_that_a_retold_sentence_lacks_is_only_listed() -> None:
    fact = Fact(FactKind.NAME, "Ada Orr", "", "The captain, Ada Orr, left.", "The captain left.")
    assert lines(fact)[-1] == "Only on the left: name Ada Orr"


def test_rows_fit_the_width() -> None:
    found = diff_facts.render(compare(LEFT, RIGHT), 40, colour=False)
    assert max(map(columns, found)) <= 40


def test_no_facts_are_no_lines() -> None:
    assert lines() == []
