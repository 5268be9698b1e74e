"""Constants of two families in one list are asked about, by how their names begin."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

ERRORS = {"FAIL": "the kiln failed", "BUSY": "the kiln is busy", "COLD": "the kiln is cold"}
OTHERS = {"HEAT": "heat the kiln", "COOL": "let it cool", "OPEN": "open the kiln"}
GO = ("kiln.go", "package kiln\n\nconst (\n{}\n)\n", "\t{name} = {code} // {text}")
FORMS = {
    "go": GO,
    "java": (
        *("Kiln.java", "public enum Kiln {{\n{}\n}}\n"),
        '    {name}({code}, "{text}"),',
    ),
    "c": ("kiln.h", "{}\n", "#define {name} {code} /* {text} */"),
    "python": ("kiln.py", "# Kiln\n{}\n", "{name} = {code}  # {text}"),
    "typescript": (
        "kiln.ts",
        "export enum Kiln {{\n{}\n}}\n",
        "  /** {text} */\n  {name} = {code},",
    ),
}


def _document(
    form: tuple[str, str, str],
    first: dict[str, str],
    second: dict[str, str],
    codes: tuple[int, int],
) -> Document:
    """Return a document with two families of constants: names to texts, and their first codes."""
    file, outer, entry = form
    lines = [
        entry.format(name=name, code=start + place, text=text)
        for listed, start in zip((first, second), codes, strict=True)
        for place, (name, text) in enumerate(listed.items())
    ]
    return Document(file, outer.format("\n".join(lines)))


def _called(texts: dict[str, str], prefix: str) -> dict[str, str]:
    return {f"{prefix}{name}": text for name, text in texts.items()}


@pytest.mark.parametrize("form", FORMS.values(), ids=list(FORMS))
@pytest.mark.parametrize(
    ("odd", "usual", "codes"),
    [
        ("OP_", "RC_", (700, 1000)),
        ("KILN_CMD_", "KILN_BUSY_", (10, 20)),
        ("EVT_", "KILN_", (500, 600)),
        ("BEFEHL_", "FEHLER_", (10, 20)),
        ("ALPHA_", "BETA_", (70000, 100)),
        ("DO_", "ERR_", (10, 20)),
    ],
)
def test_two_families(
    form: tuple[str, str, str], odd: str, usual: str, codes: tuple[int, int]
) -> None:
    """A family called as other things are, or of other numbers, is asked about; answers work."""
    document = _document(form, _called(OTHERS, odd), _called(ERRORS, usual), codes)
    found = sniff.sniff(document)
    assert found
    [doubt] = found.reading.problems
    assert doubt.what == (
        f'"{codes[0]}" and 2 more are called "{odd}HEAT" and alike, not as "{usual}FAIL" and others'
        " are, so they are perhaps no codes."
    )
    read = {row.code: row.message for row in found.reading.rows}
    told = {str(codes[1] + place): text for place, text in enumerate(ERRORS.values())}
    for given, expected in (
        (Replies(as_read=frozenset({doubt.line})), read),
        (Replies(no_codes=frozenset({doubt.line})), told),
    ):
        result = replies.applied(document, found.reading, given)
        assert result.is_whole
        assert {row.code: row.message for row in result.rows} == expected


@pytest.mark.parametrize(
    "form",
    [
        ("kiln.md", "| Name | Code | Text |\n|---|---|---|\n{}\n", "| {name} | {code} | {text} |"),
        ("kiln.csv", "name,code,text\n{}\n", "{name},{code},{text}"),
        ("kiln.yaml", "{}\n", '- {{name: {name}, code: {code}, text: "{text}"}}'),
    ],
)
def test_in_tables_and_data(form: tuple[str, str, str]) -> None:
    """In a table, a column has such names; there are no other things in it but by these."""
    document = _document(form, _called(OTHERS, "OP_"), _called(ERRORS, "RC_"), (700, 1000))
    found = sniff.sniff(document)
    assert found
    [doubt] = found.reading.problems
    assert '"700" and 2 more are called "OP_HEAT" and alike, not as "RC_FAIL"' in doubt.what
    given = Replies(no_codes=frozenset({doubt.line}))
    codes = [row.code for row in replies.applied(document, found.reading, given).rows]
    assert codes == ["1000", "1001", "1002"]
    plain = _document(form, _called(OTHERS, "ALPHA_"), _called(ERRORS, "BETA_"), (700, 1000))
    found = sniff.sniff(plain)
    assert found
    assert found.reading.is_whole


def test_one_of_another_family() -> None:
    """A single constant is a family, too, where it is called as no errors are."""
    document = _document(GO, {"OpHeat": "heat it"}, _called(ERRORS, "Rc"), (70, 10))
    found = sniff.sniff(document)
    assert found
    [doubt] = found.reading.problems
    assert '"70" is called "OpHeat", not as "RcFAIL" and others are' in doubt.what


def test_names_alone() -> None:
    """Where names are all that is said of constants, their families are told apart by them."""
    text = "package kiln\n\nconst (\n\tOpHeat = 700\n\tRcFailed = 10\n\tRcTooCold = 11\n)\n"
    found = sniff.sniff(Document("kiln.go", text))
    assert found
    assert any('"OpHeat", not as "RcFailed"' in one.what for one in found.reading.problems)


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [
        (_called(ERRORS, "Oven"), _called(ERRORS, "Kiln"), (1000, 2000)),
        (_called(ERRORS, "Oven"), _called(ERRORS, "Kiln"), (100, 2000)),
        (_called(ERRORS, "ErrOven"), _called(ERRORS, "ErrKiln"), (100, 2000)),
        (_called(ERRORS, "Command"), _called(ERRORS, "Kiln"), (1000, 2000)),
        (_called(ERRORS, "Event"), _called(ERRORS, "Err"), (1000, 2000)),
        (_called(OTHERS, "Oven"), _called(ERRORS, "Kiln"), (1000, 2000)),
        (_called(OTHERS, "Warn"), _called(ERRORS, "Error"), (1000, 2000)),
        ({"Ok": "it went well"}, _called(ERRORS, "Rc"), (0, 1000)),
        (OTHERS, ERRORS, (1000, 2000)),
        ({**_called(OTHERS, "Ox"), **_called(OTHERS, "Ax")}, _called(ERRORS, "Kiln"), (10, 2000)),
    ],
)
def test_no_other_things(
    first: dict[str, str], second: dict[str, str], codes: tuple[int, int]
) -> None:
    """Errors of two parts, of many, or of none, are not asked about."""
    found = sniff.sniff(_document(GO, first, second, codes))
    assert found
    assert not [one for one in found.reading.problems if "alike" in one.what]
    texts = [row.message for row in found.reading.rows]
    assert texts == [*first.values(), *second.values()]


def test_in_a_list_of_errors() -> None:
    """What stands in a block that is called as one of errors is one, whatever it is called."""
    form = ("Kiln.java", "public enum KilnError {{\n{}\n}}\n", '    {name}({code}, "{text}"),')
    found = sniff.sniff(_document(form, _called(OTHERS, "OP_"), _called(ERRORS, "RC_"), (700, 10)))
    assert found
    assert found.reading.is_whole
