import json
from difflib import SequenceMatcher
from itertools import combinations
from math import log
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks.corpus import Pair, Plan, Record, corpus, write
from tests.benchmarks.lexicon import FUNCTION, lexicon
from tests.benchmarks.peers import shingles
from tests.benchmarks.planted import SHARES, TEASER_WORDS, rewritten
from tests.benchmarks.prose import STOP, Style, drafts, spell

PLAN = Plan(stories=1_500, words=200, seed=7, viral=30)

Corpus = tuple[dict[str, Record], list[Pair]]


def collected(plan: Plan) -> Corpus:
    parts = list(corpus(plan))
    return {record.id: record for records, _ in parts for record in records}, [pair for _, pairs in parts for pair in pairs]


@pytest.fixture(scope="module")
def planted() -> Corpus:
    return collected(PLAN)


def texts(planted: Corpus, kind: str) -> list[tuple[str, str]]:
    records, pairs = planted
    return [(records[pair.left].text, records[pair.right].text) for pair in pairs if pair.kind == kind]


def test_the_same_plan_writes_the_same_corpus_and_another_seed_another() -> None:
    small = Plan(stories=120, words=60)
    assert collected(small) == collected(small)
    assert collected(small)[0] != collected(Plan(stories=120, words=60, seed=2))[0]


@pytest.mark.parametrize(
    "plan", [PLAN, Plan(1), Plan(2, viral=1), Plan(3, viral=2), Plan(50, words=20), Plan(4_500, words=20, viral=600)]
)
def test_a_corpus_has_as_many_stories_and_copies_as_planned(plan: Plan) -> None:
    records, pairs = collected(plan)
    assert len(records) == plan.stories
    assert {kind: sum(pair.kind == kind for pair in pairs) for kind in plan.copies} == plan.copies
    assert all(pair.left in records and pair.right in records for pair in pairs)


def test_a_corpus_of_nothing_but_one_story_is_refused() -> None:
    with pytest.raises(ValueError, match="2 viral copies leave no room"):
        Plan(2, viral=2)


def test_a_copy_repeats_one_story_and_is_not_repeated_itself(planted: Corpus) -> None:
    _, pairs = planted
    copies, originals = [pair.right for pair in pairs], [pair.left for pair in pairs if pair.kind != "viral"]
    assert len(set(copies)) == len(copies)
    assert len(set(originals)) == len(originals)
    assert not set(copies) & set(originals)


def test_exact_copies_are_equal_and_datelines_stand_before_the_text(planted: Corpus) -> None:
    assert all(left == right for left, right in texts(planted, "exact"))
    assert all(right.endswith(f") — {left}") for left, right in texts(planted, "dateline"))


def test_edits_change_few_words(planted: Corpus) -> None:
    for left, right in texts(planted, "edits"):
        assert 0.90 < SequenceMatcher(None, left.split(), right.split(), autojunk=False).ratio() < 1


def test_a_teaser_is_the_beginning_of_its_story(planted: Corpus) -> None:
    for left, right in texts(planted, "teaser"):
        words = right.split()
        assert words[-1] == "…"
        assert words[:-1] == left.split()[: len(words) - 1]
        assert "\n" not in right
        assert len(words) - 1 <= TEASER_WORDS


def test_viral_copies_have_their_own_datelines_and_few_edits(planted: Corpus) -> None:
    told = texts(planted, "viral")
    assert len({right.partition(" — ")[0] for _, right in told}) > len(told) * 0.9
    assert all(abs(len(right.partition(" — ")[2].split()) - len(left.split())) <= 5 for left, right in told)


@pytest.fixture(scope="module")
def style() -> Style:
    rng = np.random.default_rng(3)
    return Style.of(lexicon(200_000, rng), 20, rng)


def test_a_rewrite_replaces_a_third_to_half_of_each_sentence_and_keeps_names_and_numbers(style: Style) -> None:
    rng = np.random.default_rng(5)
    for draft in drafts(style, 20, 300, rng):
        other = rewritten(style, draft, rng)
        changed = draft.words != other.words
        assert not changed[draft.words >= style.lexicon.words].any()
        sentence = np.concatenate(([0], np.cumsum(draft.separators[:-1] >= STOP)))
        sizes, shares = np.bincount(sentence), np.bincount(sentence, weights=changed) / np.bincount(sentence)
        assert (shares[sizes >= 12] <= 0.55).all()
        assert 0.30 <= changed.mean() <= 0.50


def test_a_synonym_is_always_the_same(style: Style) -> None:
    rng = np.random.default_rng(5)
    meanings: dict[int, set[int]] = {}
    for draft in drafts(style, 20, 300, rng):
        other = rewritten(style, draft, rng)
        for one, word in zip(draft.words.tolist(), other.words.tolist(), strict=True):
            meanings.setdefault(one, set()).update({word} - {one})
    assert max(map(len, meanings.values())) == 1


def test_sentences_begin_with_a_capital_and_every_quotation_ends(style: Style) -> None:
    for draft in drafts(style, 40, 300, np.random.default_rng(5)):
        _, text = spell(style, draft)
        assert text[0].isupper() or not text[0].isalpha()
        assert text.count('"') % 2 == 0
        assert text[-1] in '."'


@pytest.fixture(scope="module")
def unrelated(style: Style) -> list[str]:
    return [spell(style, draft)[1] for draft in drafts(style, 300, 400, np.random.default_rng(9))]


def test_unrelated_stories_share_some_word_triples_as_news_does(unrelated: list[str]) -> None:
    sets = [shingles(text) for text in unrelated[::3]]
    sharing = [bool(left & right) for left, right in combinations(sets, 2)]
    assert 0.15 < sum(sharing) / len(sharing) < 0.75


def test_types_grow_by_heaps_law_and_half_of_the_words_are_function_words(unrelated: list[str]) -> None:
    words = " ".join(unrelated).lower().split()
    exponent = log(len(set(words)) / len(set(words[: len(words) // 16]))) / log(16)
    assert 0.4 < exponent < 0.75
    assert 0.3 < sum(word in set(FUNCTION) for word in words) / len(words) < 0.6


def test_the_gold_stands_beside_the_corpus(tmp_path: Path) -> None:
    gold = write(Plan(stories=200, words=40), tmp_path / "c.jsonl")
    assert gold == tmp_path / "c.gold.jsonl"
    ids = {json.loads(line)["id"] for line in (tmp_path / "c.jsonl").read_text().splitlines()}
    pairs = [json.loads(line) for line in gold.read_text().splitlines()]
    assert {pair["kind"] for pair in pairs} == set(SHARES)
    assert all({pair["left"], pair["right"]} <= ids for pair in pairs)
