"""What is left over of a document is told by its kinds, so that a person can read all of it."""

from __future__ import annotations

from macros.errors import Problem
from macros.maintain.document.reading import Reading, unsaid

LEFT = "is neither a code with its message nor a heading without a code."


def _told(problems: list[Problem]) -> list[str]:
    result = Reading({"format": "pattern"}, (), tuple(problems), {})
    return [line for line in unsaid(result) if not line.startswith("    ")]


def test_members() -> None:
    """Statements about members of one object are one question, whatever the members are called."""
    problems = [
        Problem("a.js", number, f'"exports.DOCK_{name} = {number};" {LEFT}', "Quote it.")
        for number, name in enumerate(["BUSY", "GONE", "SHUT"], 1)
    ]
    other = Problem("a.js", 9, f'"limits.DOCKS = 9;" {LEFT}', "Quote it.")
    assert _told([*problems, other]) == [
        f'3 lines (1-3): "exports.DOCK_BUSY = 1;" {LEFT}',
        f'1 line (9): "limits.DOCKS = 9;" {LEFT}',
    ]


def test_many_kinds() -> None:
    """Twenty questions are told in full; the rest is counted by what is asked, with all lines."""
    names = [chr(ord("a") + number) * 3 for number in range(24)]
    problems = [
        Problem("a.js", number, f'"{name} = {number}" {LEFT}', f'Write {{"{name}"}}.')
        for number, name in enumerate(names, 1)
    ]
    told = _told([*problems, Problem("a.js", 99, "something else is wrong.", "Mend it.")])
    assert len(told) == 22
    assert told[20] == (
        f'4 more lines (21-24), such as "uuu = 21", "vvv = 22", "www = 23": "uuu = 21" {LEFT}'
    )
    assert told[21] == "1 more line (99): something else is wrong."
