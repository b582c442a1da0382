import subprocess
import sys

import click
import pytest

from dedupe.cli.group import COMMANDS, dedupe

HEAVY = ("datasketch", "numba", "pyarrow", "scipy", "sklearn", "numpy", "tabulate")
LOOK = (
    "import sys; from dedupe.cli.entry import run; run(sys.argv[1:]); sys.exit(' '.join(m for m in {heavy} if m in sys.modules))"
)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["scan", "--help"], ["schema"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, "-c", LOOK.format(heavy=HEAVY), *arguments], capture_output=True, text=True)
    assert done.stderr.strip() == ""


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_found_and_says_what_it_does(name: str) -> None:
    context = click.Context(dedupe)
    command = dedupe.get_command(context, name)
    assert command
    assert command.name == name
    assert not command.get_short_help_str(limit=60).endswith("...")


def test_an_unknown_command_is_none() -> None:
    assert dedupe.get_command(click.Context(dedupe), "entry") is None
