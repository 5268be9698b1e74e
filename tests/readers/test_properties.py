"""Readers, by properties: what is written in each format is read back; nothing is lost."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from typing import TYPE_CHECKING

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from macros import readers
from macros.errors import Problem
from macros.readers import ditto
from macros.readers.printed import says_something
from macros.readers.rows import Document, Row
from macros.sources.reader_options import (
    FORMATS,
    BoxTableOptions,
    BulletsOptions,
    CsvOptions,
    HeadingsOptions,
    HtmlTableOptions,
    JsonOptions,
    MarkdownOptions,
    PatternOptions,
    RstOptions,
    StackedOptions,
    TextLinesOptions,
    YamlOptions,
)

if TYPE_CHECKING:
    from macros.sources.reader_options import ReaderOptions

TABLE = {
    "code_set": "api",
    "columns": ["Code", "Meaning"],
    "code": "Code",
    "message": "Meaning",
    "pattern": "-?[0-9]{3}",
}
MARKED = {**TABLE, "goes_on": True, "behind_code": "Name"}
CODES = st.from_regex(r"-?[0-9]{3}", fullmatch=True)
# Any text that says something, white space folded: control characters and surrogates are no part of
# a document.
TEXTS = (
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf"]), min_size=1, max_size=60)
    .map(lambda text: " ".join(text.split()))
    .filter(says_something)  # signs alone say that there is no message
    .filter(lambda text: not (ditto.is_mark(text) or ditto.behind(text)))
)
ROWS = st.lists(st.tuples(CODES, TEXTS), min_size=1, max_size=6)


def _read(text: str, options: ReaderOptions) -> list[Row | Problem]:
    return list(readers.read(Document("a", text), options))


def _escaped(text: str) -> str:
    return re.sub(r"([!-/:-@[-`{-~])", r"\\\g<1>", text)


def _pairs(results: list[Row | Problem]) -> list[tuple[str, str] | str]:
    return [str(one) if isinstance(one, Problem) else (one.code, one.message) for one in results]


@given(ROWS)
def test_html_table(rows: list[tuple[str, str]]) -> None:
    """Escaped text of any kind in an HTML table is read back as it was."""
    cells = "".join(
        f"<tr><td>{code}</td><td>{html.escape(text)}</td></tr>\n" for code, text in rows
    )
    text = f"<table>\n<tr><th>Code</th><th>Meaning</th></tr>\n{cells}</table>\n"
    options = HtmlTableOptions.model_validate({"format": "html_table", "tables": [TABLE]})
    assert _pairs(_read(text, options)) == rows


@given(ROWS, st.booleans())
def test_markdown(rows: list[tuple[str, str]], leading: bool) -> None:  # noqa: FBT001
    """Escaped text of any kind in a pipe table is read back as it was."""
    edge = "|" if leading else ""
    lines = ["Code | Meaning", "---|---"]
    lines += [f"{code} | {_escaped(text)}" for code, text in rows]
    # A backslash right before a pipe would escape it, whatever stands before the backslash.
    text = "".join(f"{edge}{line} {edge}\n" for line in lines)
    options = MarkdownOptions.model_validate({"format": "markdown", "tables": [TABLE]})
    assert _pairs(_read(text, options)) == rows


@given(ROWS)
def test_text_lines(rows: list[tuple[str, str]]) -> None:
    """A line per code is read back, or refused where the end of its code is a guess."""
    text = "".join(f"{code} {message}\n" for code, message in rows)
    options = TextLinesOptions(
        format="text_lines",
        code_set="api",
        pattern="-?[0-9]{3}",
        separator="space",
        one_column=True,
    )
    for line, (result, row) in enumerate(zip(_read(text, options), rows, strict=True), start=1):
        assert result.line == line
        assert isinstance(result, Problem) or (result.code, result.message) == row


@given(ROWS, st.sampled_from([tuple("||+-"), tuple("││┼─")]), st.booleans())
def test_box_table(rows: list[tuple[str, str]], signs: tuple[str, ...], between: bool) -> None:  # noqa: FBT001
    """Text of any kind in a table that is drawn is read back, or refused where it has a sign."""
    edge, inner, cross, across = signs
    border = f"{cross}{across * 6}{cross}{across * 9}{cross}\n"
    lines = [
        f"{edge} {code} {inner} {text} {edge}\n" for code, text in [("Code", "Meaning"), *rows]
    ]
    drawn = f"{border}{lines[0]}{border}{(border if between else '').join(lines[1:])}{border}"
    options = BoxTableOptions.model_validate({"format": "box_table", "tables": [TABLE]})
    results = _read(drawn, options)
    assert len(results) == len(rows)
    for result, row in zip(results, rows, strict=True):
        cut = re.search(r"[|\u2502\u2503\u2551]", row[1])
        assert isinstance(result, Problem) if cut else _pairs([result]) == [row]


@given(ROWS, st.sampled_from(["\n", "\n\n"]))
def test_stacked(rows: list[tuple[str, str]], between: str) -> None:
    """Texts of any kind, each on a line of its own, are read back, or refused."""
    cells = ["Code", "Meaning", *(cell for row in rows for cell in row)]
    options = StackedOptions.model_validate({"format": "stacked", "tables": [TABLE]})
    results = _read(between.join(cells), options)
    read = _pairs([one for one in results if not isinstance(one, Problem)])
    # A pipe at an end of a line stands around the cell.
    bare = [(code, text.removeprefix("|").removesuffix("|")) for code, text in rows]
    assert set(read) <= {(code, " ".join(text.split())) for code, text in bare}
    if not any(re.fullmatch(r"\W*[-+\u2212]?[0-9]{3}\W*", text) for _, text in rows):
        assert len(results) == len(rows)


@given(ROWS)
def test_csv(rows: list[tuple[str, str]]) -> None:
    """What the csv module writes is read back, or refused where a cell looks like a row."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([("Code", "Meaning"), *rows])
    options = CsvOptions.model_validate({"format": "csv", "tables": [TABLE]})
    assert _pairs(_read(written.getvalue(), options)) == rows


