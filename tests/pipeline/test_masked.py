import numpy as np

from dedupe import scan
from dedupe.pipeline.masked import masked
from tests.strategies import story, tale

FOOTER = "Subscribe to the Lorne Post and read every story on your phone."


def test_sentences_left_out_are_told_of_stories_in_clusters() -> None:
    pages = [story(f"s{seed}", f"{tale(seed)}\n{FOOTER}", source="Lorne Post") for seed in range(9)]
    copy = story("copy", f"{tale(3)}\n{FOOTER}", source="Lorne Post")
    report = scan([*pages, copy])
    assert report.masked == {"copy": (FOOTER,), "s3": (FOOTER,)}


def test_where_nothing_is_boilerplate_nothing_is_left_out() -> None:
    assert masked([story("s", tale(1))], np.empty(0, np.uint64)) == {}
