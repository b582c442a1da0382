"""Other tools on the same file, each as its own documentation uses it.

    python -m tests.benchmarks.peers NAME STORIES OUT

writes the groups that a tool finds as JSON, {"id": group}, for the stories that are not alone. All see the text as
lower-case words; where a tool takes shingles, three words in a row.
"""

import json
import pickle
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec
import numpy as np

if TYPE_CHECKING:
    from datasketch import MinHash

THRESHOLD = 0.5
NUM_PERM = 128
SHINGLE = 3
# Scripts without spaces get a word for each character: else a peer would see a sentence as one word.
WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")

Pairs = Iterable[tuple[int, int]]


class Line(msgspec.Struct):
    """What a peer reads of a story."""

    id: str
    text: str = ""
    title: str = ""


def lines(path: Path) -> list[Line]:
    """Return the stories of a JSON Lines file."""
    with path.open("rb") as stories:
        return [msgspec.json.decode(line, type=Line) for line in stories]


def shingles(text: str) -> set[str]:
    """Return the shingles of a text; of a shorter one, the text."""
    words = WORD.findall(text.lower())
    return {" ".join(words[i : i + SHINGLE]) for i in range(max(len(words) - SHINGLE + 1, 1))}


def groups(n: int, pairs: Pairs) -> list[int]:
    """Return the connected component of each of n stories."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    ends = np.array(list(pairs), np.int64).reshape(-1, 2)
    edges = coo_matrix((np.ones(len(ends), np.int8), (ends[:, 0], ends[:, 1])), shape=(n, n))
    found: list[int] = connected_components(edges, directed=False)[1].tolist()
    return found


def datasketch(texts: list[str]) -> list[int]:
    """MinHash and MinHashLSH as its README shows them: a shingle at a time, all defaults; see `_found_by_lsh`."""
    from datasketch import MinHash

    def signed(own: set[str]) -> "MinHash":
        minhash = MinHash(num_perm=NUM_PERM)
        for shingle in own:
            minhash.update(shingle.encode())
        return minhash

    return _found_by_lsh(texts, signed)


def datasketch_batched(texts: list[str]) -> list[int]:
    """The same, signed a story at a time: its fastest way for stories that come one by one."""
    from datasketch import MinHash

    def signed(own: set[str]) -> "MinHash":
        minhash = MinHash(num_perm=NUM_PERM)
        minhash.update_batch([shingle.encode() for shingle in own])
        return minhash

    return _found_by_lsh(texts, signed)


def _found_by_lsh(texts: list[str], signed: Callable[[set[str]], "MinHash"]) -> list[int]:
    """Return the groups of its index; candidates are checked by exact Jaccard."""
    from datasketch import MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=NUM_PERM)
    sets = [shingles(text) for text in texts]

    def found() -> Iterator[tuple[int, int]]:
        for i, own in enumerate(sets):
            minhash = signed(own)
            yield from ((j, i) for j in index.query(minhash) if len(own & sets[j]) >= THRESHOLD * len(own | sets[j]))
            index.insert(i, minhash)

    return groups(len(texts), found())


def rensa(texts: list[str]) -> list[int]:
    """RMinHash of Python shingles in batches and its own LSH, candidates checked by its estimate."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=NUM_PERM, num_bands=NUM_PERM // 4)
    signed = []
    for start in range(0, len(texts), 1_000):
        batch = [list(shingles(text)) for text in texts[start : start + 1_000]]
        signed += RMinHash.from_token_sets(batch, num_perm=NUM_PERM, seed=42)
    index.insert_many(signed)
    found = ((i, j) for i, own in enumerate(signed) for j in index.query(own) if j > i and own.jaccard(signed[j]) >= THRESHOLD)
    return groups(len(texts), found)


def text_dedup(texts: list[str]) -> list[int]:
    """Its MinHash command at our shingle size, permutations and threshold; it groups by bands alone."""
    from text_dedup import minhash

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "stories.jsonl")
        source.write_bytes(msgspec.json.Encoder().encode_lines([{"text": text} for text in texts]))
        options = {"path": "json", "data_files": source, "split": "train", "column": "text", "output": folder}
        options |= {"cache_dir": Path(folder, "cache"), "ngram": SHINGLE, "num_perm": NUM_PERM, "threshold": THRESHOLD}
        given = [part for name, value in options.items() for part in (f"--{name}", str(value))]
        minhash.main.main([*given, "--debug"], standalone_mode=False)
        parents = pickle.loads(Path(folder, "uf.pkl").read_bytes())
    return groups(len(texts), [(i, parents.find(i)) for i in range(len(texts))])


def semhash(texts: list[str]) -> list[int]:
    """Its default model and threshold."""
    from semhash import SemHash

    records = [{"place": str(i), "text": text} for i, text in enumerate(texts)]
    try:
        result = SemHash.from_records(records, columns=["text"]).self_deduplicate()
    except OSError as error:
        raise click.ClickException("its default model is not in the package and would have to be downloaded") from error
    pairs = [(int(found.record["place"]), int(found.duplicate_of["place"])) for found in result.filtered]
    return groups(len(texts), pairs)


def cosine(texts: list[str]) -> list[int]:
    """Every pair of TF-IDF vectors, brute force: scikit-learn's weighting, cosine from the threshold up."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(token_pattern=WORD.pattern, sublinear_tf=True).fit_transform(texts)
    found = []
    for start in range(0, len(texts), 1_000):
        left, right = (vectors[start : start + 1_000] @ vectors.T >= THRESHOLD).nonzero()
        found += [(start + i, j) for i, j in zip(left.tolist(), right.tolist(), strict=True) if start + i < j]
    return groups(len(texts), found)


PEERS: dict[str, Callable[[list[str]], list[int]]] = {
    "datasketch": datasketch,
    "datasketch-batched": datasketch_batched,
    "rensa": rensa,
    "text-dedup": text_dedup,
    "semhash": semhash,
    "cosine": cosine,
}


def of_report(report: Path) -> dict[str, int]:
    """Return the groups of a JSON report of ours."""
    clusters = json.loads(report.read_text(encoding="utf-8"))["clusters"]
    return {member["id"]: number for number, cluster in enumerate(clusters) for member in cluster["members"]}


@click.command(help=__doc__)
@click.argument("name", type=click.Choice(list(PEERS)))
@click.argument("stories", type=click.Path(exists=True, path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
def main(name: str, stories: Path, out: Path) -> None:
    """Write the groups that one peer finds."""
    read = lines(stories)
    found = PEERS[name]([line.text for line in read])
    sizes = np.bincount(found, minlength=1)
    out.write_text(json.dumps({line.id: group for line, group in zip(read, found, strict=True) if sizes[group] > 1}))


if __name__ == "__main__":
    main()
