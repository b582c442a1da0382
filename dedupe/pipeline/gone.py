"""Which accepted lines speak of stories that are gone, where not all that is held was read."""

from dataclasses import replace
from typing import TYPE_CHECKING

from dedupe.accepted import content
from dedupe.model import Accepted

if TYPE_CHECKING:
    from dedupe.index import Index


def gone(accepted: Accepted, index: "Index") -> Accepted:
    """Return what decisions did, without the lines that are gone but for stories that an index holds."""
    asked = {side for line in accepted.gone for side in line[:2]}
    if not asked:
        return accepted
    known = asked & {content(digest) for digest in index.column("content").tolist()}
    # of a line, what the index does not hold may be fresh: that is known of what was read
    return replace(accepted, gone=tuple(line for line in accepted.gone if not known.union(accepted.here).issuperset(line[:2])))
