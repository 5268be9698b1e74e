"""Items with a text in several languages: the texts are no codes, and which is meant is asked."""

from __future__ import annotations

import json

import pytest

from macros.maintain import sniff
from macros.maintain.document import reading
from macros.readers.rows import Document

TEXTS = {
    "1001": ("Das Dock ist belegt", "The dock is busy"),
    "1002": ("Das Dock ist nicht da", "The dock is not there"),
    "1003": ("Das Wasser ist zu niedrig", "The tide is too low"),
}


def _keyed(de: str, en: str) -> dict[str, str]:
    return {"message_de": de, "message_en": en}


def _within(de: str, en: str) -> dict[str, dict[str, str]]:
    return {"message": {"de": de, "en": en}}


DOCUMENTS = {
    "a list": [{"code": int(code), **_keyed(*both)} for code, both in TEXTS.items()],
    "a mapping": {"errors": {code: _keyed(*both) for code, both in TEXTS.items()}},
    "a mapping alone": {code: _keyed(*both) for code, both in TEXTS.items()},
    "a list with mappings": [{"code": int(code), **_within(*both)} for code, both in TEXTS.items()],
    "a mapping of mappings": {code: _within(*both) for code, both in TEXTS.items()},
}


def _listed(de: str, en: str) -> dict[str, list[dict[str, str]]]:
    """Return both texts in an order that differs from item to item."""
    both = [{"lang": "de", "text": de}, {"lang": "en", "text": en}]
    return {"messages": both[:: 1 if len(de) % 2 else -1]}


