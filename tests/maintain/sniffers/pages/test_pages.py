"""Codes that headings and bullets begin with: those that are words, and what stands before them."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

TEXTS = {"NO_BERTH": "no berth is free", "TOO_LONG": "ship is too long", "NO_TIDE": "water is low"}

NUMBERED = [(4001, "NO_BERTH"), (4002, "TOO_LONG"), (4003, "NO_TIDE")]


def _sniff(text: str) -> sniff.Sniffed:
    found = sniff.sniff(Document("errors", text))
    assert found
    return found


def _rows(found: sniff.Sniffed) -> dict[str, str]:
    return {row.code: row.message for row in found.reading.rows}


def _bullets(texts: dict[str, str], shape: str) -> str:
    return "# Docks\n\n" + "".join(f"- {shape.format(*one)}\n" for one in texts.items())


@pytest.mark.parametrize("shape", ["`{}` → {}", "**{}**: {}", "{} - {}"])
def test_a_name_of_one_word(shape: str) -> None:
    """Among bullets whose codes are names of several words, one of a single word is a code."""
    texts = {**TEXTS, "FOG": "pilot sees nothing"}
    found = _sniff(_bullets(texts, shape))
    assert found.reading.is_whole
    assert _rows(found) == texts


@pytest.mark.parametrize(("code", "other"), [("100 101 102", "OTHER"), ("NO_A NO_B NO_C", "NOTE")])
def test_a_word_that_may_be_a_code(code: str, other: str) -> None:
    """A word with a text behind it is neither read nor taken for a heading: a person decides."""
    texts = dict(zip(code.split(), TEXTS.values(), strict=True))
    found = _sniff(_bullets({**texts, other: "all the rest"}, "{}: {}"))
    assert _rows(found) == texts
    [problem] = found.reading.problems
    assert problem.what == (
        f'"- {other}: all the rest" does not begin with a code as others of its list do.'
    )


def test_a_group_is_no_code() -> None:
    """A bullet that has no text behind its word is a heading of those below it."""
    text = _bullets(dict(zip(["100", "101", "102"], TEXTS.values(), strict=True)), "{}: {}")
    found = _sniff(text.replace("- 101", "- Ships:\n- 101"))
    assert found.reading.is_whole
    assert found.reading.options["headings"] == ["- Ships:"]


@pytest.mark.parametrize("title", ["", ": pilot sees nothing"])
def test_a_heading_of_one_word(title: str) -> None:
    """A heading in capitals beside codes that are names is perhaps a code: a person decides."""
    shape = "## {}: {}\n\nWait.\n\n" if title else "## {}\n\n{}\n\n"
    page = "# Docks\n\n" + "".join(shape.format(*one) for one in TEXTS.items())
    found = _sniff(page.replace("## NO_TIDE", f"## FOG{title}\n\nWait for the sun.\n\n## NO_TIDE"))
    assert _rows(found) == TEXTS
    assert {row.section for row in found.reading.rows} == {"Docks"}
    [problem] = found.reading.problems
    assert f'the heading "FOG{title}" does not begin with a code' in problem.what


@pytest.mark.parametrize("title", ["", ": all the rest"])
def test_a_word_behind_the_same_word(title: str) -> None:
    """What has the word of all codes before it, and another word in capitals, is left open."""
    texts = zip(["100", "101", "102"], TEXTS.values(), strict=True)
    page = "".join(f"# Error {code}\n\n{text}\n\n" for code, text in texts)
    found = _sniff(f"{page}# Error OTHER{title}\n\nWait.\n\n# Error texts\n\nAll are new.\n")
    assert list(_rows(found)) == ["100", "101", "102"]
    [problem] = found.reading.problems
    assert f'the heading "Error OTHER{title}" does not begin with a code' in problem.what


def test_other_headings() -> None:
    """A heading in small letters beside such codes is a heading, as it always was."""
    page = "# Docks\n\n" + "".join(f"## {code}\n\n{text}\n\n" for code, text in TEXTS.items())
    found = _sniff(page.replace("## NO_TIDE", "## Weather\n\n## NO_TIDE"))
    assert found.reading.is_whole
    assert _rows(found) == TEXTS


@pytest.mark.parametrize(
    ("lead", "codes", "before"),
    [
        ("Error ", ["DOCK-1", "DOCK-2", "DOCK-19"], "Error "),
        ("Error ", ["D.1001", "D.1002", "D.1009"], "Error "),
        ("Error-", ["1001", "1002", "1009"], "Error\\-"),
        ("Error no. ", ["1001", "1002", "1009"], "Error no. "),
    ],
)
def test_what_stands_before(lead: str, codes: list[str], before: str) -> None:
    """A word in capitals that a sign ties to a number is of the code; other words are not."""
    texts = dict(zip(codes, TEXTS.values(), strict=True))
    for shape in ("- {}{}: {}\n", "## {}{}\n\n{}\n\n"):
        page = "# Docks\n\n" + "".join(shape.format(lead, *one) for one in texts.items())
        found = _sniff(page)
        assert found.reading.is_whole
        assert _rows(found) == texts
        assert not found.reading.options["pattern"].endswith(")+")  # which fits any words
        assert found.reading.options["before"].replace(r"\.", ".") == before


def test_a_title_that_is_a_name() -> None:
    """Where all titles are names, and texts stand below them, the texts are the messages."""
    names = {"4001": "NO_BERTH", "4002": "TOO_LONG", "4003": "NO_TIDE"}
    page = "".join(f"## {code} `{name}`\n\n{TEXTS[name]}\n\n" for code, name in names.items())
    found = _sniff(f"# Docks\n\n{page}")
    assert found.reading.is_whole
    assert _rows(found) == {code: TEXTS[name] for code, name in names.items()}
    assert {row.code: row.columns["title"] for row in found.reading.rows} == names
    mixed = _sniff(f"# Docks\n\n{page.replace('`NO_TIDE`', 'Low tide')}")
    assert list(_rows(mixed).values()) == ["NO_BERTH", "TOO_LONG", "Low tide"]


@pytest.mark.parametrize(
    "names", ["NO_BERTH LENGTH TIDE", "BERTH LENGTH TIDE", "NoBerth TooLong NoTide"]
)
def test_a_title_that_is_a_name_of_one_word(names: str) -> None:
    """A word in capitals, and words joined by these, are names as those with underscores are."""
    pairs = list(zip((4001, 4002, 4003), names.split(), TEXTS.values(), strict=True))
    marked = "".join(f"### {code} {name}\n\n{text}\n\n" for code, name, text in pairs)
    tags = "".join(
        f"<h3>{code} {name}</h3><ul><li>{text}</li></ul>\n" for code, name, text in pairs
    )
    for page in (f"# Docks\n\n{marked}", f"<h1>Docks</h1>\n{tags}"):
        found = _sniff(page)
        assert found.reading.is_whole
        assert list(_rows(found).values()) == list(TEXTS.values())
        assert [row.columns["title"] for row in found.reading.rows] == names.split()


def test_a_name_without_a_text() -> None:
    """Where few names have no text below them, these alone are messages; where most, one says."""
    page = "# Docks\n\n" + "".join(f"## {n} {name}\n\n{TEXTS[name]}\n\n" for n, name in NUMBERED)
    few = _sniff(f"{page}## 4004 NO_CRANE\n")
    assert few.reading.is_whole
    assert list(_rows(few).values()) == [*TEXTS.values(), "NO_CRANE"]
    most = _sniff(page.replace("no berth is free", "").replace("water is low", ""))
    assert [one.line for one in most.reading.problems] == [7]
    assert list(_rows(most).values()) == list(TEXTS)


def test_values_with_commas() -> None:
    """A name with a number and a string behind it is a row of source code, not a line of text."""
    entries = "".join(f'    {code} = {n}, "{TEXTS[code]}"\n' for n, code in enumerate(TEXTS, 401))
    found = _sniff(f'class Dock(IntEnum):\n    """Codes.\n\n    409: unused\n    """\n{entries}')
    assert _rows(found) == dict(zip(["401", "402", "403"], TEXTS.values(), strict=True))
    assert [row.columns["name"] for row in found.reading.rows] == list(TEXTS)
    assert ["409: unused" in problem.what for problem in found.reading.problems] == [True]


def test_data_is_not_read_as_source_code() -> None:
    """What parses as JSON is read as JSON, so that items of another list are not mixed in."""
    item = '{{"code": {0}, "text": "dock {1}"}}'
    errors = ",\n".join(item.format(code, "abcdefg"[code % 7]) for code in range(401, 406))
    retired = ",\n".join(item.format(code, "north") for code in range(501, 503))
    found = _sniff(f'{{"errors": [\n{errors}],\n"retired": [\n{retired}],\n"at": 401}}')
    assert found.reading.options["format"] == "json"
    assert list(_rows(found)) == ["401", "402", "403", "404", "405"]
    left = [problem.what.split('"')[1] for problem in found.reading.problems]
    assert left == ["retired[0].code: 501", "retired[1].code: 502", "at: 401"]
