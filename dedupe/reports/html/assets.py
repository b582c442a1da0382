"""The script and the style of the page, each made of small files, and the hashes by which its policy knows them."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

SCRIPTS = ("dom", "data", "search", "list", "cluster", "versions", "diff", "spans", "words", "facts", "decide", "kept", "keys")
STYLES = ("base", "overview", "clusters", "diff", "print")


@cache
def script() -> str:
    """Return the script, in which nothing is global."""
    return '(() => {\n"use strict";\n' + _joined(SCRIPTS, "js") + "})();\n"


@cache
def style() -> str:
    """Return the style sheet."""
    return _joined(STYLES, "css")


def _joined(names: tuple[str, ...], kind: str) -> str:
    folder = files("dedupe.reports.html") / "assets"
    return "\n".join((folder / f"{name}.{kind}").read_text(encoding="utf-8") for name in names)


def hashed(content: str) -> str:
    """Return how a policy names a script or a style: sha256-... ."""
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"


def policy() -> str:
    """Return the policy of the page: its own script and style, and nothing from or to anywhere."""
    rules = (
        "default-src 'none'",
        f"script-src '{hashed(script())}'",
        f"style-src '{hashed(style())}'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
    return "; ".join(rules)
