"""The rooms of the code: arrows go one way, and a low room loads no high one."""

from __future__ import annotations

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "macros"
# Each stage knows those before it; what is in the first one knows nothing but its fellows.
STAGES = (
    ("cached", "errors", "texts", "codes", "kinds", "languages", "addresses", "kept", "progress"),
    ("sources",),
    ("readers",),
    ("catalog",),
    ("review",),
    ("atlas",),
    ("publish",),
    ("", "hooks", "theme", "maintain", "__main__"),
)
RANK = {room: rank for rank, rooms in enumerate(STAGES) for room in rooms}
# The same for the steps from an unknown document to what is asked of it; commands know them all.
STEPS = ("maintain.document", "maintain.sniffers", "maintain.doubts", "maintain")
EXAMPLES = PACKAGE / "publish/html/templates/examples"  # shown on a page, never imported
MODULES = {
    ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
    .removesuffix("__init__")
    .rstrip("."): path
    for path in sorted(PACKAGE.rglob("*.py"))
    if EXAMPLES not in path.parents
}


def _imported(path: Path) -> set[str]:
    """Return the modules of the package that a file imports, for types too."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            room, _, module = node.module.partition(".")
            if room == "macros":
                parts = [f"{module}.{name.name}".lstrip(".") for name in node.names]
                names |= {part if part in MODULES else module for part in parts}
        elif isinstance(node, ast.Import):
            names |= {
                name.name.partition(".")[2] for name in node.names if name.name.startswith("macros")
            }
    return names


IMPORTS = {module: _imported(path) for module, path in MODULES.items()}


def _rank(module: str) -> int:
    return RANK[module.partition(".")[0]]


def test_every_room_has_its_place() -> None:
    """Every module and folder of the package stands in one of the stages, and they all exist."""
    assert {module.partition(".")[0] for module in MODULES} == set(RANK)


def test_arrows_go_one_way() -> None:
    """No module imports one of a later stage, not even for its types."""
    upwards = [
        f"{module} -> {other}"
        for module, others in IMPORTS.items()
        for other in others
        if _rank(other) > _rank(module)
    ]
    assert upwards == []


def _step(module: str) -> int:
    return next(rank for rank, step in enumerate(STEPS) if f"{module}.".startswith(f"{step}."))


def test_steps_of_a_guess_go_one_way() -> None:
    """What sees, what guesses and what asks import none of a later step, nor any command."""
    upwards = [
        f"{module} -> {other}"
        for module, others in IMPORTS.items()
        for other in others
        if {module.partition(".")[0], other.partition(".")[0]} == {"maintain"}
        if _step(other) > _step(module)
    ]
    assert upwards == []


def test_no_circle() -> None:
    """No chain of imports, those for types included, leads back to where it began."""
    TopologicalSorter(IMPORTS).prepare()


def test_mkdocs_at_the_edge() -> None:
    """MkDocs and its plugins are imported by `hooks`, `theme` and `__init__` alone."""
    knowing = {
        module
        for module, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.ImportFrom) and str(node.module).startswith("mkdocs"))
        or (isinstance(node, ast.Import) and any(n.name.startswith("mkdocs") for n in node.names))
    }
    assert knowing == {"", "hooks", "theme"}


def test_tests_stand_where_their_modules_do(project: Path) -> None:
    """A test of a module stands in the folder of the same name, below `tests` (in `maintain`)."""
    tests = project / "tests" / "maintain"
    rooms: dict[str, set[Path]] = {}
    for path in (PACKAGE / "maintain").rglob("*.py"):
        rooms.setdefault(f"test_{path.name}", set()).add(path.parent.relative_to(PACKAGE))
    astray = [
        str(path.relative_to(tests))
        for path in tests.rglob("test_*.py")
        if path.name in rooms and path.parent.relative_to(project / "tests") not in rooms[path.name]
    ]
    assert astray == []


@pytest.mark.parametrize("stage", STAGES[:-1], ids=lambda rooms: rooms[0])
def test_a_low_room_loads_no_high_one(stage: tuple[str, ...]) -> None:
    """Importing everything of a stage loads no module of a later one."""
    modules = [name for name in MODULES if name and _rank(name) == RANK[stage[0]]]
    program = "import sys\n" + "".join(f"import macros.{name}\n" for name in modules)
    program += "print(*(name for name in sys.modules if name.startswith('macros.')))"
    printed = subprocess.run(
        [sys.executable, "-c", program],
        cwd=PACKAGE.parent,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    loaded = [name.removeprefix("macros.") for name in printed.split()]
    assert set(modules) <= set(loaded)
    assert [name for name in loaded if _rank(name) > RANK[stage[0]]] == []


def test_the_line_is_told(project: Path) -> None:
    """The package's docstring numbers the stages, in their order."""
    text = ast.get_docstring(ast.parse((project / "macros/__init__.py").read_text("utf-8"))) or ""
    told = [line.split("`")[1] for line in text.splitlines() if line[:1].isdigit()]
    assert told == [rooms[0] for rooms in STAGES[1:-1]]
