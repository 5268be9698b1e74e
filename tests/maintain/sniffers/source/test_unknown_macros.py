"""Codes in macros that the document defines, or another file does. All are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

HEADER = """#define QUAY_ERR_BERTH MAKE_ERR(3, 17) /* The berth is taken */
#define QUAY_ERR_CRANE MAKE_ERR(3, 18) /* The crane is busy */
#define QUAY_ERR_TIDE MAKE_ERR(3, 19) /* The tide is too low */
"""
DEFINED = "#define MAKE_ERR(area, n) (((area) << 16) | (n))\n"
CODES = ["196625", "196626", "196627"]


def test_a_macro_of_the_document() -> None:
    """Numbers in a macro that the document defines are computed, and nothing is asked."""
    found = sniff.sniff(Document("quay.h", DEFINED + HEADER))
    assert found
    assert found.reading.is_whole
    assert found.reading.options["sums"] == "true"
    assert [row.code for row in found.reading.rows] == CODES


def test_a_macro_around_a_code_alone() -> None:
    """A macro is minded, too, where its number alone would be read whole."""
    text = "#define TIDE(n) (-(n))\nenum quay_errors {\n"
    text += "".join(f"  QUAY_{at} = TIDE({at}), /* It is {at} */\n" for at in (12, 13, 14))
    found = sniff.sniff(Document("quay.h", f"{text}}};\n"))
    assert found
    assert found.reading.is_whole
    assert [row.code for row in found.reading.rows] == ["-12", "-13", "-14"]


def test_a_macro_of_another_file() -> None:
    """What a macro makes that the document does not define is asked once, for all numbers."""
    document = Document("quay.h", HEADER)
    found = sniff.sniff(document)
    assert found
    (problem,) = found.reading.problems
    assert problem.line == 1
    assert problem.what == (
        '"MAKE_ERR(3, 17)" and 2 more are what a macro makes, which this document does not define:'
        ' "17" is read for it.'
    )
    assert problem.do.endswith('as another file of the library has it: --macro "MAKE_ERR(a, b) …"')
    right = replies.applied(document, found.reading, Replies(as_read=frozenset({1})))
    assert right.is_whole
    assert [row.code for row in right.rows] == ["17", "18", "19"]


def test_what_the_macro_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--macro` gives the definition, which the reader keeps; one that makes nothing is refused."""
    orbit = Orbit(tmp_path)
    file = tmp_path / "quay.h"
    file.write_text(HEADER, "utf-8")
    macro = "MAKE_ERR(a, b) ((a << 16) | b)"
    assert orbit.run("new-provider", "quay", str(file), "--macro", macro, *ANSWERS) == 0
    assert f'- "{macro}"' in orbit.read("quay/provider.yml")
    capsys.readouterr()
    assert orbit.run("read", str(file), "--macro", "MAKE_ERR(a, b) …") == 1
    assert "no macro of `macros` stands around numbers in this document." in capsys.readouterr().out


ANSWERS = (
    *("--name", "Quay", "--product", "Quay", "--vendor", "Quay Works", "--yes", "--example", ""),
    *("--url", "https://quay.example/errors", "--date", "2026-01-31"),
)


@pytest.mark.parametrize(
    "line",
    [
        "#define QUAY_ERR_{at} UINT32_C({at}) /* It is {at} */",
        "#define QUAY_ERR_{at} {at} /* It is QUAY({at}) */",
        'X({at}, "It is {at}")',
    ],
)
def test_what_is_no_macro_of_a_code(line: str) -> None:
    """What leaves a number as it is, stands in a comment or has a text in it is not asked about."""
    text = "".join(f"{line.format(at=at)}\n" for at in (401, 402, 403))
    found = sniff.sniff(Document("quay.h", text))
    assert found
    assert found.reading.is_whole
    assert [row.code for row in found.reading.rows] == ["401", "402", "403"]
