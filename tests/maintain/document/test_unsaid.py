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


def _lists(number: int) -> list[Problem]:
    return [
        Problem(
            "a.md",
            one,
            f'"{one}" and 24 more stand under "List {one}", beside those of "Errors".',
            f"If they are none, quote the lines ({one}-{one + 24}) under `prose` in it before.",
        )
        for one in range(40, 40 + 30 * number, 30)
    ]


def test_lists_of_one_kind() -> None:
    """What one reply decides together is named: each list by its line, its names and its lines."""
    result = Reading({"format": "markdown"}, (), tuple(_lists(3)), {})
    first, others, do = unsaid(result)
    said = '"40" and 24 more stand under "List 40", beside those of "Errors".'
    assert first == f"3 lines (40, 70, 100): {said}"
    assert others == (
        '    So it is with 70: "70" … "List 70" … "Errors" (70-94);'
        ' 100: "100" … "List 100" … "Errors" (100-124).'
    )
    assert "(40-64)" in do


def test_many_lists_of_one_kind() -> None:
    """Ten are named, and the rest is counted, never left out in silence; all lines are told."""
    result = Reading({"format": "markdown"}, (), tuple(_lists(14)), {})
    first, others, _ = unsaid(result)
    assert first.startswith("14 lines (40, 70, 100, 130, 160, 190, 220, 250, 280, 310, 340, 370,")
    assert others.count("; ") == 10
    assert others.endswith("; and 3 more.")


def test_lines_of_one_kind() -> None:
    """Where lines differ in what they say alone, their numbers are enough."""
    problems = [Problem("a.js", one, f'"a{one}" {LEFT}', "Quote it.") for one in (1, 2, 3)]
    result = Reading({"format": "pattern"}, (), tuple(problems), {})
    assert list(unsaid(result)) == [f'3 lines (1-3): "a1" {LEFT}', "    Quote it."]


def test_constants() -> None:
    """So are constants with one prefix; the number in a line is that of no line."""
    does = 'Say it: {{line: "{}"}}. If it lists none, quote it.'
    problems = [
        Problem("a.py", number, f'"{line}" begins as the entries do.', does.format(line))
        for number, line in enumerate(["DOCK_K = dock(1)", "DOCK_L_9 = dock(2)"], 7)
    ]
    other = Problem("a.py", 9, '"SHIP_K = dock(3)" begins as the entries do.', "Quote it.")
    result = Reading({"format": "pattern"}, (), (*problems, other), {})
    assert list(unsaid(result)) == [
        '2 lines (7-8): "DOCK_K = dock(1)" begins as the entries do.',
        '    Say it: {line: "DOCK_K = dock(1)"}. If it lists none, quote it.',
        '1 line (9): "SHIP_K = dock(3)" begins as the entries do.',
        "    Quote it.",
    ]
