import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dedupe.errors import ReadError
from dedupe.evaluate.gold import Verdict
from dedupe.evaluate.gold_files import read_gold

Write = Callable[[str, str], Path]


@pytest.fixture
def gold_file(tmp_path: Path) -> Write:
    def write(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_csv_gives_each_pair_its_relation_and_whether_it_is_one_story(gold_file: Write) -> None:
    gold = read_gold(gold_file("g.csv", "left,right,relation,same\nb,a,reworded,yes\na,c,template,no\n"))
    assert dict(gold.verdicts) == {("a", "b"): Verdict(True, "reworded"), ("a", "c"): Verdict(False, "template")}


def test_without_a_column_same_the_relation_decides(gold_file: Write) -> None:
    gold = read_gold(gold_file("g.tsv", "a\tb\trelation\n1\t2\tExcerpt\n1\t3\trelated\n1\t4\tnone\n"))
    assert [verdict.same for verdict in gold.verdicts.values()] == [True, False, False]


def test_bare_pairs_are_one_story_each(gold_file: Write) -> None:
    gold = read_gold(gold_file("g.csv", "\ufeffid1,id2,kind\n1,2,edits\n"))
    assert dict(gold.groups) == {"1": "1", "2": "1"}


def test_json_lines_give_pairs_too(gold_file: Write) -> None:
    gold = read_gold(gold_file("g.jsonl", '{"left": 1, "right": 2, "same": true}\n\n{"left": 1, "right": 3, "same": 0}\n'))
    assert {pair: verdict.same for pair, verdict in gold.verdicts.items()} == {("1", "2"): True, ("1", "3"): False}


@pytest.mark.parametrize(
    "clusters",
    [
        {"clusters": [{"members": ["a", "b"], "canonical": "b"}]},
        {"clusters": [{"members": [{"id": "a", "title": "T"}, {"id": "b"}], "canonical": "b"}]},
    ],
)
def test_clusters_are_read_from_ids_and_from_a_report(gold_file: Write, clusters: object) -> None:
    gold = read_gold(gold_file("g.json", json.dumps(clusters)))
    assert dict(gold.groups) == {"a": "a", "b": "a"}
    assert dict(gold.canonicals) == {"a": "b"}


def test_clusters_are_read_from_a_list_of_lists(gold_file: Write) -> None:
    assert dict(read_gold(gold_file("g.json", '[["a", "b"], ["c"]]')).groups) == {"a": "a", "b": "a", "c": "c"}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("g.csv", "one,two\n1,2\n", r'g\.csv:2: no pair; each line needs two ids, in columns named "left" and "right"'),
        ("g.csv", "left,right\n1,1\n", r"g\.csv:2: no pair"),
        ("g.csv", "left,right,same\n1,2,perhaps\n", r"g\.csv:2: \"same\" is 'perhaps'; write yes or no"),
        ("g.csv", "left,right,relation\n1,2,cousin\n", r"g\.csv:2: relation 'cousin' does not say"),
        ("g.csv", "left,right,relation\n1,2,\n", r"g\.csv:2: neither"),
        ("g.csv", "left,right,same\n1,2,yes\n2,1,no\n", r"g\.csv:3: 1 and 2|g\.csv:3: 2 and 1 are judged twice"),
        ("g.jsonl", '{"left": 1, "right": 2}\n{"left"\n', r"g\.jsonl:2: not JSON"),
        ("g.jsonl", "[1, 2]\n", r"g\.jsonl:1: no pair"),
        ("g.json", '{"clusters": [', r"g\.json:1: not JSON"),
        ("g.json", '{"groups": []}', r"g\.json: no clusters; give"),
        ("g.json", '[["a", "b"], ["a", "c"]]', r"g\.json: story 'a' is in two gold clusters"),
        ("g.json", "[1]", r"g\.json: cluster 1 has no members; give"),
        ("g.txt", "", r"g\.txt: unknown kind of gold; give pairs as \.csv"),
    ],
)
def test_bad_gold_is_refused_with_its_place_and_a_remedy(gold_file: Write, name: str, text: str, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        read_gold(gold_file(name, text))


def test_a_missing_and_a_binary_file_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_bytes(b"left,right\n\xff\xfe")
    with pytest.raises(ReadError, match=r"b\.csv: not UTF-8"):
        read_gold(tmp_path / "b.csv")
    with pytest.raises(ReadError, match=r"none\.csv: No such file"):
        read_gold(tmp_path / "none.csv")
