"""What says that a constant is deprecated: kept beside its text, or asked about."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

TEXTS = {
    "101": "The dock is busy",
    "102": "The gate is shut",
    "103": "The crane is lost",
    "104": "The ship is full",
}
JAVA = ("dock.java", '    D{code}({code}, "{text}"),\n')
OUTER = "public enum DockError {{\n{}}}\n"


def _document(name: str, entry: str, old: str, outer: str = OUTER) -> Document:
    """Return a document whose second constant has a mark in the place of `{old}`."""
    entry = entry if "{old}" in entry else f"{{old}}{entry}"
    lines = "".join(
        entry.format(code=code, text=text, old=old if code == "102" else "")
        for code, text in TEXTS.items()
    )
    return Document(name, outer.format(lines))


def _read(document: Document) -> sniff.Sniffed:
    found = sniff.sniff(document)
    assert found
    assert [(row.code, row.message) for row in found.reading.rows] == [*TEXTS.items()]
    return found


@pytest.mark.parametrize(
    ("name", "entry", "old", "kept"),
    [
        (*JAVA, "    @Deprecated\n", "@Deprecated"),
        (*JAVA, "    @Deprecated\n    @Beta\n", "@Deprecated"),
        (*JAVA, '    @Beta\n    @Deprecated("Use D101")\n', '@Deprecated("Use D101")'),
        (*JAVA, "    /** @deprecated since 2.1 */\n", "@deprecated since 2.1"),
        (*JAVA, "    // Deprecated: use D101.\n", "Deprecated: use D101."),
        (
            *("dock.h", "{old}    D{code} = {code}, /**< {text} */\n"),
            *("    /** \\deprecated Use D101. */\n", "\\deprecated Use D101."),
        ),
        (*JAVA, "    // Obsolete since 2.1\n", "Obsolete since 2.1"),
        (
            *JAVA,
            "    /**\n     * An old one.\n     * @deprecated use D101\n     */\n    @Deprecated\n",
            "@deprecated use D101",
        ),
        (
            *("dock.go", '\t{code}: "{text}",\n'),
            *(
                "\t// Deprecated: use D101\n\t// and no other.\n",
                "Deprecated: use D101 and no other.",
            ),
        ),
        (
            *("dock.cs", "    /// <summary>{text}</summary>\n{old}    D{code} = {code},\n"),
            *('    [Obsolete("Use D101")]\n', '[Obsolete("Use D101")]'),
        ),
        (
            *("dock.rs", "    /// {text}\n{old}    D{code} = {code},\n"),
            *('    #[deprecated(note = "Use D101")]\n', '#[deprecated(note = "Use D101")]'),
        ),
        (
            *("dock.swift", "    /// {text}\n{old}    case d{code} = {code}\n"),
            '    @available(*, deprecated, message: "Use d101")\n',
            '@available(*, deprecated, message: "Use d101")',
        ),
        (
            *("dock.php", "    /** {text} */\n{old}    case D{code} = {code};\n"),
            *('    #[\\Deprecated(message: "Use D101")]\n', '#[\\Deprecated(message: "Use D101")]'),
        ),
        (
            *("dock.proto", "  // {text}\n  D{code} = {code}{old};\n"),
            *(" [deprecated = true]", "deprecated = true"),
        ),
        (
            *("dock.hpp", "    D{code}{old} = {code}, // {text}\n"),
            *(' [[deprecated("Use D101")]]', '[[deprecated("Use D101")]]'),
        ),
        (
            *("dock.h", "    D{code}{old} = {code}, // {text}\n"),
            *(" __attribute__((deprecated))", "__attribute__((deprecated))"),
        ),
        (
            *("dock.cs", "    {old}D{code} = {code}, // {text}\n"),
            *("[Obsolete] ", "[Obsolete]"),
        ),
    ],
)
def test_kept(name: str, entry: str, old: str, kept: str) -> None:
    """A mark is no text: it is kept as a column of that code alone, wherever it stands."""
    found = _read(_document(name, entry, old))
    assert found.reading.is_whole
    assert [row.columns.get("deprecated") for row in found.reading.rows] == [None, kept, None, None]


def test_of_names_elsewhere() -> None:
    """A mark above a name with a text is kept where another list has the numbers of the names."""
    texts = _document(
        "dock.rs", '    #[error("{text}")]\n    D{code},\n', "    #[deprecated]\n"
    ).text
    numbers = "".join(f"    DockError::D{code} => {code},\n" for code in TEXTS)
    found = _read(Document("dock.rs", f"{texts}match code {{\n{numbers}}}\n"))
    assert found.reading.is_whole
    columns = [row.columns.get("deprecated") for row in found.reading.rows]
    assert columns == [None, "#[deprecated]", None, None]


def test_names_alone() -> None:
    """Where names are the texts, a mark is no text that would be passed over."""
    marks = {"C": "\t// Deprecated: use ErrB.\n"}
    names = "".join(
        f"{marks.get(one, '')}\tErr{one} = {code}\n"
        for code, one in zip(TEXTS, "ABCD", strict=True)
    )
    found = sniff.sniff(Document("dock.go", f"package dock\n\nconst (\n{names})\n"))
    assert found
    [alone] = found.reading.problems
    assert alone.what.startswith("nothing but names says what these codes mean")
    columns = {row.message: row.columns.get("deprecated") for row in found.reading.rows}
    kept = "Deprecated: use ErrB."
    assert columns == {"ErrA": None, "ErrB": None, "ErrC": kept, "ErrD": None}


@pytest.mark.parametrize("mark", ["deprecated", "DEPRECATED", "Obsolete!"])
def test_asked(mark: str) -> None:
    """A word alone can stand above all that follows: it is asked, and each answer works."""
    entry = '    D{code} = {code}, "{text}"\n'
    document = _document("dock.py", entry, f"    # {mark}\n", "class DockError(Enum):\n{}")
    found = _read(document)
    [doubt] = found.reading.problems
    assert doubt.line == 3
    assert doubt.what == (
        f'"{mark}" says that "102" is deprecated, or all that stands below it, and is passed over.'
    )
    assert doubt.do == "If it says so of that code alone, it is kept beside the text."
    for given, kept in (
        (Replies(as_read=frozenset({3})), None),
        (Replies(as_meant=frozenset({3})), mark),
    ):
        result = replies.applied(document, found.reading, given)
        assert result.is_whole
        rows = [(row.code, row.message, row.columns.get("deprecated")) for row in result.rows]
        assert rows == [
            (code, text, kept if code == "102" else None) for code, text in TEXTS.items()
        ]


@pytest.mark.parametrize("mark", ["// Deprecated: use D101.", "/** @deprecated since 2.1 */"])
def test_no_message(mark: str) -> None:
    """A mark that is all that stands above a constant is not taken for its text in silence."""
    lines = [f"    // {text}.\n    D{code} = {code};\n" for code, text in TEXTS.items()]
    lines[1] = f"    {mark}\n    D102 = 102;\n"
    found = sniff.sniff(Document("dock.java", OUTER.format("".join(lines))))
    assert found
    [problem] = found.reading.problems
    assert problem.line == 5
    texts = {row.code: row.message for row in found.reading.rows}
    assert texts.get("102", "") in {"", mark.removeprefix("// ")}
    assert "102" in problem.what


@pytest.mark.parametrize(
    "comment",
    [
        "// Deprecated API was called.",
        "// Obsolete tokens are refused",
        "/** The old token is deprecated. */",
        "// The {@link Gate} that is deprecated",
        "// See the deprecated dock",
    ],
)
def test_other_comments(comment: str) -> None:
    """What speaks of something deprecated, and not of the constant, is not asked about."""
    found = _read(_document(*JAVA, f"    {comment}\n"))
    assert found.reading.is_whole
    assert not any("deprecated" in row.columns for row in found.reading.rows)


def test_in_texts() -> None:
    """A message that speaks as a mark does is one."""
    entry = 'D{code}({code}, "{text}"),\n'.format
    said = {"101": "Deprecated: use another dock", "102": "@deprecated", "103": "The dock is lost"}
    lines = "".join(entry(code=code, text=text) for code, text in said.items())
    found = sniff.sniff(Document("dock.java", OUTER.format(lines)))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == said
