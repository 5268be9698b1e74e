"""What can be done about a problem is told once, for people and as data."""

from __future__ import annotations

import ast
from pathlib import Path

from macros.errors import Advice, Problem, Ways, advised, more_advised
from macros.readers import advice

PACKAGE = Path(advice.__file__).resolve().parent.parent
TELLING = {
    name
    for name, function in vars(advice).items()
    if getattr(function, "__annotations__", {}).get("return") == "Advice"
}


def test_parts() -> None:
    """The parts of an advice make one text; what each of them has as data is kept."""
    one, two = (
        Advice("Add it.", Ways(rows=(("a", "1"),))),
        Advice("Or not.", Ways(listed={"unreadable": ("1",)})),
    )
    problem = advised("a.txt", 1, "It is wrong.", "Look.", one, "")
    assert problem == Problem("a.txt", 1, "It is wrong.", "Look. Add it.")
    more = more_advised(problem, two)
    assert more.do == "Look. Add it. Or not."
    assert more.ways == Ways(rows=(("a", "1"),), listed={"unreadable": ("1",)})


def test_no_advice_is_text_alone() -> None:
    """No code puts an advice into a text, where what it has as data would be lost."""
    assert {"by_hand_advice", "hiding_advice", "if_none", "if_rest"} <= TELLING
    lost = [
        f"{path.name}:{value.lineno}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FormattedValue)
        for value in ast.walk(node.value)
        if isinstance(value, ast.Call)
        and isinstance(value.func, ast.Name)
        and value.func.id in TELLING
    ]
    assert lost == []
