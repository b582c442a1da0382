from dedupe.diff import Block, Kind, Side
from tests.diff.made import between

ONE, TWO, THREE = "The tug came at dawn.", "Nobody on the ferry was hurt.", "The light on the cape had failed."


def shape(left: str, right: str) -> list[tuple[Kind, Side, int | None, int | None]]:
    return [(block.kind, block.side, block.left, block.right) for block in between(left, right).blocks]


def test_a_paragraph_in_the_same_words_is_an_equal_block() -> None:
    assert shape(f"{ONE}\n\n{TWO}", f"{ONE}\n\n{TWO}") == [(Kind.EQUAL, Side.BOTH, 0, 0), (Kind.EQUAL, Side.BOTH, 1, 1)]


def test_a_changed_paragraph_is_one_block_however_many_sentences_stayed() -> None:
    assert shape(f"{ONE} {TWO}", f"{ONE} {TWO.replace('hurt', 'killed')}") == [(Kind.REPLACE, Side.BOTH, 0, 0)]


def test_a_paragraph_of_one_side_has_no_place_on_the_other() -> None:
    assert shape(f"{ONE}\n\n{TWO}", f"{ONE}\n\n{THREE}") == [
        (Kind.EQUAL, Side.BOTH, 0, 0),
        (Kind.DELETE, Side.LEFT, 1, None),
        (Kind.INSERT, Side.RIGHT, None, 1),
    ]


def test_a_moved_paragraph_stands_at_both_of_its_places() -> None:
    blocks = between(f"{ONE}\n\n{TWO}\n\n{THREE}", f"{TWO}\n\n{THREE}\n\n{ONE}").blocks
    moves: list[Block] = [block for block in blocks if block.kind is Kind.MOVED]
    assert [(block.side, block.left, block.right) for block in moves] == [(Side.LEFT, 0, 2), (Side.RIGHT, 0, 2)]
    assert moves[0].spans == moves[1].spans


def test_sentences_that_moved_together_are_one_move() -> None:
    counts = between(f"{ONE} {TWO}\n\n{THREE} {THREE[::-1]}", f"{THREE} {THREE[::-1]}\n\n{ONE} {TWO}").counts
    assert counts.moves == 1


def test_a_paragraph_broken_in_two_is_no_change_of_words() -> None:
    blocks = between(f"{ONE} {TWO}", f"{ONE}\n\n{TWO}").blocks
    assert {block.kind for block in blocks} == {Kind.EQUAL}
