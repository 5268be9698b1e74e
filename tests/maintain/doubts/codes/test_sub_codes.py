"""Codes with a part behind a slash: asked about, and read as one as the question says."""

from __future__ import annotations

import json
import re

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.maintain.document.doubt import Doubt
from macros.readers.rows import Document

TEXTS = {"1001": "Dock is lost", "1007/17": "Dock is busy", "1007/18": "Dock is gone"}


def _table(texts: dict[str, str], sign: str = "/") -> Document:
    rows = "".join(f"| {code.replace('/', sign)} | {text} |\n" for code, text in texts.items())
    return Document("errors.md", f"# Errors\n\n| Code | Message |\n|---|---|\n{rows}")


def _asked(document: Document) -> tuple[reading.Options, list[Doubt]]:
    found = sniff.sniff(document)
    assert found
    doubts = [one for one in found.doubts if isinstance(one, Doubt) and "two codes" in one.what]
    return found.reading.options, doubts


@pytest.mark.parametrize("sign", ["/", " / "])
def test_one_code(sign: str) -> None:
    """With the pattern that is offered, each code is read with its text, and nothing is left."""
    document = _table(TEXTS, sign)
    options, [doubt] = _asked(document)
    assert doubt.line == 6
    assert doubt.what == (
        f'"1007{sign}17" is read as two codes, "1007" and "17", as are 1 more; no code like the'
        " second stands alone."
    )
    pattern = re.search(r"`pattern: (\".*?\")`", doubt.do)
    assert pattern
    [table] = options["tables"]
    mended = {**options, "tables": [{**table, "pattern": json.loads(pattern[1])}]}
    if " " in sign:
        assert '`code_signs: {" ": ""}` beside `tables`' in doubt.do
        mended["code_signs"] = {" ": ""}
    result = reading.read(document, mended)
    assert result.is_whole
    assert {row.code: row.message for row in result.rows} == TEXTS


def test_in_json() -> None:
    """So is it where the code is a value."""
    items = [{"code": code, "message": text} for code, text in TEXTS.items()]
    document = Document("errors.json", json.dumps({"errors": items}, indent=1))
    options, [doubt] = _asked(document)
    pattern = re.search(r"`pattern: (\".*?\")`", doubt.do)
    assert pattern
    result = reading.read(document, {**options, "pattern": json.loads(pattern[1])})
    assert {row.code: row.message for row in result.rows} == TEXTS


@pytest.mark.parametrize(
    "codes", [["1001", "1002/1003"], ["1001", "17", "1007/18"], ["1001", "1002, 17"]]
)
def test_sound(codes: list[str]) -> None:
    """Codes that are alike, or of which each form stands alone, are several."""
    texts = {code: f"Dock {place} is busy" for place, code in enumerate([*codes, "1009"])}
    assert not _asked(_table(texts))[1]
