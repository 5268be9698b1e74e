"""Constants that are called as their texts are: the texts are codes, which is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.maintain import sniff
from macros.readers.rows import Document

if TYPE_CHECKING:
    from macros.maintain.document.reading import Reading


def _read(text: str, name: str) -> Reading:
    found = sniff.sniff(Document(name, text))
    assert found
    return found.reading


def _said(result: Reading) -> dict[str, str]:
    return {row.code: row.message for row in result.rows}


WORDS = """# The licence is at www.harbour.example/licences

# The mail cannot be sent.
FAILEDOPERATION_FORBID = 'FailedOperation.Forbid'

# The body is no JSON.
FAILEDOPERATION_JSON = 'FailedOperation.Json'

# The account owes money.
UNAUTHORIZED_ARREARS = 'Unauthorized.Arrears'

# The operation is unknown.
UNSUPPORTED = 'Unsupported'
"""


def test_words() -> None:
    """Constants that are called as their texts have words for codes, which is asked."""
    result = _read(WORDS, "errors.py")
    assert _said(result) == {
        "FailedOperation.Forbid": "The mail cannot be sent.",
        "FailedOperation.Json": "The body is no JSON.",
        "Unauthorized.Arrears": "The account owes money.",
        "Unsupported": "The operation is unknown.",
    }
    (asked,) = result.problems
    assert "are words, which nothing tells from other words" in asked.what


def test_numbers_before_words() -> None:
    """A longer list of states, which are words, is not taken for that of the codes."""
    states = "".join(f"    /** Ship {n} */\n    ship{n}a = 'Ship{n}A',\n" for n in "abcdefgh")
    text = (
        f"enum Ship {{\n{states}}}\n"
        "enum DockError {\n"
        "    /** The dock is busy */\n    BUSY = 101,\n"
        "    /** The dock is gone */\n    GONE = 205,\n"
        "    /** The dock is shut */\n    SHUT = 307,\n}\n"
    )
    assert _said(_read(text, "harbour.ts")) == {
        "101": "The dock is busy",
        "205": "The dock is gone",
        "307": "The dock is shut",
    }
