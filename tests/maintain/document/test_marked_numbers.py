"""Keys that are numbers, in one map with marks around them and without: all of them are read."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

TEXTS = ("The dock is busy", "The ship's gone", "The cargo is lost", "The pier is closed")
MAPS = {
    "dock.php": ("<?php\nreturn [\n", "  {key} => {text},\n", "];\n"),
    "dock.rb": ("ERRORS = {{\n", "  {key} => {text},\n", "}}\n"),
    "dock.lua": ("local errors = {{\n", "  [{key}] = {text},\n", "}}\n"),
    "dock.js": ("const errors = {{\n", "  {key}: {text},\n", "}};\n"),
    "docks.php": ("<?php\nreturn [\n", "  ['code' => {key}, 'text' => {text}],\n", "];\n"),
}
KEYS = {
    "one_bare": ("'-1'", "'-2'", "'-3'", "126"),
    "one_marked": ("4001", "4002", "4003", '"-126"'),
    "both_marks": ("'4001'", '"4002"', "'4003'", "4004"),
    "half": ("4001", "'4002'", "4003", "'4004'"),
    "hexadecimal": ("0x1F", "0x2A", "'0x3B'", "4001"),
}


def _codes(name: str, keys: tuple[str, ...]) -> dict[str, str]:
    before, entry, after = (one.replace("{{", "{").replace("}}", "}") for one in MAPS[name])
    lines = (
        entry.replace("{key}", key).replace("{text}", f'"{text}"')
        for key, text in zip(keys, TEXTS, strict=True)
    )
    found = sniff.sniff(Document(name, f"{before}{''.join(lines)}{after}"))
    assert found
    assert found.reading.is_whole, found.reading.problems
    return {row.code: row.message for row in found.reading.rows}


@pytest.mark.parametrize("name", MAPS)
@pytest.mark.parametrize("keys", KEYS.values(), ids=KEYS)
def test_all_are_read(name: str, keys: tuple[str, ...]) -> None:
    """A number is a code with marks around it or without, and its text is that of its line."""
    assert _codes(name, keys) == dict(zip([key.strip("\"'") for key in keys], TEXTS, strict=True))


def test_marked_alone() -> None:
    """Where all have marks, they stay texts: none of them can be bare in a later version."""
    found = sniff.sniff(
        Document(
            "dock.php",
            "<?php\n"
            + "".join(
                f"  '{code}' => '{text}',\n"
                for code, text in enumerate(("Busy now", "All gone", "Lost it"))
            ),
        )
    )
    assert found
    assert [row.code for row in found.reading.rows] == ["0", "1", "2"]
    assert "[\"'](?P<code>" in found.reading.options["entry"]
