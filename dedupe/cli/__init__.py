"""The command line: options in, one call, text out, exit code."""

from dedupe.cli.entry import main

__all__ = ["main"]
