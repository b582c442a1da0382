import bz2
import gzip
import lzma
from pathlib import Path

import pyarrow as pa
import pytest

from dedupe.errors import ReadError
from dedupe.model import Skip
from dedupe.readers import read
from tests.readers.made import given, in_lines, records, skips, stories, told, written


def zstd(data: bytes) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, "zstd") as out:
        out.write(data)
    return bytes(sink.getvalue().to_pybytes())


PACK = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress, ".zst": zstd}
MANY = records(20_000)


@pytest.mark.parametrize("suffix", PACK)
def test_a_compressed_dump_holds_what_the_plain_one_holds(suffix: str, tmp_path: Path) -> None:
    path = written(tmp_path, "dump.jsonl" + suffix, PACK[suffix](in_lines(records(3))))
    assert told(path) == given(records(3))


def test_a_dump_is_uncompressed_whatever_its_name(tmp_path: Path) -> None:
    assert told(written(tmp_path, "dump.jsonl", gzip.compress(in_lines(records(2))))) == given(records(2))
    assert told(written(tmp_path, "dump.jsonl.gz", in_lines(records(2)))) == given(records(2))


def test_parts_that_were_compressed_one_by_one_are_read_in_turn(tmp_path: Path) -> None:
    parts = [gzip.compress(in_lines([record])) for record in records(3)]
    assert told(written(tmp_path, "dump.jsonl.gz", b"".join(parts))) == given(records(3))


@pytest.mark.parametrize("suffix", PACK)
def test_of_a_truncated_dump_whole_records_are_kept_and_the_break_is_told(suffix: str, tmp_path: Path) -> None:
    packed = PACK[suffix](in_lines(MANY))
    path = written(tmp_path, "dump.jsonl" + suffix, packed[: len(packed) * 3 // 4])
    *read_before, last = read(path)
    assert [story.id for story in stories(path)] == [record["id"] for record in MANY[: len(read_before)]]
    assert isinstance(last, Skip)
    assert last.origin.line == len(read_before) + 1
    assert last.reason.endswith("end too early; the rest of the file is lost")


def test_damage_in_the_middle_is_told_once(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(in_lines(MANY)))
    packed[len(packed) // 2 :] = b"?" * 100
    assert len(skips(written(tmp_path, "dump.jsonl.gz", bytes(packed)))) == 1


def test_a_dump_of_which_nothing_is_left_cannot_be_read(tmp_path: Path) -> None:
    path = written(tmp_path, "dump.jsonl.gz", gzip.compress(in_lines(records(3)))[:15])
    with pytest.raises(ReadError, match="gzip data end too early; nothing could be read"):
        list(read(path))
