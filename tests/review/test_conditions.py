"""Conditions: every code has one, every condition a code, and bad data is named with its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.errors import ProblemsError
from macros.review import conditions
from macros.review import load as review
from tests import invented

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


CLOSED = """\
  - id: closed
    family: docks
    title: Closed
    says: Nobody gets in.
    synonyms: [shut]
    rpc: FAILED_PRECONDITION
    http: 400
    retry: never
    why: It stays closed.
    acts: operator
    for_user: Please wait.
"""
GOOD = f"""\
{invented.FAMILIES}{invented.BUSY}{CLOSED}{invented.UNREVIEWED}codes:
  orbit:
    "0": busy
    "101": {{condition: busy, confidence: low, why: Nobody says so.}}
    "-101":
      condition: closed
      meanings:
        - {{text: Dock is closed, condition: closed}}
"""


def _load(folder: Path, text: str, *documents: str) -> conditions.Conditions:
    data = invented.write(folder, *documents)
    (data / "conditions.yml").write_text(text, encoding="utf-8")
    return _read(data)


def _read(data: Path) -> conditions.Conditions:
    catalogs = catalog.load(data)
    return conditions.load(data, catalogs, review.load(data, catalogs))


def test_good(tmp_path: Path) -> None:
    """The file from which the bad ones are made is good."""
    found = _load(tmp_path, GOOD)
    assert [code.code for code in found.codes["busy"]] == ["0", "101"]


def test_form_of_a_meaning(tmp_path: Path) -> None:
    """What was chosen for one of several texts holds for its other forms, too."""
    first = invented.DOCUMENT + "| -101 | Dock is<br>busy |\n"
    meanings = """\
      meanings:
        - {text: Dock is closed, condition: closed}
        - {text: "Dock is\\nbusy", condition: busy}
