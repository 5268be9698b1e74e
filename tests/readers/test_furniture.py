"""What a page in HTML has for its visitors alone is no part of its codes and messages."""

from __future__ import annotations

import pytest

from macros import readers
from macros.errors import Problem
from macros.maintain.document.reading import checked
from macros.readers.rows import Document

OPTIONS = {
    "format": "html_table",
    "tables": [
        {
            "code_set": "api",
            "columns": ["Code", "Text"],
            "code": "Code",
            "message": "Text",
            "pattern": "D[0-9]+",
        }
    ],
}
PAGE = (
    "<table><tr><th>Code<th>Text</tr>\n<tr><td>{}</td><td>{}</td></tr>\n"
    "<tr><td>D2</td><td>Dock is gone</td></tr></table>\n"
)


def _read(code: str, text: str) -> list[object]:
    document = Document("errors.html", PAGE.format(code, text))
    results = readers.take_in(document, checked(OPTIONS)).results
    return [one.what if isinstance(one, Problem) else (one.code, one.message) for one in results]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ('<span aria-hidden="true">#</span><code>D1</code><button>Copy</button>', "Dock is busy"),
        ("D1", 'Dock is busy<span aria-hidden="true"> Copied!</span>'),
        ("<button>\nCopy\n</button>D1", "<p>Dock is busy</p><button>More</button>"),
        ("D1", '<i aria-hidden="true">Dock is busy</i><span>Dock is busy</span>'),
    ],
)
def test_left_out(code: str, text: str) -> None:
    """Buttons, and signs that nobody hears who listens to the page, are left out."""
    assert _read(code, text) == [("D1", "Dock is busy"), ("D2", "Dock is gone")]


def test_nothing_is_lost() -> None:
    """A message that is nothing but that is missing, and refused; other hidden texts are, too."""
    assert (
        _read("D1", '<i aria-hidden="true">Dock is busy</i>')[0] == 'the code "D1" has no message.'
    )
    assert "hidden" in str(_read("D1", "Dock is <i hidden>not</i> busy")[0])
    assert _read("D1", '<i aria-hidden="false">Dock is busy</i>')[0] == ("D1", "Dock is busy")
