"""The house keeps its shape: floors, sizes, names and habits that a machine can check."""

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "dedupe"
FILES = sorted(HOUSE.rglob("*.py"))
EVERY = sorted(path for folder in (HOUSE, ROOT / "tests") for path in folder.rglob("*.py"))

FLOORS = {
    7: "cli",
    6: "pipeline reports evaluate",
    5: "readers writers normalise sign candidates weights score cluster canonical related diff accepted index engines"
    " furniture boilerplate",
    4: "rows words",
    3: "model",
    2: "settings kernels background",
    1: "errors",
}
FLOOR = {room: floor for floor, rooms in FLOORS.items() for room in rooms.split()}
OUTSIDE = {"__init__", "__main__"}  # the door: it opens on every floor
HEAVY = {"datasketch", "numba", "pyarrow", "pyspark", "scipy", "sklearn"}
TOP = {"pyproject.toml", "dedupe", "tests", "fixtures", "README.md", "LICENSE"}


def kept() -> list[Path]:
    """Return the files that belong to the project: those that git keeps, or would."""
    if not shutil.which("git"):
        return EVERY
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True)
    return [path for name in listed.stdout.splitlines() if (path := ROOT / name).is_file()] or EVERY


KEPT = kept()


def room(path: Path) -> str:
    return path.relative_to(HOUSE).with_suffix("").parts[0]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield the dotted name of everything that is imported anywhere under a node."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def at_module_level(tree: ast.AST) -> Iterator[str]:
    """Yield what is imported when the module is: nothing in function bodies, nothing that only a type checker sees."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from imports(node)
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not _for_types(node):
            yield from at_module_level(node)


def _for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def definitions(tree: ast.Module) -> Iterator[ast.Module | ast.ClassDef | ast.FunctionDef]:
    """Yield the module, its public classes with their public methods, and its public functions."""
    yield tree
    for node in ast.walk(ast.Module([n for n in tree.body if not isinstance(n, ast.FunctionDef)], [])):
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node
            yield from (f for f in node.body if isinstance(f, ast.FunctionDef) and not f.name.startswith("_"))
    yield from (node for node in tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"))


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}


def test_a_file_imports_only_from_floors_below_its_own(trees: dict[Path, ast.Module]) -> None:
    wrong = []
    for path, tree in trees.items():
        own = room(path)
        for name in imports(tree) if own not in OUTSIDE else ():
            parts = name.split(".")
            target = parts[1] if parts[0] == "dedupe" and len(parts) > 1 else own
            if target != own and FLOOR[target] >= FLOOR[own]:
                wrong.append(f"{named(path)} imports {name}")
    assert wrong == []


def test_every_room_has_its_floor() -> None:
    assert {room(path) for path in FILES} - OUTSIDE <= set(FLOOR)


@pytest.mark.parametrize("path", EVERY, ids=named)
def test_no_file_is_over_250_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


def test_no_function_is_over_40_lines_or_takes_over_five_arguments(trees: dict[Path, ast.Module]) -> None:
    functions = [(path, f) for path, tree in trees.items() for f in ast.walk(tree) if isinstance(f, ast.FunctionDef)]
    long = [f"{named(path)}: {f.name}" for path, f in functions if _lines(f) > 40 and room(path) != "kernels"]
    greedy = [f"{named(path)}: {f.name}" for path, f in functions if _taken(f) > 5 and room(path) != "kernels"]
    assert (long, greedy) == ([], [])


def _lines(function: ast.FunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _taken(function: ast.FunctionDef) -> int:
    names = [argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


def test_only_kernels_import_numba(trees: dict[Path, ast.Module]) -> None:
    found = {room(path) for path, tree in trees.items() for name in imports(tree) if name.split(".")[0] == "numba"}
    assert found <= {"kernels"}


def test_only_the_engine_on_spark_imports_pyspark(trees: dict[Path, ast.Module]) -> None:
    found = {path.parent for path, tree in trees.items() for name in imports(tree) if name.split(".")[0] in ("py4j", "pyspark")}
    assert found <= {HOUSE / "engines" / "spark"}


ENGINES = {"Engine", "Local", "Spark", "Tables", "local", "spark"}


def test_nothing_but_engines_and_the_command_line_asks_which_engine_it_has(trees: dict[Path, ast.Module]) -> None:
    wrong = [
        f"{named(path)}:{node.lineno}: {ast.unparse(node)}"
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if room(path) not in ("cli", "engines") and _asks(node)
    ]
    assert wrong == []


def _asks(node: ast.AST) -> bool:
    """Whether a node compares something with an engine, by its type or by its name."""
    if isinstance(node, ast.Call) and ast.unparse(node.func) in ("isinstance", "issubclass"):
        return bool(ENGINES & set(re.findall(r"\w+", ast.unparse(node.args[1]))))
    if isinstance(node, ast.Compare):
        return any(isinstance(each, ast.Constant) and each.value in ENGINES for each in (node.left, *node.comparators))
    return isinstance(node, ast.MatchValue | ast.MatchClass) and bool(ENGINES & set(re.findall(r"\w+", ast.unparse(node))))


def test_heavy_imports_happen_where_they_are_used(trees: dict[Path, ast.Module]) -> None:
    wrong = [
        f"{named(path)} imports {name}"
        for path, tree in trees.items()
        for name in at_module_level(tree)
        if name.split(".")[0] in HEAVY and room(path) != "kernels"
    ]
    assert wrong == []


def test_only_cli_prints_exits_or_reads_the_environment(trees: dict[Path, ast.Module]) -> None:
    forbidden = ("print", "exit", "quit", "sys.exit", "sys.stdout", "sys.stderr", "os.environ", "os.getenv", "os._exit")
    wrong = [
        f"{named(path)}:{node.lineno} uses {ast.unparse(node)}"
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Name | ast.Attribute) and ast.unparse(node) in forbidden and room(path) != "cli"
    ]
    assert wrong == []


def test_every_module_class_and_public_function_says_what_the_caller_gets(trees: dict[Path, ast.Module]) -> None:
    wrong = [
        f"{named(path)}: {getattr(node, 'name', 'module')}"
        for path, tree in trees.items()
        for node in definitions(tree)
        if not ast.get_docstring(node)
    ]
    assert wrong == []


@pytest.mark.parametrize("path", FILES, ids=named)
def test_no_file_has_a_name_that_says_nothing(path: Path) -> None:
    assert path.stem not in {"utils", "util", "helpers", "common", "manager", "base", "misc"}


def test_nothing_tells_where_it_was_made() -> None:
    private = [re.escape(f"{path}/") for path in (ROOT, ROOT.parent, Path.home()) if len(path.parts) > 1]
    told = re.compile(rf"(?<![\w.:/])(?:{'|'.join(private)}|/(?:home|root|Users)/\w)")
    wrong = [
        f"{named(path)}: {found[0]}"
        for path in KEPT
        for found in told.finditer(path.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert wrong == []


def test_the_top_level_holds_only_what_belongs_there() -> None:
    tops = {path.relative_to(ROOT).parts[0] for path in KEPT}
    assert {top for top in tops if not top.startswith(".")} <= TOP
