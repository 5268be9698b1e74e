"""What a text that is not UTF-8 may be encoded in."""

from __future__ import annotations

import pytest

from macros.catalog import load
from macros.errors import ProblemsError
from macros.sources import encodings

TEXT = "| 4001 | 没有泊位 |\n| 4002 | 船已离开 |\n"


@pytest.mark.parametrize(
    ("encoding", "text", "name"),
    [
        ("utf-16", TEXT, "UTF-16"),
        ("utf-32", TEXT, "UTF-32"),
        ("utf-16-le", "4001 No berth", "UTF-16LE"),
        ("utf-16-be", "4001 No berth", "UTF-16BE"),
        ("gb18030", TEXT, "GB18030"),
        ("cp1252", "4001 Pas de quai libéré", "WINDOWS-1252"),
        ("cp1252", "4001 Vertrag gekündigt\n4002 Größe überschritten\n", "WINDOWS-1252"),
    ],
)
def test_guess(encoding: str, text: str, name: str) -> None:
    """The mark, the zero bytes or the first encoding that fits tells; the error says it."""
    content = text.encode(encoding)
    assert encodings.guess(content) == name
    with pytest.raises(ProblemsError, match=rf"iconv -f {name} -t UTF-8"):
        load.decode(content, "a.md")


def test_a_zero_byte_alone_is_no_encoding() -> None:
    """A text with one control character is UTF-8 all the same."""
    assert load.decode(b"4001 No\x00 berth, and more", "a.md").text == "4001 No\x00 berth, and more"
