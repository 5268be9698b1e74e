"""Examples beside the list of codes: asked about, whatever language and format they stand in."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.document import samples
from macros.readers.rows import Document

CODES = [("1001", "Dock is busy"), ("1002", "Crane is broken"), ("1003", "Gate is shut")]
OWN = [("9998", "Token is not valid"), ("9999", "My own text")]
LABELS = (
    "Example:",
    "**Sample response**",
    "For example, a list of your own:",
    "The following is a sample of what your own list may look like.",
    "Beispiel:",
    "Ejemplo de respuesta",
    "Exemple :",
    "Пример ответа",
    "响应示例：",  # noqa: RUF001 - as printed
    "レスポンス例",
    "응답 예시",
)
Rows = list[tuple[str, str]]


def _pipes(label: str, rows: Rows) -> str:
    lines = "".join(f"| {code} | {text} |\n" for code, text in rows)
    return f"{label}\n\n| Code | Message |\n|---|---|\n{lines}\n"


def _html(label: str, rows: Rows) -> str:
    lines = "".join(f"<tr>\n<td>{code}</td>\n<td>{text}</td>\n</tr>\n" for code, text in rows)
    head = "<tr>\n<th>Code</th>\n<th>Message</th>\n</tr>\n"
    return f"<p>{label.strip('*')}</p>\n<table>\n{head}{lines}</table>\n"


def _rst(label: str, rows: Rows) -> str:
    edge = "==== ====================\n"
    lines = "".join(f"{code} {text}\n" for code, text in rows)
    return f"{label}\n\n{edge}Code Message\n{edge}{lines}{edge}\n"


def _box(label: str, rows: Rows) -> str:
    edge = f"+------+{'-' * 22}+\n"
    lines = "".join(f"| {code} | {text:20} |\n" for code, text in rows)
    return f"{label}\n\n{edge}| code | {'message':20} |\n{edge}{lines}{edge}\n"


FORMATS = {"errors.md": _pipes, "errors.html": _html, "errors.rst": _rst, "errors.txt": _box}


@pytest.mark.parametrize("file", FORMATS)
@pytest.mark.parametrize("label", LABELS)
def test_asked(file: str, label: str) -> None:
    """One question names the rows of the example, above the list or below; all else is whole."""
    write = FORMATS[file]
    for text in (
        write("All codes", CODES) + write(label, OWN),
        write(label, OWN) + write("All codes", CODES),
    ):
        document = Document(file, text)
        found = sniff.sniff(document)
        assert found
        [asked] = found.reading.problems
        assert asked.what.startswith('"9998" and 1 more stand under "')
        assert asked.what.endswith('", as examples do, so they are perhaps no codes.')
        given = replies.Replies(no_codes=frozenset({asked.line}), is_first=True)
        after = replies.applied(document, found.reading, given)
        assert after.is_whole
        assert [(row.code, row.message) for row in after.rows] == CODES


@pytest.mark.parametrize("label", ["## Example", "### 示例", "Beispiel:"])
def test_headings_and_lists(label: str) -> None:
    """So it is below a heading, and in lists without tables, though a text speaks of a failure."""
    items = "".join(f"- {code}: {text}\n" for code, text in CODES)
    own = "".join(f"- {code}: {text}\n" for code, text in OWN)
    table = _pipes("# Errors", CODES) + _pipes(label, OWN)
    for text in (f"# Errors\n\n{items}\n{label}\n\n{own}", table):
        found = sniff.sniff(Document("errors.md", text))
        assert found
        [asked] = found.reading.problems
        assert f'stand under "{label.strip("#: ")}", as examples do' in asked.what


@pytest.mark.parametrize(
    "around",
    [
        '<div class="example">\n{}</div>\n',
        "<div class='docs-sample wide'>\n{}</div>\n",
        "<figure><figcaption>Example</figcaption>\n{}</figure>\n",
        "<details><summary>Show an example</summary>\n{}</details>\n",
    ],
)
def test_elements(around: str) -> None:
    """An element can be called an example, or have such a title."""
    table, own = _html("", CODES), _html("", OWN)
    found = sniff.sniff(Document("errors.html", f"<h2>Errors</h2>\n{table}{around.format(own)}"))
    assert found
    [asked] = found.reading.problems
    assert asked.what.startswith('"9998" and 1 more stand under "')


def test_columns_of_a_text() -> None:
    """Below the same headings in a text, an example is none of the list above it."""
    lines = "".join(f"{code}   {text}\n" for code, text in CODES)
    text = f"Code   Message\n{lines}\nExample:\n\nCode   Message\n9998   My own text\n"
    found = sniff.sniff(Document("errors.txt", text))
    assert found
    [asked] = found.reading.problems
    assert asked.what.startswith('"9998" stands under "Example", as examples do')


def test_its_own_code_again() -> None:
    """A code that the example has again is asked about there, with another text, too."""
    for text in ("Dock is busy", "The dock Aa is busy"):
        page = _pipes("# Errors", CODES) + _pipes("Sample response:", [("1001", text)])
        found = sniff.sniff(Document("errors.md", page))
        assert found
        named = '"1001" stands under "Sample response", as examples do, so it is perhaps no code.'
        assert named in [one.what for one in found.reading.problems]


SOUND = (
    # An example below another table, and one of what is no list.
    _pipes("# Errors\n\nExample: a ship is in the dock.\n\n## Docks", CODES)
    + _pipes("Example: `GET /cranes` has 1001.\n\n## Cranes", [("2001", "Crane is lost")]),
    # What the document lists is called so.
    _pipes("# Examples\n\n## Docks", CODES) + _pipes("## Cranes", [("2001", "Crane is lost")]),
    _pipes("## Sample errors", CODES) + _pipes("## Crane errors", [("2001", "Crane is lost")]),
    _pipes("Examples:", CODES),
    # A block of code stands between.
    _pipes("# Errors\n\nExample:\n\n```\nGET /docks\n```", CODES)
    + _pipes("Example request:\n\n```\nGET /cranes\n```", [("2001", "Crane is lost")]),
)


@pytest.mark.parametrize("text", SOUND)
def test_sound(text: str) -> None:
    """Tables that no line right above calls examples are asked about no more than before."""
    found = sniff.sniff(Document("errors.md", text))
    assert found
    assert found.reading.is_whole, found.reading.problems


def test_says() -> None:
    """A title of few words says so by itself, a sentence where it is about the example."""
    for name in ("Example 1", "See this example:", "Here is an example of the list.", "z. B."):
        assert samples.says(name), name
    for name in ("Samples", "Sample errors", "Example.com errors", "Errors with examples", "예외"):
        assert not samples.says(name), name
