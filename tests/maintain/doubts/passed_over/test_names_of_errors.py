"""Names below a table of statuses are asked about where their texts are those of errors."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.doubts.passed_over import names_of_errors
from macros.maintain.replies import Replies
from macros.readers.rows import Document

STATUSES = {"200": "It went well", "400": "The order lacks a field", "404": "There is no such kiln"}
MARKDOWN = "| Code | Text |\n|---|---|\n" + "".join(
    f"| {code} | {text} |\n" for code, text in STATUSES.items()
)
HTML = (
    "<table>\n<tr><th>Code</th><th>Text</th></tr>\n"
    + "".join(f"<tr><td>{code}</td><td>{text}</td></tr>\n" for code, text in STATUSES.items())
    + "</table>\n"
)
TEXTS = ("the kiln is cold", "the kiln is full", "nobody knows the order")
NAMES = {
    "mixed": ("KilnCold", "KilnFull", "OrderUnknown"),
    "camel": ("kilnCold", "kilnFull", "orderUnknown"),
    "snake": ("kiln_cold", "kiln_full", "order_unknown"),
    "dashes": ("kiln-cold", "kiln-full", "order-unknown"),
    "dots": ("kiln.cold", "kiln.full", "order.unknown"),
}
BEHIND = ("* {} - {}\n", "- `{}`: {}\n", "**{}** {}\n\n", "+ **{}** \u2013 {}\n", "1. {}: {}\n")
BELOW = ("### {}\n\n{}.\n\n", "### `{}`\n\n{}.\n\n", "<dl><dt>{}</dt><dd>{}</dd></dl>\n")
IN_HTML = ("<li>{} - {}</li>\n", "<dt>{}</dt><dd>{}</dd>\n", "<h3>{}</h3><p>{}.</p>\n")


def _asked(text: str) -> list[str]:
    found = sniff.sniff(Document("errors.md", text))
    assert found
    assert {row.code: row.message for row in found.reading.rows} == STATUSES
    return [one.what for one in found.reading.problems]


def _listed(form: str, names: tuple[str, ...], texts: tuple[str, ...] = TEXTS) -> str:
    return "".join(form.format(name, text) for name, text in zip(names, texts, strict=True))


@pytest.mark.parametrize("names", NAMES.values(), ids=list(NAMES))
@pytest.mark.parametrize("form", BEHIND)
@pytest.mark.parametrize("heading", ["", "## Details\n\n", "## Errors\n\n"])
def test_names_before_texts(names: tuple[str, ...], form: str, heading: str) -> None:
    """Names in lists and in bold are named; they can be taken in, or passed over for good."""
    document = Document("errors.md", f"# Statuses\n\n{MARKDOWN}\n{heading}{_listed(form, names)}")
    found = sniff.sniff(document)
    assert found
    [asked] = found.reading.problems
    assert asked.what == f'"{names[0]}" and 2 more begin lines that are passed over, as codes do.'
    line = frozenset({asked.line})
    both = replies.applied(document, found.reading, Replies(as_meant=line))
    assert both.is_whole
    expected = {**STATUSES, **dict(zip(names, TEXTS, strict=True))}
    assert {row.code: row.message for row in both.rows} == expected
    alone = replies.applied(document, found.reading, Replies(no_codes=line))
    assert alone.is_whole
    assert {row.code: row.message for row in alone.rows} == STATUSES


@pytest.mark.parametrize("names", NAMES.values(), ids=list(NAMES))
@pytest.mark.parametrize("form", [*BELOW, *IN_HTML])
def test_names_above_texts(names: tuple[str, ...], form: str) -> None:
    """So are those in headings and in lists of terms, with their texts below."""
    table = HTML if form in IN_HTML else MARKDOWN
    asked = _asked(f"{table}\n{_listed(form, names)}")
    assert asked == [f'"{names[0]}" and 2 more begin lines that are passed over, as codes do.']


@pytest.mark.parametrize(
    ("names", "texts"),
    [
        (
            ("ofenKalt", "ofenVoll", "tuerOffen"),
            ("der Ofen ist kalt", "er ist voll", "sie ist auf"),
        ),
        (("kiln_cold", "kiln_full", "no_order"), ("窑炉未加热", "窑炉超出容量", "订单不存在")),
        (("four_froid", "four_plein", "sans_cle"), ("il est froid", "il est plein", "il manque")),
        (("hornoFrio", "hornoLleno", "sinPedido"), ("está frío", "está lleno", "falta el pedido")),
    ],
)
def test_other_languages(names: tuple[str, ...], texts: tuple[str, ...]) -> None:
    """In other languages texts say that something is so as well."""
    [asked] = _asked(f"{MARKDOWN}\n{_listed('- {}: {}' + chr(10), names, texts)}")
    assert f'"{names[0]}" and 2 more' in asked


@pytest.mark.parametrize(
    ("heading", "names", "texts"),
    [
        ("", ("kilnName", "orderId", "heatedAt"), ("its name", "its number", "when it was heated")),
        ("", ("kiln_name", "order_id", "is_hot"), ("the name", "the number", "whether it is hot")),
        (
            "",
            ("errorCode", "errorText", "errorId"),
            ("the code", "text of the error", "the number"),
        ),
        ("", ("getKiln", "listKilns", "heatKiln"), ("returns one", "returns all", "heats it")),
        ("", ("JavaScript", "TypeScript", "GraphQl"), ("in browsers", "with types", "for queries")),
        ("Fields", NAMES["mixed"], TEXTS),
        ("Webhooks", NAMES["dots"], TEXTS),
        ("Event types", NAMES["mixed"], TEXTS),
        ("Headers", ("Kiln-Cold", "Kiln-Full", "Order-Unknown"), TEXTS),
        ("Felder", NAMES["snake"], TEXTS),
        ("字段", NAMES["camel"], TEXTS),
        ("", ("Note", "Tip", "Warning"), TEXTS),
    ],
)
@pytest.mark.parametrize("form", BEHIND)
def test_other_things(
    heading: str, names: tuple[str, ...], texts: tuple[str, ...], form: str
) -> None:
    """Fields, events, calls, products and notes are not asked about."""
    title = f"## {heading}\n\n" if heading else ""
    assert _asked(f"{MARKDOWN}\n{title}{_listed(form, names, texts)}") == []


def test_own_codes() -> None:
    """Beside a table of own codes, names are no others."""
    table = MARKDOWN.replace("| 2", "| 52").replace("| 4", "| 54")
    found = sniff.sniff(Document("errors.md", f"{table}\n{_listed(BEHIND[0], NAMES['mixed'])}"))
    assert found
    assert found.reading.is_whole
    assert len(found.reading.rows) == 3


@pytest.mark.parametrize(
    ("texts", "speaks"),
    [
        (TEXTS, True),
        (("the kiln is cold", "a field"), False),
        (("an error", "the text of the error"), False),
        (("whether it is cold", "what went wrong", "if it failed"), False),
        (("token expired", "not allowed"), True),
    ],
)
def test_speak(texts: tuple[str, ...], *, speaks: bool) -> None:
    """Most texts say that something is so, or went wrong, and tell of nothing else."""
    assert names_of_errors.speak(texts) is speaks
