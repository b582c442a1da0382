import json
import re
import zlib
from base64 import b64decode

import pytest

from dedupe.reports.html import packed

DETAILS = [{"facts": [{"values": [["12", 1], ["14", 1]]}, {"values": [["9", 2]]}], "text": f"<b>{n}</b>" * 50} for n in range(9)]


def test_each_cluster_is_found_by_its_part_and_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "PART", 1000)
    written, at = packed.parts(DETAILS)
    assert len(written) > 1
    assert [json.loads(written[part])[place] for part, place, _ in at] == DETAILS
    assert {differing for _, _, differing in at} == {1}


def test_no_cluster_has_no_part() -> None:
    assert packed.parts([]) == ([], [])


def test_much_text_is_compressed_and_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "PLAIN", 10)
    written, _ = packed.parts(DETAILS)
    ((kind, content),) = re.findall(r'<script type="([^"]+)" class="part">(.*?)</script>', "".join(packed.elements(written)))
    assert kind == "application/base64"
    assert json.loads(zlib.decompress(b64decode(content), -15)) == DETAILS