DOCUMENTS |= {
    "a list with lists": [{"code": int(code), **_listed(*both)} for code, both in TEXTS.items()],
    "a mapping of lists": {code: _listed(*both) for code, both in TEXTS.items()},
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_english_is_likely_and_the_other_is_kept(name: str) -> None:
    """Either can be what the API answers with; the reader that is printed has the English text."""
    document = Document("errors.json", json.dumps(DOCUMENTS[name], indent=1))
    found = sniff.sniff(document)
    assert found
    [choice] = found.choices
    [problem] = found.reading.problems
    assert "can each be the message" in problem.what
    said = {row.code: (row.named["language"], row.message) for row in found.reading.rows}
    assert said == TEXTS
    german = next(one for one in choice.headings if one.endswith("de") or "[de]" in one)
    as_german = reading.read(document, {**found.reading.options, "message": german, "named": {}})
    assert {row.code: row.message for row in as_german.rows} == {
        code: de for code, (de, _) in TEXTS.items()
    }


@pytest.mark.parametrize("both", [("message_de", "message_fr"), ("textDe", "textFr")])
def test_keys_of_languages_are_no_codes(both: tuple[str, str]) -> None:
    """Without English, too, the keys of the texts are none of the codes."""
    items = [
        {"code": int(code), both[0]: de, both[1]: f"{de}, en effet"}
        for code, (de, _) in TEXTS.items()
    ]
    found = sniff.sniff(Document("errors.json", json.dumps({"errors": items})))
    assert found
    assert [row.code for row in found.reading.rows] == list(TEXTS)
    assert [one.headings for one in found.choices] == [both]


def test_names_beside_each_other_are_codes() -> None:
    """Keys that are names of errors are read as before; which language is meant is asked."""
    names = {"dock_busy": "Busy", "dock_gone": "Gone", "tide_low": "Low"}
    document = {"en": names, "de": {name: f"{text}, ja" for name, text in names.items()}}
    found = sniff.sniff(Document("errors.json", json.dumps(document, indent=1)))
    assert found
    [problem] = found.reading.problems
    assert problem.what.startswith('the texts stand in several languages, "en" and "de": "en" is')
    assert {row.code: row.message for row in found.reading.rows} == names


ROWS = {
    "x.csv": ("code,lang,text\n", "{code},{tag},{text}\n"),
    "x.md": ("| Code | Language | Text |\n|---|---|---|\n", "| {code} | {tag} | {text} |\n"),
    "x.txt": ("", "{code} {tag} {text}\n"),
    "y.txt": ("", "{code} [{tag}] {text}\n"),
    "x.xml": ("<errors>\n", '<error code="{code}" lang="{tag}">{text}</error>\n'),
}


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("tags", ["de en", "de-DE en-GB"])
def test_rows_in_languages(name: str, tags: str) -> None:
    """A row for each language is no code of its own; a file for each language is read right."""
    head, row = ROWS[name]
    end = "</errors>\n" if name == "x.xml" else ""
    german, english = tags.split()
    rows = [
        (code, tag, text)
        for code, both in TEXTS.items()
        for tag, text in zip((german, english), both, strict=True)
    ]
    lines = [row.format(code=code, tag=tag, text=text) for code, tag, text in rows]
    found = sniff.sniff(Document(name, f"{head}{''.join(lines)}{end}"))
    assert found
    assert [one.code for one in found.reading.rows] == [code for code, *_ in rows]
    [told] = [one for one in found.reading.problems if "in several languages" in one.what]
    assert told.what == (
        '"1001", "1002" and "1003" stand in 6 of 6 rows, with different texts, in several'
        f' languages: "{german}" and "{english}".'
    )
    assert "each with its --language" in told.do
    alone = "".join(f"{code} {text}\n" for code, tag, text in rows if tag == english)
    copy = sniff.sniff(Document("en.txt", alone))
    assert copy
    assert copy.reading.is_whole
    read = {one.code: one.message for one in copy.reading.rows}
    assert read == {code: text for code, (_, text) in TEXTS.items()}


@pytest.mark.parametrize("form", ["err.{code}.{tag}", "{tag}.{code}", "dock.errors.{code}.{tag}"])
def test_keys_in_languages(form: str) -> None:
    """A key of a code and a language is no code in silence."""
    lines = [
        f"{form.format(code=code, tag=tag)}={text}\n"
        for code, both in TEXTS.items()
        for tag, text in zip(("de", "en"), both, strict=True)
    ]
    found = sniff.sniff(Document("errors.properties", "".join(lines)))
    assert found
    assert not found.reading.is_whole
    if form.startswith("{tag}"):
        return  # the other language is left over, line by line
    [problem] = found.reading.problems
    assert "are perhaps the keys of two texts of the code" in problem.what
    assert '{"1001": {"de": "…", "en": "…"}}' in problem.do


KEYS = ["{code}_{tag}", "{code}.{tag}", "E{code}-{tag}", "err.{code}.{tag}", "error_{code}_{tag}"]


@pytest.mark.parametrize("file", ["errors.properties", "errors.txt"])
@pytest.mark.parametrize("form", KEYS)
@pytest.mark.parametrize("tag", ["en", "de", "zh_CN", "pt-BR"])
def test_keys_in_one_language(tag: str, form: str, file: str) -> None:
    """A language that all keys name behind their codes is no part of these, nor of the texts."""
    lines = "".join(
        f"{form.format(code=code, tag=tag)}={text}\n" for code, (text, _) in TEXTS.items()
    )
    found = sniff.sniff(Document(file, lines))
    assert found
    assert found.reading.is_whole
    before = "E" if form.startswith("E") else ""
    assert {row.code: row.message for row in found.reading.rows} == {
        f"{before}{code}": text for code, (text, _) in TEXTS.items()
    }


@pytest.mark.parametrize("form", KEYS)
def test_keys_in_two_languages(form: str) -> None:
    """Of two languages one question says so, whatever stands before the language."""
    lines = [
        f"{form.format(code=code, tag=tag)}={text}\n"
        for code, both in TEXTS.items()
        for tag, text in zip(("de", "en"), both, strict=True)
    ]
    found = sniff.sniff(Document("errors.properties", "".join(lines)))
    assert found
    [problem] = found.reading.problems
    first, second = (form.format(code="1001", tag=tag) for tag in ("de", "en"))
    told = f'"{first}" and "{second}" are perhaps the keys of two texts of the code'
    assert problem.what.startswith(told)


@pytest.mark.parametrize("end", ["ok", "no", "db"])
def test_keys_in_no_language(end: str) -> None:
    """Two other letters behind a number make no key a code in a language."""
    lines = "".join(f"{code}_{end}={text}\n" for code, (_, text) in TEXTS.items())
    assert sniff.sniff(Document("errors.properties", lines)) is None


def test_parts_of_codes_like_languages() -> None:
    """Short words that name no languages are parts of codes, as they were."""
    rows = "".join(f"{code},{part},{part} {code}\n" for code in "123" for part in ("db", "api"))
    found = sniff.sniff(Document("errors.csv", f"code,module,text\n{rows}"))
    assert found
    assert [one.code for one in found.reading.rows][:2] == ["1-db", "1-api"]
