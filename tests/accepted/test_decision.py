from dedupe.accepted import Verdict, content
from tests.accepted.made import decided


def test_a_content_is_sixteen_hexadecimal_digits_of_the_bits_of_a_digest() -> None:
    assert [content(digest) for digest in (0, -1, 255)] == ["0" * 16, "f" * 16, "00000000000000ff"]


def test_a_pair_names_the_lesser_content_first() -> None:
    assert decided("9", "1", Verdict.KEEP).pair == ("1" * 16, "9" * 16)
