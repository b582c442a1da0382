"""`--show-settings`: each setting of a run, and where its value came from, as a file of settings could hold it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from dedupe.cli.configuration import Values, options_of
from dedupe.cli.options import GIVEN, Given, settings_of
from dedupe.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])
DEFAULT = "default"


def shown(command: Command) -> Command:
    """Let a command show its settings in place of a run."""
    help_text = "Print each setting and where it came from, and do nothing."
    return click.option("--show-settings", is_flag=True, is_eager=True, help=help_text)(command)


def render(context: click.Context) -> str:
    """Return a line of TOML for each setting, and behind it where it came from; what is not set is a comment."""
    lines = [
        (f"{key} = {_toml(value)}" if value not in (None, ()) else f"# {key} =", origin) for key, value, origin in _rows(context)
    ]
    width = max(len(line) for line, _ in lines)
    return "".join(f"{line:<{width}}  # {origin}\n" for line, origin in lines)


def _rows(context: click.Context) -> Iterator[tuple[str, Any, str]]:
    given: Given = dict(context.params)
    settings, options = settings_of(given), options_of(context.command)
    for field in fields(Settings):
        origin = _origin(context, options[field.name], field.name) if field.name in options else DEFAULT
        yield field.name, getattr(settings, field.name), _of_threshold(context, field.name) if origin == DEFAULT else origin
    for key, param in options.items():
        if key not in Settings.__dataclass_fields__:
            yield key, given[str(param.name)], _origin(context, param, key)


def _origin(context: click.Context, param: click.Parameter, key: str) -> str:
    source = context.get_parameter_source(str(param.name))
    if source is ParameterSource.COMMANDLINE:
        return max(param.opts, key=len)
    return _configured(context)[key].origin if source is ParameterSource.DEFAULT_MAP else DEFAULT


def _of_threshold(context: click.Context, name: str) -> str:
    if name in context.meta.get(GIVEN, ()):
        return "--threshold"
    configured = _configured(context)
    return configured[name].origin if name in configured else DEFAULT


def _configured(context: click.Context) -> Values:
    return context.find_root().obj or {}


def _toml(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str | bool | list | tuple) else str(value)
