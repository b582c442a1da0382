"""This tool beside stock MinHash LSH and brute-force cosine on labelled sets, in one run.

    python -m tests.benchmarks.quality
    python -m tests.benchmarks.quality clough scoop

The sets, and the script that scores them, are found in ../shared/bench beside the project; --data names another folder.
"""

import json
import shlex
import sys
from collections.abc import Iterator, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import click

from tests.benchmarks.peers import PEERS
from tests.benchmarks.run import table

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench"
OURS = "dedupe"
RIVALS = ("datasketch", "cosine")
FIGURES = ("precision", "recall", "f1", "ari")

Spec = dict[str, Any]


class Bench:
    """The labelled sets in a folder, scored by the script that lies there."""

    def __init__(self, data: Path, command: str) -> None:
        spec = spec_from_file_location("score", data / "score.py")
        if spec is None or spec.loader is None or not (data / "sets.json").exists():
            raise click.UsageError(f"no labelled sets in {data}; name their folder with --data")
        self.score: Any = module_from_spec(spec)
        spec.loader.exec_module(self.score)
        self.data, self.command = data, shlex.split(command)
        self.sets: dict[str, Spec] = json.loads((data / "sets.json").read_text(encoding="utf-8"))

    @property
    def labelled(self) -> list[str]:
        """The sets that have an F1: with clusters of duplicates or with labelled pairs."""
        kinds = ("clusters", "labelled_pairs")
        return [name for name, spec in self.sets.items() if spec["kind"] in kinds and spec.get("tier") != "event"]

    def figures(self, name: str, tool: str) -> dict[str, float]:
        """Return the figures of one tool on one set."""
        spec = self.sets[name]
        if tool == OURS:
            found: dict[str, float] = self.score.KINDS[spec["kind"]](self.command, self.data, spec)
            return found
        docs = [
            d for d in self.score.rows(self.data / spec["file"]) if (d.get("text") or "").strip() or not spec.get("with_text")
        ]
        groups = PEERS[tool](["\n".join(filter(None, (d.get("title"), d.get("text")))) for d in docs])
        label = {d["id"]: group for d, group in zip(docs, groups, strict=True)}
        if spec["kind"] == "clusters":
            return dict(zip(FIGURES, self.score.agreement({d["id"]: d[spec["gold"]] for d in docs}, label), strict=True))
        return self._of_pairs(label, self.score.rows(self.data / spec["pairs"]))

    def _of_pairs(self, label: dict[str, int], gold: Sequence[Spec]) -> dict[str, float]:
        found = [bool(pair["same"]) for pair in gold if self.score.together(label, pair)]
        precision, recall = sum(found) / len(found) if found else 1.0, sum(found) / sum(bool(pair["same"]) for pair in gold)
        total = precision + recall
        return {"precision": precision, "recall": recall, "f1": 2 * precision * recall / total if total else 0.0}


def rows(bench: Bench, names: Sequence[str]) -> Iterator[dict[str, str]]:
    """Yield one row for each set and tool; the best F1 of a set has a star."""
    for name in names:
        of_tool = {tool: bench.figures(name, tool) for tool in (OURS, *RIVALS)}
        best = max(round(figures["f1"], 3) for figures in of_tool.values())
        for tool, figures in of_tool.items():
            shown = {figure: f"{figures[figure]:.3f}" for figure in FIGURES if figure in figures}
            yield {"set": name, "tool": tool, **shown, "best": "*" if round(figures["f1"], 3) == best else ""}


@click.command(help=__doc__)
@click.argument("names", nargs=-1)
@click.option("--data", type=click.Path(path_type=Path), default=BENCH, help="Folder of the sets.")
@click.option("--command", default=f"{sys.executable} -m dedupe", help="How this tool is called.")
def main(names: tuple[str, ...], data: Path, command: str) -> None:
    """Print the table."""
    bench = Bench(data, command)
    if unknown := set(names) - set(bench.labelled):
        raise click.UsageError(f"unknown sets {', '.join(sorted(unknown))}; there are {', '.join(bench.labelled)}")
    click.echo(table(list(rows(bench, names or bench.labelled)), left=2))


if __name__ == "__main__":
    main()
