"""The command `dedupe`: its own options, and its commands, each imported when it is asked for."""

import sys
from importlib import import_module

import click

from dedupe.cli.configuration import configure
from dedupe.cli.pager import paged

COMMANDS = ("scan", "check", "index", "plan", "report", "accept", "stories", "diff", "explain", "evaluate", "schema")


class Commands(click.Group):
    """The commands by name; `dedupe.cli.NAME` holds the command NAME, and nothing heavy outside its functions."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order in which a reader needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, or None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"dedupe.cli.{cmd_name}"), cmd_name)
        return command


def _show_version(context: click.Context, _: click.Parameter, asked: bool) -> None:
    from dedupe.reports.contract import tool

    if asked:
        click.echo("{name} {version}".format(**tool()))
        context.exit()


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 done, 1 a check found more than its policy lets pass, 2 do not trust the answer (wrong usage, "
    "unreadable or empty input), 130 interrupted.",
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="Show the version.")
@paged
@click.option("--debug", is_flag=True, expose_value=False, help="Show where an unexpected error arose.")
@click.pass_context
def dedupe(context: click.Context) -> None:
    """Find repeated and reworded news stories, group them, and show what changed."""
    if context.invoked_subcommand is None:
        sys.stderr.write(context.get_help() + "\n")
        context.exit(2)
    configure(context)