TREE = {
    "code_set": "api",
    "path": "errors[]",
    "code": ["code"],
    "message": "message",
    "pattern": "-?[0-9]{3}",
}


BESIDE = {"path": "codes[]", "beside": ["texts"], "code": ["(value)"], "message": "texts"}


@given(ROWS, st.booleans(), st.sampled_from([None, 2]))
def test_json(rows: list[tuple[str, str]], ascii_: bool, indent: int | None) -> None:  # noqa: FBT001
    """What the json module writes is read back."""
    errors = [{"code": code, "message": text} for code, text in rows]
    text = json.dumps({"errors": errors}, ensure_ascii=ascii_, indent=indent)
    options = JsonOptions.model_validate({"format": "json", **TREE})
    assert _pairs(_read(text, options)) == rows


@given(ROWS, st.booleans())
def test_yaml(rows: list[tuple[str, str]], unicode: bool) -> None:  # noqa: FBT001
    """What PyYAML writes is read back."""
    errors = [{"code": code, "message": text} for code, text in rows]
    text = yaml.safe_dump({"errors": errors}, allow_unicode=unicode)
    options = YamlOptions.model_validate({"format": "yaml", **TREE})
    assert _pairs(_read(text, options)) == rows


@given(ROWS, st.sampled_from(["headings", "bullets"]))
def test_entries(rows: list[tuple[str, str]], format_: str) -> None:
    """Escaped text of any kind behind a code is read back, or refused; nothing is made up."""
    options: ReaderOptions = HEADINGS if format_ == "headings" else BULLETS
    mark = "###" if format_ == "headings" else "-"
    text = "".join(f"{mark} {code} \\| {_escaped(message)}\n" for code, message in rows)
    results = _read(text, options)
    read = [result for result in results if not isinstance(result, Problem)]
    assert len(read) == len(rows) or len(read) < len(results)
    written = iter(rows)
    for row in read:
        # What looks like a sign between code and message is none of the message.
        assert any(row.code == code and text.endswith(row.message) for code, text in written)


