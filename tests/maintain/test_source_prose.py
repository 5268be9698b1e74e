"""Lines of source code that list no codes, though they have numbers: types and settings."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

ENUM = """{}
public enum Fault {{
    DOCK_BUSY(10001, "Dock is busy"),
    DOCK_GONE(10002, "Dock is gone"),
    CRANE_LOST(10003, "Crane is lost");
}}
"""


@pytest.mark.parametrize(
    "line",
    [
        "private static final int MAX_RETRIES = 3;",
        "public static final long TIMEOUT_MS = 1500L;",
        "const MAX_BLOCK_SIZE: usize = 4_000_000;",
        "fn code(self) -> u16;",
        "typedef int32_t fault_t;",
    ],
)
def test_no_codes(line: str) -> None:
    """A setting of another form than the codes, or the name of a type, is passed over."""
    found = sniff.sniff(Document("Fault.java", ENUM.format(line)))
    assert found
    assert found.reading.is_whole
    assert [row.code for row in found.reading.rows] == ["10001", "10002", "10003"]


@pytest.mark.parametrize(
    "line",
    [
        "private static final int CACHE_TTL = 36000;",
        "private static final int PIER = 70007;",
        "private static final int BUSY = 10009;",
    ],
)
def test_perhaps_a_code(line: str) -> None:
    """A setting of the codes' form, or a constant that is called otherwise, is asked about."""
    found = sniff.sniff(Document("Fault.java", ENUM.format(line)))
    assert found
    assert [one.line for one in found.reading.problems] == [1]


def test_a_setting_that_looks_like_a_code() -> None:
    """Settings whose number has the form of the codes are asked about, each line of them."""
    setting = "private static final int MAX_RETRIES = 99999;"
    text = ENUM.format(setting) + f"class Other {{\n    {setting}\n}}\n"
    found = sniff.sniff(Document("Fault.java", text))
    assert found
    assert [one.line for one in found.reading.problems] == [1, 8]
    for one in found.reading.problems:
        assert one.what == (
            f'"{setting}" is neither a code with its message nor a heading without a code.'
        )
        assert one.ways.none == {"prose": (setting,)}
