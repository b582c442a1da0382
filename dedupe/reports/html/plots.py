"""Small plots as inline SVG, with their figures beside them as text, so that they are read without seeing them."""

from collections.abc import Iterable, Sequence
from html import escape

Bars = Sequence[tuple[str, int]]


def table(caption: str, header: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "") -> str:
    """Return a table whose cells are markup already; the first cell of each row names it."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' if name else "<td></td>" for name in header)
    body = "".join(
        f'<tr><th scope="row">{cells[0]}</th>{"".join(f"<td>{cell}</td>" for cell in cells[1:])}</tr>\n' for cells in rows
    )
    name = escape(caption)
    made = f'<table class="{kind}"><caption>{name}</caption><thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table>'
    return f'<div class="wide" tabindex="0" role="group" aria-label="{name}">{made}</div>\n'


def panel(title: str, content: str, kind: str = "panel") -> str:
    """Return a part of the overview under a title of its own."""
    return f'<div class="{kind}"><h3>{escape(title)}</h3>{content}</div>\n'


def figure(title: str, content: str, caption: str) -> str:
    """Return a part of the overview as wide as it is, with words below it."""
    return f'<figure class="panel full"><h3>{escape(title)}</h3>{content}<figcaption>{escape(caption)}</figcaption></figure>\n'


def bars(caption: str, header: tuple[str, str], rows: Bars) -> str:
    """Return a table with a bar for each number; the names are plain text."""
    most = max((number for _, number in rows), default=0)
    return table(caption, (*header, ""), [(escape(name), f"{number:,}", bar(number, most)) for name, number in rows], "bars")


def bar(number: float, most: float, kind: str = "one") -> str:
    """Return a bar that is as long as a number is of the greatest."""
    length = 100 * number / most if most else 0
    return (
        '<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="ground" width="100" height="8"/><rect class="{kind}" width="{length:.2f}" height="8"/></svg>'
    )


def stacked(parts: Sequence[tuple[str, int]]) -> str:
    """Return one bar of parts, each of a class of its own."""
    whole = sum(number for _, number in parts) or 1
    drawn, start = [], 0.0
    for kind, number in parts:
        length = 100 * number / whole
        drawn.append(f'<rect class="{kind}" x="{start:.3f}" width="{length:.3f}" height="10"/>')
        start += length
    return f'<svg class="stack" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">{"".join(drawn)}</svg>'


def columns(numbers: Sequence[tuple[int, int]], label: str) -> str:
    """Return columns side by side, each of a lower and an upper part."""
    most = max((low + high for low, high in numbers), default=0) or 1
    width = 100 / max(len(numbers), 1)
    drawn = []
    for place, (low, high) in enumerate(numbers):
        x, under, over = place * width, 40 * low / most, 40 * high / most
        drawn.append(f'<rect class="two" x="{x:.3f}" y="{40 - under:.2f}" width="{width * 0.82:.3f}" height="{under:.2f}"/>')
        drawn.append(
            f'<rect class="one" x="{x:.3f}" y="{40 - under - over:.2f}" width="{width * 0.82:.3f}" height="{over:.2f}"/>'
        )
    return (
        f'<svg class="columns" viewBox="0 0 100 40" preserveAspectRatio="none" role="img" aria-label="{escape(label)}">'
        f"{''.join(drawn)}</svg>"
    )