ENTRY = {"code_set": "api", "pattern": "-?[0-9]{3}"}
HEADINGS = HeadingsOptions.model_validate({"format": "headings", "message": "title", **ENTRY})
BULLETS = BulletsOptions.model_validate({"format": "bullets", **ENTRY})
PATTERN = PatternOptions.model_validate(
    {
        "format": "pattern",
        "entry": r'[A-Z]+\((?P<code>-?[0-9]+),\s*"(?P<message>.*)"\),',
        "lines": 2,
        **ENTRY,
    }
)
ANY_OPTIONS: list[ReaderOptions] = [
    HtmlTableOptions.model_validate({"format": "html_table", "tables": [TABLE]}),
    MarkdownOptions.model_validate({"format": "markdown", "tables": [TABLE]}),
    TextLinesOptions(format="text_lines", code_set="api", pattern="[0-9]{3}", separator="none"),
    TextLinesOptions(format="text_lines", code_set="api", pattern="[0-9]{3}", separator="sign"),
    MarkdownOptions.model_validate({"format": "markdown", "tables": [MARKED]}),
    CsvOptions.model_validate({"format": "csv", "tables": [TABLE]}),
    CsvOptions.model_validate({"format": "csv", "tables": [TABLE], "rest_in": "Meaning"}),
    RstOptions.model_validate({"format": "rst", "tables": [TABLE]}),
    BoxTableOptions.model_validate({"format": "box_table", "tables": [TABLE]}),
    BoxTableOptions.model_validate({"format": "box_table", "tables": [TABLE], "prose": "skip"}),
    StackedOptions.model_validate({"format": "stacked", "tables": [TABLE]}),
    StackedOptions.model_validate({"format": "stacked", "tables": [TABLE], "prose": "skip"}),
    RstOptions.model_validate({"format": "rst", "tables": [TABLE], "prose": "skip"}),
    MarkdownOptions.model_validate({"format": "markdown", "tables": [TABLE], "prose": "skip"}),
    HtmlTableOptions.model_validate({"format": "html_table", "tables": [TABLE], "prose": "skip"}),
    JsonOptions.model_validate({"format": "json", **TREE}),
    YamlOptions.model_validate({"format": "yaml", **TREE}),
    JsonOptions.model_validate({"format": "json", **TREE, **BESIDE}),
    YamlOptions.model_validate({"format": "yaml", **TREE, **BESIDE}),
    HEADINGS,
    HEADINGS.model_copy(update={"prose": "skip"}),
    HEADINGS.model_copy(update={"markup": "plain"}),
    BULLETS,
    BULLETS.model_copy(update={"prose": "skip"}),
    HEADINGS.model_copy(update={"markup": "html"}),
    HEADINGS.model_copy(update={"markup": "html_paragraphs", "message": ["title", "text"]}),
    HEADINGS.model_copy(update={"markup": "html", "shares_text": True, "message": "text"}),
    BULLETS.model_copy(update={"shares_text": True}),
    BULLETS.model_copy(update={"markup": "html", "prose": "skip"}),
    PATTERN,
]
PIECES = st.sampled_from(
    [
        *"100 -101 102 Code Meaning | || --- |---|---| <table> </table> <tr> <td> </td>".split(),
        *("<th>", "<td", '<td class="', "<!--", "-->", "<script>", "<b>", "<br>", "&lt;td&gt;"),
        *("\n", "\n\n", "\n    ", "\t", " ", "\u00a0", "busy", "码", "> ", "- ", "# ", "```\n"),
        *("~~", "<!", "<?", "<p>", "</p>", "<div", "'", '"', "=", "<template>", "<textarea>"),
        *(
            ' colspan="2"',
            ' rowspan="2"',
            "<td hidden>",
            "[key]: /x\n",
            "[",
            "](x)",
            "![",
            "<!-- -->",
        ),
    ]
)
# Sound documents, cut into the pieces between which something can go wrong.
SOUND = {
    "html_table": "<table>\n ¦<tr>¦<th>¦Code¦</th>¦<th>¦Meaning¦</th>¦</tr>\n¦<tr>¦<td¦>¦100¦</td>"
    "¦<td>¦busy¦</td>¦</tr>\n¦<tr>¦<td>¦101¦</td>¦<td¦>¦gone¦</td>¦</tr>¦\n</table>",
    "markdown": "|¦Code¦|¦Meaning¦|¦\n¦|¦---|---¦|¦\n¦|¦100¦|¦busy¦|\n¦|¦101¦|¦gone¦|¦\n",
    "text_lines": "100¦busy¦\n¦101¦gone¦\n¦102¦lost¦\n",
    "csv": "Code¦,¦Meaning¦\n¦100¦,¦busy¦\n¦101¦,¦gone¦\n",
    "rst": "====  =======\n¦Code  ¦Meaning¦\n====  =======\n¦100   ¦busy¦\n¦101   ¦gone¦\n===="
    "  =======\n¦\n¦+------+---------+\n¦| Code¦ | Meaning |\n+======+=========+\n¦| ¦102  ¦| ¦busy"
    "    |\n¦+------+---------+\n",
    "box_table": "+------+---------+\n¦| ¦Code ¦|¦ Meaning |\n¦+------+---------+\n¦| ¦100  ¦|¦ "
    "busy    ¦|\n¦| 101  ¦| gone    ¦|\n¦+------+---------+\n¦\n Code ¦| Meaning\n¦-----+-------\n"
    "¦ 102¦ | lost\n¦(1 row)\n",
    "stacked": "docks\n\n¦Code\n¦Meaning\n¦100¦\nbusy¦\n¦101\n¦gone\n¦102\n¦lost¦\n\n¦that is all¦",
    "json": '{"title": ¦"docks"¦,\n"about": {¦"a": "b"¦},\n¦"errors": [¦{"code": ¦100¦, '
    '"message": ¦"busy"¦}¦,\n¦{"code": "¦101¦", "message"¦:¦ "gone"¦}¦]¦}',
    "yaml": "title: ¦docks¦\nerrors:\n¦- ¦code: ¦100¦\n  message: ¦busy¦\n¦- ¦code: 101¦\n"
    "  ¦message: gone¦\n",
    "headings": "### ¦100¦:¦ busy¦\n\n¦text¦\n\n¦### ¦101¦: gone¦\n\n¦#### ¦why¦\n\nstorm¦\n\n"
    "¦102¦: lost¦\n",
    "bullets": "- ¦100¦: busy¦\n¦- ¦101¦: gone¦\n  ¦- ¦Cause: storm¦\n\n¦102 :: lost¦\n",
    "pattern": 'BUSY(¦100¦, ¦"busy"¦),\n¦GONE(¦101¦,\n¦ "gone"¦),\n',
}
SOUND_HTML = {
    "headings": "<h1>¦Docks¦</h1>\n<h3>¦100¦: ¦busy¦</h3>\n¦<p>¦text¦</p>\n¦<h3>¦101¦</h3>¦<dl>¦"
    "<dt>¦102¦</dt>¦<dd>¦lost¦</dd>¦</dl>\n",
    "bullets": "<ul>¦<li>¦<b>¦100¦</b>¦ busy¦</li>¦\n<li>¦101: ¦gone¦<p>¦storm¦</p>¦</li>¦</ul>\n¦"
    "<p>¦102 - lost¦<br>¦103: old¦</p>\n",
}


