"""A file that would be JSON and has an error in it is refused as that, and not guessed at."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.maintain.sniffers.data import broken_json
from macros.readers.rows import Document

ITEMS = [f'{{"code": 10{one}, "message": "Berth {one} is taken"}}' for one in range(1, 5)]
WHOLE = f"[\n  {(chr(44) + chr(10) + '  ').join(ITEMS)}\n]\n"
BROKEN = {
    "no comma": (WHOLE.replace("},\n", "}\n", 1), 3, '"{" stands where a comma or "]" is expected'),
    "comma at the end": (WHOLE.replace("}\n]", "},\n]"), 6, '"]" stands where a value is'),
    "cut off": (WHOLE[:-20], 5, "a string is wrong"),
}


@pytest.mark.parametrize("file", ["docks.json", "docks.txt", "docks"])
@pytest.mark.parametrize("name", BROKEN)
def test_refused(name: str, file: str) -> None:
    """Nothing is guessed; the file, the line, the column and what is wrong there are named."""
    text, line, what = BROKEN[name]
    document = Document(file, text)
    assert sniff.sniff(document) is None
    said = sniff.nothing(document)
    assert said.startswith(f"{file}:{line}: this is not JSON: {what}")
    assert "(column " in said
    assert "--reader" in said


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("docks.json", WHOLE),
        ("docks.jsonl", "\n".join(ITEMS)),
        ("docks.txt", "\n".join(ITEMS)),
        ("docks.json", WHOLE.replace("[", "[ // all berths", 1)),
        ("docks.md", "[{code}] stands for a number.\n"),
        ("docks.js", WHOLE.replace("}\n]", "},\n]")),
    ],
)
def test_others(file: str, text: str) -> None:
    """JSON, one item in a line, JSON with comments and other formats are read as ever."""
    assert broken_json.problem(Document(file, text)) is None
