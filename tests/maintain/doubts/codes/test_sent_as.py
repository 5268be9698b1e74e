"""Constants that are sent as something else: what is asked, and what the replies read."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

SAID = ("Dock is busy", "Gate is shut", "Crane is lost", "No tug is free")
NAMES = ("Busy", "Shut", "Lost", "Free")


def _read(name: str, entry: str) -> tuple[Document, sniff.Sniffed]:
    listed = "".join(
        entry.replace("SENT", f"E{101 + at}")
        .replace("NUMBER", str(at + 1))
        .replace("NAME", NAMES[at])
        .replace("TEXT", text)
        for at, text in enumerate(SAID)
    )
    document = Document(name, f"public enum DockError {{\n{listed}}}\n")
    found = sniff.sniff(document)
    assert found
    return document, found


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("x.cs", '    [EnumMember(Value = "SENT")]\n    NAME = NUMBER, // TEXT\n'),
        ("x.rs", '    #[serde(rename = "SENT")]\n    NAME = NUMBER, // TEXT\n'),
        ("x.java", '    @JsonProperty("SENT")\n    NAME(NUMBER, "TEXT"),\n'),
        ("x.kt", '    @SerialName("SENT")\n    NAME(NUMBER, "TEXT"),\n'),
    ],
)
def test_sent(name: str, entry: str) -> None:
    """What a constant is sent as is asked about once: the number is the code, or that is."""
    document, found = _read(name, entry)
    doubt = next(one for one in found.reading.problems if "is sent as" in one.what)
    assert doubt.what.startswith(
        '"E101" is what the constant of "1" is sent as, by the attribute above it (line 3, 5, 7, 9)'
    )
    lines = frozenset(one.line for one in found.reading.problems) - {doubt.line}
    given = Replies(as_read=frozenset({doubt.line}), no_codes=lines)
    read = replies.applied(document, found.reading, given)
    assert read.is_whole
    assert [(row.code, row.message) for row in read.rows] == [
        (str(at), text) for at, text in enumerate(SAID, start=1)
    ]
    given = Replies(as_meant=frozenset({doubt.line}))
    meant = replies.applied(document, found.reading, given)
    assert meant.is_whole
    assert [(row.code, row.message, row.columns["number"]) for row in meant.rows] == [
        (f"E{100 + at}", text, str(at)) for at, text in enumerate(SAID, start=1)
    ]


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("x.cs", '    [EnumMember(Value = "NAME")]\n    NAME = NUMBER, // TEXT\n'),
        ("x.cs", '    [EnumMember(Value = "NUMBER")]\n    NAME = NUMBER, // TEXT\n'),
        ("x.java", '    @Deprecated("SENT")\n    NAME(NUMBER, "TEXT"),\n'),
        ("x.cs", '    [Description("TEXT")]\n    NAME = NUMBER,\n'),
    ],
)
def test_near_misses(name: str, entry: str) -> None:
    """A name, the number itself, and other attributes say nothing of another code."""
    _, found = _read(name, entry)
    assert len(found.reading.rows) == len(SAID)
    assert not [one for one in found.reading.problems if "is sent as" in one.what]
