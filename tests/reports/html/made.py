"""A page taken apart."""

import json
import re
from typing import Any

DATA = re.compile(r'<script type="([^"]*)" (?:id="index"|class="part")>(.*?)</script>', re.DOTALL)


def data_of(page: str) -> tuple[dict[str, Any], list[Any]]:
    """Return the index of a page and its parts, where they are not compressed."""
    (_, first), *others = DATA.findall(page)
    return json.loads(first), [json.loads(text) for kind, text in others if kind == "application/json"]
