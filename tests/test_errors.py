import pytest

from dedupe import errors
from dedupe.errors import DedupeError

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and kind is not DedupeError]


def test_there_are_kinds_of_errors_for_files_and_options() -> None:
    assert {kind.__name__ for kind in KINDS} >= {"ReadError", "SettingsError"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_caught_as_what_stops_a_run_and_says_its_text_as_it_is(kind: type[DedupeError]) -> None:
    with pytest.raises(DedupeError, match=r"^stories\.jsonl:17: no title$"):
        raise kind("stories.jsonl:17: no title")
