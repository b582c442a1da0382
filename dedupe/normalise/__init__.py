"""A story -> its normal text: what is left when markup, typography and furniture of the page are gone."""

from dedupe.normalise.rows import normal_texts, stubs_of
from dedupe.normalise.text import SHORT, clean, is_stub, normalise

__all__ = ["SHORT", "clean", "is_stub", "normal_texts", "normalise", "stubs_of"]
