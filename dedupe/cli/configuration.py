"""Settings from a file and from the environment, which stand in for options that are not given.

They are read from `[tool.dedupe]` of the nearest pyproject.toml, or the nearest dedupe.toml, then from DEDUPE_*. A setting has
the name of its long option (`title_field = "kopf"`, `DEDUPE_TITLE_FIELD=kopf`), or of a number that decides (`near = 0.6`).
"""

import os
import tomllib
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple

import click

from dedupe.cli.options import THRESHOLDS
from dedupe.errors import SettingsError

FILE, PROJECT, PREFIX = "dedupe.toml", "pyproject.toml", "DEDUPE_"
# What is said of one run, and not of a project.
OF_A_RUN = {"help", "inputs", "output", "outputs", "style", "quiet", "timing", "show_settings", "left", "right"}
SHOWN_IN = ("scan", "check")  # the commands whose options are settings


class Value(NamedTuple):
    """A value, and where it came from; `folder` is where its file stands, for paths."""

    value: Any
    origin: str
    folder: Path | None = None


Values = dict[str, Value]


def configure(group: click.Context) -> None:
    """Let the command that is called take what is configured for options that are not given.

    Raise SettingsError for a name that is no setting, and for a value that does not fit.
    """
    values = {**_of_file(Path.cwd()), **_of_environment(os.environ)}
    group.obj = values
    name = group.invoked_subcommand or ""
    command = _command(group, name)
    if not values or not command:
        return
    known = {*THRESHOLDS, *(key for each in SHOWN_IN if (one := _command(group, each)) for key in options_of(one))}
    for key, told in values.items():
        if key not in known:
            raise SettingsError(f"{told.origin}: there is no setting {key!r}{_meant(key, known)}")
    group.default_map = {name: _defaults(click.Context(command, info_name=name), values)}


def _command(group: click.Context, name: str) -> click.Command | None:
    return group.command.get_command(group, name) if isinstance(group.command, click.Group) else None


def _meant(key: str, known: set[str]) -> str:
    near = get_close_matches(key, known, 1)
    return f"; did you mean {near[0]!r}?" if near else "; `dedupe scan --show-settings` lists them"


def options_of(command: click.Command) -> dict[str, click.Parameter]:
    """Return the options of a command that are settings, by the name that each has as one."""
    found: dict[str, click.Parameter] = {}
    for option in (param for param in command.params if isinstance(param, click.Option) and param.name not in OF_A_RUN):
        long = next((name[2:].replace("-", "_") for name in option.opts if name.startswith("--")), "")
        key = option.name if long in THRESHOLDS else long  # --related says whether, and `related` is a number
        if key and key != "threshold":
            found[key] = option
    return found


def _of_file(folder: Path) -> Values:
    """Return what the nearest file that speaks of this tool says, looked for from a folder upwards."""
    for place in (folder, *folder.parents):
        for name, path in ((FILE, place / FILE), (PROJECT, place / PROJECT)):
            table = _table(path) if path.is_file() else {}
            found = table if name == FILE else table.get("tool", {}).get("dedupe")
            if path.is_file() and found is not None:
                return dict(_named(found, os.path.relpath(path, folder), place))
    return {}


def _table(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        return tomllib.loads(text) if path.name == FILE or "dedupe" in text else {}
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: {error}") from error


def _named(table: Any, origin: str, folder: Path) -> Iterator[tuple[str, Value]]:
    if not isinstance(table, dict):
        raise SettingsError(f"{origin}: tool.dedupe is {table!r}; it is a table of settings")
    for key, value in table.items():
        yield key.replace("-", "_"), Value(value, origin, folder)


def _of_environment(environment: Mapping[str, str]) -> Values:
    """Return what variables with the prefix say; one that is empty says nothing."""
    told = {name: value for name, value in environment.items() if name.startswith(PREFIX) and value}
    return {name.removeprefix(PREFIX).lower(): Value(value, name) for name, value in sorted(told.items())}


def _defaults(context: click.Context, values: Values) -> dict[str, Any]:
    """Return what is configured for the options of a command, by their parameters."""
    found: dict[str, Any] = {}
    options = options_of(context.command)
    thresholds = next((param for param in context.command.params if param.name == "thresholds"), None)
    for key, told in values.items():
        if key in options:
            found[str(options[key].name)] = _fitting(context, options[key], told, key)
        elif key in THRESHOLDS and thresholds:
            entry = told._replace(value=f"{key}={told.value}")
            found.setdefault("thresholds", []).extend(_fitting(context, thresholds, entry, key))
    return found


def _fitting(context: click.Context, param: click.Parameter, told: Value, key: str) -> Any:
    """Return a value as an option takes it. Raise SettingsError, which says where it stands, if it does not fit."""
    value = [told.value] if param.multiple and not isinstance(told.value, list) else told.value
    if isinstance(param.type, click.Path) and told.folder:
        value = _from_here(value, told.folder)
    try:
        param.type_cast_value(context, value)
    except click.BadParameter as error:
        raise SettingsError(f"{told.origin}: {key}: {error.message}") from error
    except TypeError as error:
        raise SettingsError(f"{told.origin}: {key}: {told.value!r} does not fit") from error
    return value


def _from_here(value: Any, folder: Path) -> Any:
    """Return a path, or each of several, that is told from a folder, as it is from here."""
    if isinstance(value, list):
        return [_from_here(each, folder) for each in value]
    return os.path.relpath(folder / value) if isinstance(value, str) else value