"""
    text = GOOD[: GOOD.index("      meanings:")] + meanings
    reviewed = 'reviewed:\n  orbit: "2021-01-01"\n'
    text = text.replace("codes:\n", f"{reviewed}codes:\n")
    found = _load(tmp_path, text, first, first.replace("is<br>busy", "is busy."))
    code = next(code for code in found.codes["closed"] if code.code == "-101")
    assert code.messages == ("Dock is closed", "Dock is busy.")
    assert [found.meaning(code, one).id for one in code.messages] == ["closed", "busy"]
    newest = code.last
    assert [found.said(code, newest.revision, row.message).condition.id for row in newest.rows] == [
        "closed",
        "busy",
    ]
    assert code.url not in found.unreviewed


FAMILY = "  - {id: docks, title: Docks}\n"
ZERO = '    "0": busy\n'
TEXT = "        - {text: Dock is closed, condition: closed}\n"
SEVERAL = "\n      meanings"
# what is replaced, by what -> line, what is said
BAD = {
    "a code without": (ZERO, "", 39, "codes of orbit without a condition: 1."),
    "an unknown code": (ZERO, f'{ZERO}    "7": busy\n', 41, 'lists the code "7"'),
    "an unknown provider": ("  orbit:\n", "  venus:\n", 39, 'there is no provider "venus"'),
    "an unknown condition": ('"0": busy', '"0": full', 40, 'there is no condition "full"'),
    "a code twice": (ZERO, ZERO + ZERO, 41, "already stands in line 40"),
    "a text nobody says": ("text: Dock is closed", "text: Shut", 42, 'no revision says "Shut"'),
    "two conditions": (TEXT, TEXT + TEXT, 42, '"Dock is closed" has two conditions'),
    "not cautious": (f"condition: closed{SEVERAL}", f"condition: busy{SEVERAL}", 42, "cautious"),
    "no title": ("    title: Busy\n", "", 4, 'the key "conditions.0.title" is missing'),
    "no verdict": ("    retry: never\n", "", 16, 'the key "conditions.1.retry" is missing'),
    "no rpc code": ("    rpc: UNAVAILABLE\n", "", 4, 'the key "conditions.0.rpc" is missing'),
    "another verdict": ("retry: never", "retry: maybe", 23, '"maybe" is not allowed here'),
    "another rpc code": ("rpc: UNAVAILABLE", "rpc: BUSY", 9, '"BUSY" is not allowed here'),
    "an unknown family": ("docks\n    title: Busy", "x\n    title: Busy", 4, 'no family "x"'),
    "doubt without reason": (", why: Nobody says so.", "", 41, "belong together"),
    "not sorted": ("id: busy", "id: shut", 16, "is not in its place"),
    "two faults": ("family: docks", "family: x", 16, 'no family "x"'),
    "a family twice": (FAMILY, FAMILY + FAMILY, 3, 'there are two families "docks"'),
    "a family of none": (FAMILY, f"{FAMILY}  - {{id: x, title: X}}\n", 3, 'of the family "x"'),
    "no wait": ("    wait: seconds\n", "", 4, "`later-with-backoff` needs a `wait`"),
    "a wait of never": (
        "    retry: never\n",
        "    retry: never\n    wait: hours\n",
        16,
        "has no `wait`",
    ),
    "another wait": ("wait: seconds", "wait: soon", 12, '"soon" is no wait: it is seconds'),
    "no hours": ("wait: seconds", "wait: 0 hours", 12, '"0 hours" is no wait'),
    "nothing for users": ("    for_user: Please wait.\n  - id", "  - id", 4, "for_user"),
    "a verdict without words": (
        ZERO,
        '    "0": {condition: busy, retry: never}\n',
        40,
        "need a `do`",
    ),
    "somebody without words": (ZERO, '    "0": {condition: busy, acts: operator}\n', 40, "a `do`"),
    "waiting for nothing": (
        ZERO,
        '    "0": {condition: busy, retry: never, wait: hours, do: Stop.}\n',
        40,
        'nobody waits where the verdict is "never"',
    ),
    "no wait of its own": (
        '"101": {condition: busy',
        '"101": {condition: closed, retry: later-with-backoff, do: Wait.',
        41,
        "how long to wait with Orbit 101 is not said",
    ),
    "twice": ("id: closed", "id: busy", 16, "is not in its place"),
}


def test_ready_to_paste(tmp_path: Path) -> None:
    """Codes without a condition are printed as lines of the file, which hold as they are."""
    with pytest.raises(ProblemsError) as error:
        _load(tmp_path, GOOD.replace(ZERO, ""))
    line = '    "0": unreviewed  # Docked\n'
    assert line in f"{error.value}\n"
    found = _load(tmp_path, GOOD.replace(ZERO, line))
    assert list(found.unreviewed) == ["orbit/0/"]


def test_several_messages_to_paste(tmp_path: Path) -> None:
    """A code with several rows is printed with all that they say."""
    data = invented.write(tmp_path, invented.DOCUMENT + "| 0 | Docked<br>well |\n")
    (data / "conditions.yml").write_text(GOOD.replace(ZERO, ""), encoding="utf-8")
    with pytest.raises(ProblemsError) as error:
        _read(data)
    assert '    "0": unreviewed  # Docked / Docked well' in str(error.value).splitlines()


def test_unused_and_unsorted(tmp_path: Path, as_before: Callable[[str], None]) -> None:
    """A condition that no code has is named, and so are codes that are not in order."""
    with pytest.raises(ProblemsError, match=r'conditions.yml:4: no code has the condition "busy"'):
        _load(
            tmp_path / "a",
            GOOD.replace(': busy\n    "101', ': closed\n    "101').replace(
                "{condition: busy", "{condition: closed"
            ),
        )
    moved = GOOD.replace(ZERO, "") + ZERO
    with pytest.raises(
        ProblemsError, match=r"conditions.yml:39: the codes of orbit are not in"
    ) as it:
        _load(tmp_path / "b", moved)
    as_before(str(it.value))


@pytest.mark.parametrize("case", BAD)
def test_bad(tmp_path: Path, case: str, as_before: Callable[[str], None]) -> None:
    """What is wrong is said, with its line."""
    what, by, line, says = BAD[case]
    assert what in GOOD
    with pytest.raises(ProblemsError) as error:
        _load(tmp_path, GOOD.replace(what, by))
    told = str(error.value).splitlines()
    assert any(one.startswith(f"data/conditions.yml:{line}: ") and says in one for one in told), (
        told
    )
    as_before(str(error.value))
