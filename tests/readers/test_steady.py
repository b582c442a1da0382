from io import BufferedReader, BytesIO

from dedupe.readers.steady import Steady


class Breaking:
    """Gives its blocks, then fails as a damaged file does."""

    def __init__(self, *blocks: bytes) -> None:
        self.blocks = list(blocks)

    def read1(self, _: int) -> bytes:
        if not self.blocks:
            raise EOFError
        return self.blocks.pop(0)

    def close(self) -> None:
        self.blocks.clear()


def test_what_is_seen_ahead_is_still_to_be_read() -> None:
    steady = Steady(BufferedReader(BytesIO(b"abcdef")), "file")  # type: ignore[arg-type]
    assert steady.ahead(2) == b"ab"
    assert steady.ahead(100) == b"abcdef"
    assert BufferedReader(steady).read() == b"abcdef"


def test_a_stream_ends_where_its_data_break_and_says_so() -> None:
    steady = Steady(Breaking(b"ab", b"cd"), "gzip")
    assert (steady.ahead(3), steady.damage) == (b"abc", "")
    assert BufferedReader(steady).read() == b"abcd"
    assert steady.damage == "the gzip data end too early"


def test_a_block_that_is_larger_than_asked_for_is_read_in_parts() -> None:
    steady = Steady(Breaking(b"abcdefgh"), "file")
    assert [steady.read(3) for _ in range(4)] == [b"abc", b"def", b"gh", b""]
