import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from dedupe import rows
from dedupe.model import Origin, Story
from dedupe.pipeline.keyed.apart import named_apart
from tests.engines.plain_tables import PlainTables
from tests.strategies import law

IDS = st.sampled_from(["a", "b", "a@p:1", "a@p:1#2", "a@p:1@p:1", "a@p:2", "b@p:1", "a@p:2@p:1"])
STORIES = st.lists(st.tuples(IDS, st.integers(1, 2)), max_size=12).map(
    lambda told: [Story(name, "", "Text.", origin=Origin("p", line, line)) for name, line in told]
)


class Counting(PlainTables):
    """Plain tables that remember how wide the rows were that they moved."""

    def __init__(self, parts: int, seed: int) -> None:
        super().__init__(parts, seed)
        self.moved: list[int] = []

    def group(self, rows: object, by: list[str], order: list[str], step: object) -> object:
        self.moved.append(len(rows[0].schema))  # type: ignore[index]
        return super().group(rows, by, order, step)  # type: ignore[arg-type]

    def join(self, left: object, right: object, on: list[str], how: str = "inner") -> object:
        self.moved.append(len(left[0].schema))  # type: ignore[index]
        return super().join(left, right, on, how)


def table(stories: list[Story]) -> pa.Table:
    """Return stories with the places at which they stand, three in a file."""
    made = pa.Table.from_batches(rows.batches(rows.chunked(stories)), rows.schema())
    for name, places in {
        "file": [at // 3 for at in range(len(stories))],
        "nth": [at % 3 + 1 for at in range(len(stories))],
    }.items():
        made = made.append_column(name, pa.array(places, pa.int64()))
    return made


def in_order(made: pa.Table) -> list[tuple[int, str]]:
    told = made.sort_by([("file", "ascending"), ("nth", "ascending")])
    return list(zip(told.column("key").to_pylist(), told.column("id").to_pylist(), strict=True))


@given(STORIES, st.integers(1, 4), st.integers(0, 99))
@law
def test_stories_are_named_as_one_after_the_other_however_they_are_parted(stories: list[Story], parts: int, seed: int) -> None:
    repeated: list[str] = []
    chunks = rows.named_apart(rows.chunked(stories, size=4), repeated)
    expected = [name for chunk in chunks for name in chunk.id]
    tables = PlainTables(parts, seed)
    made, count = named_apart(tables, tables.table(table(stories)))
    assert in_order(tables.collect(made)) == [(rows.key(name), name) for name in expected]
    assert count == len(repeated)
    assert tables.collect(made).schema == table(stories).schema


def test_where_no_id_repeats_only_keys_and_places_are_moved() -> None:
    tables = Counting(3, 0)
    told = tables.table(table([Story(f"s{n}", "", "Text.") for n in range(9)]))
    assert named_apart(tables, told) == (told, 0)
    assert tables.moved == [3]


def test_a_name_that_is_made_and_stands_already_elsewhere_goes_to_the_first() -> None:
    places = {"a": 1, "a@p:2": 9}
    first = [Story(name, "", "Text.", origin=Origin("p", line, line)) for name, line in places.items()]
    later = Story("a", "", "Text.", origin=Origin("p", 2, 2))
    tables = PlainTables()
    for stories, names in (
        ([*first, later], ["a", "a@p:2", "a@p:2#2"]),
        ([first[0], later, first[1]], ["a", "a@p:2", "a@p:2@p:9"]),
    ):
        made, _ = named_apart(tables, tables.table(table(stories)))
        assert [name for _, name in in_order(tables.collect(made))] == names
