"""Headings whose codes are smaller than most, or of another form: none becomes a mere heading."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.replies import Replies
from macros.readers.rows import Document

BELOW = "\n\nThe crane says {}.\n\n"


def _read(text: str, name: str = "errors.md") -> tuple[Document, reading.Reading]:
    document = Document(name, text)
    found = sniff.sniff(document)
    assert found
    return document, found.reading


def _page(*titles: str) -> str:
    return "# Errors\n\n" + "".join(
        f"## {title}{BELOW.format(title.strip('()-.0123456789 ').partition(' ')[0].lower())}"
        for title in titles
    )


@pytest.mark.parametrize(
    ("titles", "codes"),
    [
        (("4001 Busy", "4002 Gone", "4003 Shut", "99 Unknown"), ("4001", "4002", "4003", "99")),
        (("(0) KX_FINE", "(261) KX_A", "(262) KX_B", "(263) KX_C"), ("0", "261", "262", "263")),
        (
            ("0 (KX_FINE)", "100 (KX_A)", "-12 (KX_B)", "-200 (KX_C)", "-201 (KX_D)"),
            ("0", "100", "-12", "-200", "-201"),
        ),
        (
            (
                "36.8.1. Start",
                "36.8.2. Stop",
                "36.8.3. Go",
                "-201 (A_B)",
                "-202 (B_C)",
                "-203 (D_E)",
            ),
            ("-201", "-202", "-203"),
        ),
        (
            ("KX_OK", "KX_ODD_227_FORMAT", "KX_NET2", "KX_MOTOR_ERROR", "KX_GONE"),
            ("KX_OK", "KX_ODD_227_FORMAT", "KX_NET2", "KX_MOTOR_ERROR", "KX_GONE"),
        ),
    ],
)
def test_rows(titles: tuple[str, ...], codes: tuple[str, ...]) -> None:
    """A small code, and a name with a number in it, is read as those beside it are."""
    _, result = _read(_page(*titles))
    assert list(reading.unsaid(result)) == []
    assert tuple(row.code for row in result.rows) == codes


@pytest.mark.parametrize(
    "titles",
    [
        ("1. Start", "2. Errors", "4001 Busy", "4002 Gone", "4003 Shut"),
        ("1. Start", "2.1. More", "(1) KX_A", "(261) KX_B", "(262) KX_C", "(263) KX_D"),
    ],
)
def test_chapters(titles: tuple[str, ...]) -> None:
    """A number with a full stop is that of a chapter, even where a code is as small."""
    _, result = _read(_page(*titles))
    assert list(reading.unsaid(result)) == []
    assert [row.code for row in result.rows] == [
        title.split()[0].strip("()") for title in titles if "." not in title
    ]


def test_asked() -> None:
    """Numbers that count from 1 on beside other codes are asked about, and answered by lines."""
    text = _page("1 Start", "2 Errors", "4001 Busy", "4002 Gone", "4003 Shut")
    document, result = _read(text)
    assert [one.line for one in result.problems] == [3, 7]
    told = "\n".join(replies.told(document, result))
    assert "--no-codes 3,7" in told
    answered = replies.applied(document, result, Replies(no_codes=frozenset({3, 7})))
    assert answered.is_whole
    assert answered.options["headings"] == ["1 Start", "2 Errors"]
    assert [row.code for row in answered.rows] == ["4001", "4002", "4003"]


NAMED = _page("KX_OK (0)", "KX_BUSY (1)", "KX_ODD_227_FORMAT (14)", "KX_GONE (15)")


@pytest.mark.parametrize(
    ("given", "codes", "names"),
    [
        (
            Replies(as_read=frozenset({3})),
            ["KX_OK", "KX_BUSY", "KX_ODD_227_FORMAT", "KX_GONE"],
            {""},
        ),
        (
            Replies(as_meant=frozenset({3})),
            ["0", "1", "14", "15"],
            {"KX_OK", "KX_BUSY", "KX_ODD_227_FORMAT", "KX_GONE"},
        ),
    ],
)
def test_name_or_number(given: Replies, codes: list[str], names: set[str]) -> None:
    """Of names with a number in brackets it is asked once which is the code; none is lost."""
    document, result = _read(NAMED)
    assert [one.line for one in result.problems] == [3]
    answered = replies.applied(document, result, given)
    assert answered.is_whole
    assert [row.code for row in answered.rows] == codes
    assert {row.named.get("name", "") for row in answered.rows} == names
    assert answered.rows[1].message == "The crane says kx_busy."


def test_further_questions() -> None:
    """What the number lets the reader ask is answered in one go with it."""
    text = NAMED.replace("# Errors\n", "# Errors\n\n- KX_OPEN (15)\n", 1)
    text += f"## Obsolete error (20){BELOW.format('it is old')}"
    document, result = _read(text)
    asked = replies.applied(document, result, Replies(as_meant=frozenset({5})))
    assert sorted(one.line for one in asked.problems) == [3, 21]
    both = Replies(as_meant=frozenset({5}), no_codes=frozenset({3, 21}))
    answered = replies.applied(document, result, both)
    assert answered.is_whole
    assert [row.code for row in answered.rows] == ["0", "1", "14", "15"]


def test_contents() -> None:
    """A list of what the page has is passed over: names with their numbers, and chapters."""
    titles = ("(0) KX_FINE", "(261) KX_A", "(262) KX_B", "(263) KX_C")
    listed = "<ul><li>1. Codes</li><li>KX_FINE (0)</li>\n<li>KX_A (261)</li></ul>\n"
    page = f"<h1>Errors</h1>\n{listed}<h2>1. Codes</h2>\n<p>All of them.</p>\n" + "".join(
        f"<h3>{title}</h3>\n<p>The crane says {title[-1]}.</p>\n" for title in titles
    )
    _, result = _read(page, "errors.html")
    assert list(reading.unsaid(result)) == []
    assert [row.code for row in result.rows] == ["0", "261", "262", "263"]


def test_tabs() -> None:
    """A row of separated values whose code begins with a digit is a row as all others."""
    text = "id\tmessage\n2FA_WAIT_X\tWait\nFLOOD_WAIT_X\tGo\nSLOW_WAIT_X\tStay\nTAKE_OUT\tStop\n"
    _, result = _read(text, "errors.tsv")
    assert list(reading.unsaid(result)) == []
    assert [row.code for row in result.rows] == [
        "2FA_WAIT_X",
        "FLOOD_WAIT_X",
        "SLOW_WAIT_X",
        "TAKE_OUT",
    ]


def test_tabs_of_another_shape() -> None:
    """A line with a tab where all rows have one is never ignored by itself."""
    text = "KX_WAIT\tA long wait\nKX_GONE\tAll is gone\nKX_SHUT\tAll is shut\nodd one\tIt is odd\n"
    _, result = _read(text, "errors.tsv")
    assert [row.code for row in result.rows] == ["KX_WAIT", "KX_GONE", "KX_SHUT"]
    assert [one.line for one in result.problems] == [4]
