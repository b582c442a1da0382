from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from dedupe.score import SCORED, Scores, score
from dedupe.score.pairs import HOPELESS, of_characters
from dedupe.settings import Settings
from dedupe.sign import split
from tests import naive
from tests.score.made import LINES, TEXTS, block, both_ways
from tests.strategies import DEFAULT, costly, law, tale


def scores(texts: list[str], settings: Settings = DEFAULT) -> Scores:
    return score(both_ways(len(texts)), block(texts, settings), settings)


def stems(text: str) -> list[int]:
    return [int(stem) for stem in split([text]).stems]


def vectorizer(texts: list[str], background: int) -> TfidfVectorizer:
    """Return scikit-learn's vectors of stems, fitted to texts over a background that lacks all of them."""
    model = TfidfVectorizer(analyzer=stems, sublinear_tf=True).fit(texts)
    held = np.exp(model.idf_ - 1)
    model.idf_ = np.log((1 + len(texts) + background) / (1 + len(texts)) * held) + 1
    return model


@costly
@given(TEXTS, st.sampled_from([0, 1000]))
def test_cosine_is_that_of_scikit_learn(texts: list[str], background: int) -> None:
    vectors = vectorizer(texts, background).transform(texts).toarray()
    pairs = both_ways(len(texts))
    found = scores(texts, Settings(background=background)).cosine
    assert found.tolist() == pytest.approx([float(vectors[left] @ vectors[right]) for left, right in pairs], abs=1e-5)


@costly
@given(TEXTS)
def test_jaccard_and_containment_are_of_word_shingles(texts: list[str]) -> None:
    sets = [set(naive.shingles(split([text]).words.tolist(), DEFAULT.shingle_size)) for text in texts]
    found, pairs = scores(texts), both_ways(len(texts))
    assert found.jaccard.tolist() == pytest.approx([len(sets[i] & sets[j]) / len(sets[i] | sets[j]) for i, j in pairs])
    expected = [len(sets[i] & sets[j]) / min(len(sets[i]), len(sets[j])) for i, j in pairs]
    assert found.containment.tolist() == pytest.approx(expected)
    assert found.shared.tolist() == [len(sets[i] & sets[j]) for i, j in pairs]


@costly
@given(TEXTS)
def test_coverage_and_alignment_are_those_of_the_best_matched_sentences(texts: list[str]) -> None:
    model, found = vectorizer(texts, DEFAULT.background), scores(texts)
    told = [[line for line in text.split("\n") if len(stems(line)) >= SCORED] for text in texts]
    vectors = [[dict(enumerate(row)) for row in model.transform(lines).toarray().tolist()] if lines else [] for lines in told]
    for at, (left, right) in enumerate(both_ways(len(texts)).tolist()):
        if found.cosine[at] < HOPELESS and not found.shared[at]:
            continue
        best = [round(cosine, 6) for cosine, _ in naive.align(vectors[left], vectors[right])]
        lengths = [len(stems(line)) for line in told[left] + told[right]]
        cut = len(told[left])
        sides = [[*zip(lengths, best, strict=True)][:cut], [*zip(lengths, best, strict=True)][cut:]]
        known = naive.cover(sides, (DEFAULT.loose, DEFAULT.close))
        assert found.told[at] == pytest.approx(max(known[:2]), abs=1e-5)
        assert found.coverage[at] == pytest.approx(max(known[2:4]), abs=1e-5)
        assert found.matched[at] == min(known[4:6])
        assert found.alignment[at] == pytest.approx(known[6], abs=1e-5)


@costly
@given(TEXTS)
def test_a_pair_has_the_same_scores_both_ways_round(texts: list[str]) -> None:
    found = scores(texts)
    half = len(found.jaccard) // 2
    for name, column in found._asdict().items():
        if name in ("sides", "lengths"):
            assert np.array_equal(column[:half], column[half:, ::-1])
        elif name != "short_anchor":  # texts of one length: the left one is taken to be the shorter
            assert column[:half].tolist() == pytest.approx(column[half:].tolist(), abs=1e-6), name


@costly
@given(TEXTS)
def test_every_share_is_a_share_and_a_story_is_all_in_itself(texts: list[str]) -> None:
    found = scores([*texts, texts[0]])
    for name in ("jaccard", "containment", "cosine", "anchor", "short_anchor", "told", "coverage", "alignment"):
        assert ((getattr(found, name) >= 0) & (getattr(found, name) <= 1 + 1e-6)).all(), name
    alike = scores([texts[0], texts[0]])
    assert alike.equal.all()
    for name in ("jaccard", "containment", "cosine", "anchor", "told", "coverage", "alignment"):
        assert getattr(alike, name).tolist() == pytest.approx([1, 1], abs=1e-6), name


def test_names_and_numbers_weigh_as_anchors_and_other_words_do_not() -> None:
    told = "In spring {} took {} tonnes of grain from {}, and {} said that {} of the {} ships came late, as they always had."
    words = "While Lorne was asleep, 221 crates fell into the sea by Orrin: Osgood blames 38 dockers and 104 others."
    names, others = ("Lorne", 221, "Orrin", "Osgood", 38, 104), ("Amsel", 874, "Drun", "Mirbach", 61, 250)
    texts = [told.format(*names), told.format(*others), *LINES]
    found = scores([*texts, words])
    pairs = both_ways(len(texts) + 1).tolist()
    assert found.anchor[pairs.index([0, 1])] < 0.5 < found.anchor[pairs.index([0, len(texts)])]
    assert found.jaccard[pairs.index([0, 1])] > 0.15 > found.jaccard[pairs.index([0, len(texts)])]


def test_stories_that_have_nothing_in_common_have_no_scores() -> None:
    found = scores([tale(1), tale(2)])
    assert found.jaccard.tolist() == found.told.tolist() == found.alignment.tolist() == [0, 0]
    assert (found.cosine < HOPELESS).all()


def test_a_changed_character_costs_no_more_than_a_changed_word() -> None:
    assert of_characters(np.array([0.81, 0.81]), np.array([True, False])).tolist() == pytest.approx([0.9, 0.81])


def test_empty_texts_are_not_equal_and_match_nothing() -> None:
    found = scores(["", "", tale(1)])
    assert not found.equal.any()
    assert found.jaccard.tolist() == [0] * 6


@law
@given(st.integers(1, 40))
def test_a_term_told_more_often_weighs_by_the_logarithm_of_its_count(times: int) -> None:
    texts = [" ".join(["Lorne"] * times + ["port"]), "Lorne port"]
    weight = 1 + log(times)
    expected = (weight + 1) / ((weight**2 + 1) * 2) ** 0.5
    assert scores(texts).cosine.tolist() == pytest.approx([expected] * 2, abs=1e-4)
