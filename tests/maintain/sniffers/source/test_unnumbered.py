"""Enums without a number: whether their numbers or their names are the codes."""

from __future__ import annotations

import pytest

from macros.maintain import inside, replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

BUSY, GONE, LOST = "The dock is busy", "The ship is gone", "The cargo is lost"
TEXTS = (BUSY, GONE, LOST)
ABOVE = {
    "attribute.cs": ("public enum ErrorCode\n{\n", '    [Description("{text}")]\n    {name},\n'),
    "summary.cs": (
        "internal enum ErrorCode\n{\n",
        "    /// <summary>\n    /// {text}\n    /// </summary>\n    {name},\n",
    ),
    "block.ts": ("export enum ErrorCode {\n", "  /** {text} */\n  {name},\n"),
    "constant.ts": ("declare const enum ErrorCode {\n", "  // {text}\n  {name},\n"),
    "behind.mts": ("enum ErrorCode {\n", "  {name}, // {text}\n"),
    "remark.rs": ("pub enum ErrorCode {\n", "    /// {text}\n    {name},\n"),
}
NAMES = {
    "capitals": ("DOCK_BUSY", "SHIP_GONE", "CARGO_LOST"),
    "humps": ("DockBusy", "ShipGone", "CargoLost"),
    "words": ("Busy", "Gone", "Lost"),
}


def _text(name: str, names: tuple[str, ...]) -> str:
    head, entry = ABOVE[name]
    lines = (
        entry.replace("{name}", one).replace("{text}", text)
        for one, text in zip(names, TEXTS, strict=True)
    )
    return f"{head}{''.join(lines)}}}\n"


@pytest.mark.parametrize("name", ABOVE)
@pytest.mark.parametrize("kind", NAMES)
def test_number_or_name(name: str, kind: str) -> None:
    """It is asked which of the two the API sends; either answer leaves nothing over."""
    document = Document(name, _text(name, NAMES[kind]))
    found = sniff.sniff(document)
    assert found
    [doubt] = found.reading.problems
    first = NAMES[kind][0]
    assert doubt.what == (
        f'"{first}" and the other names of its enum have no number, and "0" to "2" are read, as'
        " the language counts them; an API can as well send the names."
    )
    assert document.text.split("\n")[doubt.line - 1].strip().startswith(first)
    line = frozenset({doubt.line})
    right = replies.applied(document, found.reading, Replies(as_read=line))
    assert right.is_whole
    assert [(row.code, row.message) for row in right.rows] == [
        ("0", BUSY),
        ("1", GONE),
        ("2", LOST),
    ]
    meant = replies.applied(document, found.reading, Replies(as_meant=line))
    assert meant.is_whole
    assert [(row.code, row.message) for row in meant.rows] == [
        *zip(NAMES[kind], TEXTS, strict=True)
    ]


@pytest.mark.parametrize("suffix", ["h", "hpp", "c", "m"])
def test_where_numbers_count(suffix: str) -> None:
    """In C and its kin a name is never sent: nothing is asked."""
    text = _text("behind.mts", NAMES["capitals"])
    found = sniff.sniff(Document(f"dock.{suffix}", text))
    assert found
    assert found.reading.is_whole
    assert [row.code for row in found.reading.rows] == ["0", "1", "2"]


@pytest.mark.parametrize("name", ABOVE)
def test_with_a_number(name: str) -> None:
    """Where one name has a number, the numbers count: nothing is asked."""
    names = NAMES["capitals"]
    text = _text(name, names).replace("DOCK_BUSY,", "DOCK_BUSY = 4001,")
    found = sniff.sniff(Document(name, text))
    assert found
    assert found.reading.is_whole
    assert [row.code for row in found.reading.rows] == ["4001", "4002", "4003"]


def test_one_of_two_enums() -> None:
    """Beside an enum with numbers, the block alone can be read by its names."""
    text = _text("summary.cs", NAMES["humps"]) + (
        "public enum GateCode\n{\n    /// <summary>Shut</summary>\n    GateShut = 101,\n}\n"
    )
    document = Document("dock.cs", text)
    found = sniff.sniff(document)
    assert found
    assert [one.line for one in found.reading.problems] == [6]
    result = inside.sniffed(document, ["ErrorCode"]).reading
    meant = replies.applied(document, result, Replies(as_meant=frozenset({6})))
    assert meant.is_whole
    assert [row.code for row in meant.rows] == [*NAMES["humps"]]
    assert meant.options["within"] == ["ErrorCode"]


def test_names_without_texts() -> None:
    """Where nothing but names says what codes mean, another document is asked for."""
    document = Document(
        "dock.cs", "public enum ErrorCode\n{\n    DockBusy,\n    Gone,\n    Lost,\n}\n"
    )
    found = sniff.sniff(document)
    assert found
    [told] = [one.do for one in found.reading.problems if "have no number" in one.what]
    assert told == (
        "If the API sends the numbers, say that it is right so; if it sends the names, find a"
        " document that says what they mean."
    )


SWIFT = """public enum DockCode: String, Codable {
    /// The dock is busy
    case dockBusy = "dock_busy"
    /// The ship is gone
    case gone
    /// The cargo is lost
    case cargoLost = "cargo_lost"
}
"""


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (SWIFT, ["dock_busy", "gone", "cargo_lost"]),
        (SWIFT.replace(' = "dock_busy"', ""), ["dockBusy", "gone", "cargo_lost"]),
        (
            SWIFT.replace(' = "dock_busy"', "").replace(' = "cargo_lost"', ""),
            ["dockBusy", "gone", "cargoLost"],
        ),
    ],
)
def test_texts_of_swift(text: str, codes: list[str]) -> None:
    """A name without a text is its own code, with the text above it; none is lost."""
    document = Document("dock.swift", text)
    found = sniff.sniff(document)
    assert found
    read = {row.code: row.message for row in found.reading.rows}
    assert read == dict(zip(codes, TEXTS, strict=True))
    lines = frozenset(one.line for one in found.reading.problems)
    assert replies.applied(document, found.reading, Replies(as_read=lines)).is_whole
