"""Lists of other numbers beside the codes are asked about, in many languages, each by itself."""

from __future__ import annotations

import json
import re

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

HEADINGS = {
    "en": ("Error codes", "Order states"),
    "de": ("Fehlercodes", "Zustände"),
    "es": ("Códigos de error", "Estados del pedido"),
    "pt": ("Códigos de erro", "Cartões de teste"),
    "fr": ("Codes d'erreur", "États"),
    "ru": ("Коды ошибок", "Статусы заказа"),
    "ko": ("에러 코드", "HTTP 상태 코드"),
    "zh": ("错误码", "HTTP 状态码"),
    "ja": ("エラーコード", "注文状態"),
}


def _table(rows: dict[str, str]) -> str:
    return "| Code | Text |\n|---|---|\n" + "".join(f"| {a} | {b} |\n" for a, b in rows.items())


@pytest.mark.parametrize("language", HEADINGS)
def test_other_lists(language: str) -> None:
    """The rows below a heading of other numbers are asked about; quoted as prose, they are gone."""
    errors, others = HEADINGS[language]
    codes = {"1001": "Busy docks", "1002": "Lost ships", "1003": "Thick fog"}
    text = f"# {errors}\n\n{_table(codes)}\n# {others}\n\n{_table({'10': 'new', '20': 'paid'})}"
    document = Document("errors.md", text)
    found = sniff.sniff(document)
    assert found
    [problem] = [one for one in found.reading.problems if "perhaps no codes" in one.what]
    assert problem.what.startswith(f'"10" and 1 more stand under "{others}"')
    quoted = re.search(r"`prose: (\[.*\])`", problem.do)
    assert quoted
    again = reading.read(document, {**found.reading.options, "prose": json.loads(quoted[1])})
    assert [row.code for row in again.rows] == list(codes)


def test_each_by_itself() -> None:
    """Two such lists are two questions: what is ready for one says nothing of the other."""
    text = "ERROR CODES\n\n1001  Busy docks\n1002  Lost ships\n1003  Fog\n\n"
    text += "PORTS\n\n8080  plain\n8443  TLS\n\nSTATES\n\n1010  created\n1020  paid\n"
    found = sniff.sniff(Document("errors.txt", text))
    assert found
    told = [line for line in reading.unsaid(found.reading) if "`prose: [" in line]
    assert len(told) == 2
    assert '`prose: ["8080 plain", "8443 TLS"]`' in told[0]
    assert '`prose: ["1010 created", "1020 paid"]`' in told[1]


NAMED = {
    "errors.yaml": "errors:\n{}",
    "errors.json": '{{"errors": {{\n{}\n}}}}',
    "errors.toml": "{}",
    "errors.ini": "{}",
}
BLOCKS = {
    "errors.yaml": "  {name}:\n    code: {code}\n    message: {text}\n",
    "errors.json": '"{name}": {{"code": {code}, "message": "{text}"}}{comma}\n',
    "errors.toml": '[errors.{name}]\ncode = {code}\nmessage = "{text}"\n\n',
    "errors.ini": "[{name}]\ncode = {code}\nmessage = {text}\n\n",
}
CODES = {"queue_full": "10401", "signed_in": "10402", "banned": "10403"}


@pytest.mark.parametrize("file", NAMED)
def test_names_of_codes(file: str) -> None:
    """Where words name entries, and `code` within them has numbers, these are the codes."""
    blocks = "".join(
        BLOCKS[file].format(
            name=name, code=code, text=f"Text of {code}", comma="," * (code != "10403")
        )
        for name, code in CODES.items()
    )
    found = sniff.sniff(Document(file, NAMED[file].format(blocks)))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == {
        code: f"Text of {code}" for code in CODES.values()
    }


def test_codes_that_are_keys() -> None:
    """Where the keys have numbers, what is called the code within them is none of a number."""
    blocks = "".join(
        f'"{code}": {{"code": "{name}", "message": "Text {code}"}}{"," * (code != "10403")}\n'
        for name, code in CODES.items()
    )
    found = sniff.sniff(Document("errors.json", NAMED["errors.json"].format(blocks)))
    assert found
    assert [row.code for row in found.reading.rows] == list(CODES.values())


def test_names_above_settings() -> None:
    """A section of settings is no heading of a code, whatever its name looks like."""
    said = {
        "queue_full": "The queue is full",
        "signed_in": "Signed in elsewhere",
        "age": "Too young",
    }
    text = "".join(
        f"[{name}_error]\ncode = {10401 + at}\nmessage = {message}\n\n"
        for at, (name, message) in enumerate(said.items())
    )
    found = sniff.sniff(Document("errors.ini", text))
    assert found
    assert found.reading.options["format"] == "pattern"
    assert [row.code for row in found.reading.rows] == ["10401", "10402", "10403"]


def test_a_sentence_with_an_amount() -> None:
    """It is passed over as all prose is; one with a number that nothing explains is asked about."""
    table = _table({"1001": "Busy docks", "1002": "Lost ships", "1003": "Thick fog"})
    plain = sniff.sniff(Document("errors.md", f"A token lives for 3600 seconds.\n\n{table}"))
    assert plain
    assert plain.reading.is_whole
    open_ = sniff.sniff(Document("errors.md", f"A token has the number 3600.\n\n{table}"))
    assert open_
    assert [one.line for one in open_.reading.problems] == [1]
