"""Codes in the remarks of data: what stands beside them is read, and they alone are asked about."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

SAID = ("Dock is busy", "Gate is shut", "Crane is lost", "No tug is free", "Fog is up", "Ice is in")
TEXTS = {str(code): text for code, text in enumerate(SAID, start=101)}


def _read(name: str, entry: str) -> tuple[Document, sniff.Sniffed]:
    lines = [entry.format(code=code, text=text) for code, text in TEXTS.items()]
    document = Document(name, "\n".join(["", *lines, ""]))
    found = sniff.sniff(document)
    assert found
    return document, found


@pytest.mark.parametrize("name", ["x.properties", "x.ini", "x.conf", "x.env", "x.toml"])
@pytest.mark.parametrize("entry", ["# {code}={text}", "# {code}: {text}", "# {code} {text}"])
def test_remarks_alone(name: str, entry: str) -> None:
    """Where remarks alone list codes, it is asked whether they do, and the reply reads them."""
    document, found = _read(name, entry)
    [doubt] = found.reading.problems
    assert doubt.line == 2
    told = entry.format(code="101", text=TEXTS["101"])
    assert doubt.what == (
        f'"{told}" is a remark of the file, and read as the code "101" with its text (line 2-7):'
        " a program that loads the file passes over it."
    )
    said = replies.applied(document, found.reading, Replies(as_read=frozenset({2})))
    assert said.is_whole
    assert {row.code: row.message for row in said.rows} == TEXTS


@pytest.mark.parametrize("sign", ["#", "# ", "#  "])
@pytest.mark.parametrize("key", ["{code}", "err.{code}", "dock.error.{code}"])
def test_old_texts(sign: str, key: str) -> None:
    """What is commented out beside each text is asked about as what it is, and is no heading."""
    entry = f"{sign}{{code}}=Gone\n{key}={{text}}"
    document, found = _read("x.properties", entry)
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
    lines = frozenset(one.line for one in found.reading.problems)
    assert lines == {2, 4, 6, 8, 10, 12}
    said = replies.applied(document, found.reading, Replies(no_codes=lines))
    assert said.is_whole
    assert {row.code: row.message for row in said.rows} == TEXTS


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("x.env", "# {text}\nDOCK_{code}={code}"),
        ("x.properties", "# of dock {code}\n{code}={text}"),
        ("x.md", "## {code} {text}"),
        ("x.txt", "# {code} {text}"),
        ("x.yaml", "# {code}: Gone\n{code}: {text}"),
    ],
)
def test_near_misses(name: str, entry: str) -> None:
    """A remark that is the text of what is below it, and a heading of a page, is no such remark."""
    _, found = _read(name, entry)
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
    assert not [one for one in found.reading.problems if "is a remark of the file" in one.what]