SOUND_BESIDE = {
    "json": '{"title": ¦"docks"¦,\n"codes": [¦100¦,\n¦101¦]¦,\n¦"texts": [¦"busy"¦,\n¦"gone"¦]¦,'
    '\n"names": ["a"¦, ¦"b"¦]}',
    "yaml": "title: docks¦\ncodes:\n¦- ¦100¦\n- 101¦\n¦texts:¦\n- ¦busy¦\n¦- gone¦\n¦names: [a, b]",
}


def sound(options: ReaderOptions) -> list[str]:
    """Return the pieces of a sound document that some options are for."""
    if getattr(options, "beside", []):
        return SOUND_BESIDE[options.format].split("¦")
    in_html = getattr(options, "markup", "").startswith("html")
    return (SOUND_HTML if in_html else SOUND)[options.format].split("¦")


def test_every_format_is_drawn() -> None:
    """Each format has its options and a sound document here."""
    assert {type(options) for options in ANY_OPTIONS} == set(FORMATS)
    assert {options.format for options in ANY_OPTIONS} == set(SOUND)


@st.composite
def documents(draw: st.DrawFn) -> tuple[ReaderOptions, str]:
    """Draw a sound document in which a few pieces were lost, put in or exchanged."""
    options = draw(st.sampled_from(ANY_OPTIONS))
    pieces = sound(options)
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(pieces)))
        lost = draw(st.integers(0, 1))
        pieces[place : place + lost] = draw(st.lists(PIECES, max_size=2))
    return options, "".join(pieces)


@given(documents())
def test_any_document(drawn: tuple[ReaderOptions, str]) -> None:
    """Any document at all gives rows, and problems with places in it; never nothing."""
    options, text = drawn
    results = _read(text, options)
    assert results
    for result in results:
        assert 0 <= result.line <= text.count("\n") + 1
        assert result.file == "a"


@settings(max_examples=1000)
@given(documents())
def test_no_code_is_lost_in_silence(drawn: tuple[ReaderOptions, str]) -> None:
    """A document that is read without a problem has every code that it shows in its rows."""
    options, text = drawn
    results = _read(text, options)
    if any(isinstance(result, Problem) for result in results):
        return
    shown = text
    of_pages = {"html_table", "markdown", "headings", "bullets"}
    if options.format in of_pages and getattr(options, "markup", "") != "plain":
        shown = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    elif options.format == "yaml":
        shown = re.sub(r"(?m)(^|\s)#.*", "", text)
    if options.format in {"json", "yaml"}:
        # A key outside of the path counts where the whole of it is a code.
        shown = re.sub(r"[A-Za-z]+[0-9][0-9-]*|[0-9][0-9-]*[A-Za-z]+", "", shown)
    told = " ".join(
        " ".join([row.code, row.message, *row.columns, *row.columns.values()])
        for row in results
        if isinstance(row, Row)
    )
    for code in ("100", "101", "102"):
        # Sentences and examples that are passed over may name what is listed.
        least = min(shown.count(code), 1) if options.skips_prose else shown.count(code)
        assert told.count(code) >= least, (code, told)
