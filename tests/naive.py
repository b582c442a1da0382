"""What each kernel means, in plain Python over one text or one pair; `kernels/reading.py` says it of the words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from itertools import accumulate, combinations, groupby, pairwise
from math import nan

from dedupe.kernels.flags import CAPITAL, CHARACTER, FIRST, NUMBER, SHOUTED

Row = Sequence[int]
Vector = Mapping[int, float]
Pair = tuple[int, int]

MASK, SEED, PRIME = 2**32 - 1, 2166136261, 16777619


def mix(h: int) -> int:
    h = (h ^ h >> 16) * 0x85EBCA6B & MASK
    h = (h ^ h >> 13) * 0xC2B2AE35 & MASK
    return h ^ h >> 16


def join(left: int, right: int) -> int:
    return mix(left * PRIME & MASK ^ right)


def shingles(words: Row, size: int) -> list[int]:
    width = min(size, len(words))
    return [reduce(join, words[i : i + width], SEED) for i in range(len(words) - width + 1)] if words else []


def digest(words: Row) -> int:
    def step(h: int, word: int) -> int:
        h = (h ^ word) * 1099511628211 & 2**64 - 1
        return h ^ h >> 29

    return reduce(step, words, 14695981039346656037)


def signature(values: Row, left: Row, right: Row) -> list[int]:
    return [min((one * mix(h) + other & MASK for h in values), default=MASK) for one, other in zip(left, right, strict=True)]


def winnow(values: Row, window: int) -> list[int]:
    return sorted({min(values[i : i + window]) for i in range(max(len(values) - window + 1, 1))}) if values else []


def around(words: Row, size: int, window: int, width: int) -> list[Pair]:
    """Return (fingerprint, what is around it), sorted: 15 bits of either side and one that it is there."""
    grams = shingles(words, size)
    size = len(words) - len(grams) + 1

    def side(some: Row) -> int:
        return (shingles(some, len(some))[0] & 0x7FFF) + 1 if some and len(some) == width else 0

    def last_least(first: int) -> int:
        return min(range(first, min(first + window, len(grams))), key=lambda i: (grams[i], -i))

    places = sorted({last_least(first) for first in range(max(len(grams) - window + 1, 1 if grams else 0))})
    sides = [(side(words[max(p - width, 0) : p]) << 16 | side(words[p + size : p + size + width]), grams[p]) for p in places]
    alone = Counter(gram for _, gram in sides)
    return sorted({(gram, bits if alone[gram] == 1 else MASK) for bits, gram in sides})


def buckets(places: Iterable[Pair]) -> list[list[int]]:
    """Return the rows of each bucket; `places` are (bucket, row)."""
    return [sorted(row for _, row in bucket) for _, bucket in groupby(sorted(places), key=lambda place: place[0])]


def chained(places: Iterable[Pair]) -> list[Pair]:
    return sorted(pair for rows in buckets(places) for pair in {*((rows[0], row) for row in rows[1:]), *pairwise(rows)})


def every(places: Iterable[Pair], cap: int) -> list[Pair]:
    return sorted(pair for _, pair in every_named(places, cap))


def every_named(places: Iterable[Pair], cap: int) -> list[tuple[int, Pair]]:
    """Return (bucket, pair) for all pairs of the rows of a bucket that at most cap rows have."""
    held = [(name, sorted(row for _, row in rows)) for name, rows in groupby(sorted(places), key=lambda place: place[0])]
    return [(name, pair) for name, rows in held if len(rows) <= cap for pair in combinations(rows, 2)]


def touch(left: int, right: int) -> bool:
    """Return whether two have the same around them on a side, as far as is told."""
    if MASK in (left, right):
        return True
    sides = zip(divmod(left, 1 << 16), divmod(right, 1 << 16), strict=True)
    return any(one == other != 0 for one, other in sides)


def overlap(left: Row, right: Row) -> int:
    return len(set(left) & set(right))


def run(left: Row, right: Row, least: int) -> int:
    runs = {tuple(left[i:j]) for i, j in combinations(range(len(left) + 1), 2)}
    longest = max((j - i for i, j in combinations(range(len(right) + 1), 2) if tuple(right[i:j]) in runs), default=0)
    return longest if longest >= least else 0


def align(left: Sequence[Vector], right: Sequence[Vector]) -> list[tuple[float, int]]:
    """Return the best cosine of each sentence, left and then right, and its partner; of equals the first."""

    def best(sentence: Vector, others: Sequence[Vector]) -> tuple[float, int]:
        cosines = [sum(weight * other.get(term, 0) for term, weight in sentence.items()) for other in others]
        return (max(cosines), cosines.index(max(cosines))) if max(cosines, default=0) > 0 else (0, -1)

    return [best(sentence, right) for sentence in left] + [best(sentence, left) for sentence in right]


def cover(sides: Sequence[Sequence[tuple[float, float]]], levels: Sequence[float]) -> list[float]:
    """Return the columns of the kernel; a side is (words, best cosine) of each of its sentences."""

    def share(side: Sequence[tuple[float, float]], level: float) -> float:
        return sum(words for words, best in side if best >= level) / sum(words for words, _ in side) if side else 0

    counts = [float(sum(best >= levels[1] for _, best in side)) for side in sides]
    means = [sum(best for _, best in side) / len(side) if side else 0 for side in sides]
    return [share(side, level) for level in levels for side in sides] + counts + [sum(means) / 2]


def anchors(terms: Mapping[int, tuple[float, bool]], limits: Pair) -> list[tuple[int, float]]:
    """Return (term, score) of the anchors, heaviest first; terms are (score, named), the fill stands last."""
    heavy = sorted((term for term, (score, _) in terms.items() if score > 0), key=lambda term: (-terms[term][0], term))
    named = [term for term in heavy if terms[term][1]][: limits[0]]
    others = [term for term in heavy if not terms[term][1]]
    return [(term, terms[term][0]) for term in named + others[: max(limits[1] - len(named), 0)]]


def found(own: Mapping[int, float], other: Row) -> float:
    total = sum(own.values())
    return sum(weight for stem, weight in own.items() if stem in other) / total if total else nan


def nearest(rows: Sequence[Vector], row: int, count: int, most: int) -> list[tuple[int, float]]:
    """Return the nearest rows by the rarest terms of a row, of which no more are looked up than `most` rows stand under."""
    held = Counter(term for vector in rows for term in vector)
    rarest = sorted(rows[row], key=lambda term: (held[term], term))
    known = {
        term: rows[row][term] for term, met in zip(rarest, accumulate(map(held.__getitem__, rarest)), strict=True) if met <= most
    }
    similarity = {i: sum(w * other.get(term, 0) for term, w in known.items()) for i, other in enumerate(rows) if i != row}
    best = sorted((i for i in similarity if similarity[i] > 0), key=lambda i: (-similarity[i], i))[:count]
    return [(i, similarity[i]) for i in best] + [(-1, 0)] * (count - len(best))


def heaviest(weights: Sequence[float], count: int) -> list[float]:
    kept = sorted(range(len(weights)), key=lambda i: (-weights[i], i))[:count]
    return [weight if i in kept else 0 for i, weight in enumerate(weights)]


def tally(texts: Iterable[Iterable[tuple[int, int, int]]]) -> tuple[Counter[int], Counter[int], Counter[int]]:
    """Return the counts of texts with a stem, and of words inside with a capital and small; words are (word, stem, flags)."""
    with_stem, inside, small = Counter[int](), Counter[int](), Counter[int]()
    for text in texts:
        words = list(text)
        with_stem.update({stem for _, stem, _ in words})
        letters = [(word, flags) for word, _, flags in words if not flags & (NUMBER | CHARACTER)]
        small.update(word for word, flags in letters if not flags & CAPITAL)
        inside.update(word for word, flags in letters if flags & CAPITAL and not flags & (FIRST | SHOUTED))
    return with_stem, inside, small


def terms(slots: Row) -> list[tuple[int, int]]:
    """Return the distinct terms of a text in order, and how often each occurs."""
    return sorted(Counter(slots).items())


def cosine(left: Vector, right: Vector) -> float:
    return min(sum(weight * right.get(term, 0) for term, weight in left.items()), 1)


def components(nodes: int, pairs: Iterable[Pair]) -> list[int]:
    """Return the least node of the component of each node."""
    least = list(range(nodes))
    for left, right in pairs:
        low, high = sorted((least[left], least[right]))
        least = [low if name == high else name for name in least]
    return least


def stars(nodes: int, links: Mapping[Pair, tuple[float, float]], truth: Iterable[Pair]) -> list[int]:
    """Return the centre of each node: of a component who is told most of (then the lesser); others leave and choose again."""
    centre, links, duplicates = list(range(nodes)), dict(links), {*links, *truth}
    while links:
        name = components(nodes, links)
        done = set[int]()
        for component in {name[left] for left, _ in links}:
            members = [node for node in range(nodes) if name[node] == component]
            support = {node: sum(told[pair.index(node) ^ 1] for pair, told in links.items() if node in pair) for node in members}
            speaker = min(members, key=lambda node: (-support[node], node))
            spokes = [node for node in members if (min(node, speaker), max(node, speaker)) in duplicates]
            for node in spokes:
                centre[node] = speaker
            done |= {speaker, *spokes}
        links = {pair: told for pair, told in links.items() if not done & {*pair}}
    return centre


def events(groups: Sequence[int], alignment: Mapping[Pair, float], least: float) -> list[int]:
    """Return the event of each node, named by its least node: groups join by average link, the most alike first."""
    clusters = [[node for node in range(len(groups)) if groups[node] == name] for name in sorted(set(groups))]

    def mean(left: list[int], right: list[int]) -> float:
        return sum(alignment.get((min(i, j), max(i, j)), 0) for i in left for j in right) / (len(left) * len(right))

    while len(clusters) > 1:
        best, i, j = max((mean(clusters[i], clusters[j]), i, j) for i, j in combinations(range(len(clusters)), 2))
        if best < least:
            break
        clusters[i] += clusters.pop(j)
    return [min(next(members for members in clusters if node in members)) for node in range(len(groups))]
