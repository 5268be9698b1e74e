# ruff: noqa: RUF001 - Chinese and Japanese pages have such colons
"""The day that a document says it is of."""

from __future__ import annotations

from datetime import date

import pytest

from macros.maintain.revision.days import own_day

MARCH = date(2026, 3, 14)
TABLE = "\n| Code | Meaning |\n|---|---|\n| 101 | Dock is shut |\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("It was last updated on 14 March 2026.", "It was last updated on 14 March 2026."),
        ("Docks for ships. This page was last updated on March 14, 2026", ""),
        ("_Last updated: 2026/03/14_", "Last updated: 2026/03/14"),
        ("**Last updated:** Mar 14th, 2026 at 10:30 UTC", ""),
        ("Last modified 2026-03-14T10:00:00Z", "Last modified 2026-03-14T10:00:00Z"),
        ("# Error codes as of 14 March 2026", "Error codes as of 14 March 2026"),
        ("Error codes (as of 2026-03-14)", "as of 2026-03-14"),
        ("Stand: 14.03.2026", "Stand: 14.03.2026"),
        ("Stand: 14. März 2026", "Stand: 14. März 2026"),
        ("Updated on 14.03.2026", "Updated on 14.03.2026"),
        ("更新时间：2026-03-14 10:00:00", "更新时间：2026-03-14 10:00:00"),
        ("更新时间：2026年3月14日", "更新时间：2026年3月14日"),
        ("最終更新: 2026年3月14日", "最終更新: 2026年3月14日"),
        ("最終更新日：2026/3/14", "最終更新日：2026/3/14"),
        ("2026年3月14日更新", "2026年3月14日更新"),
        ("최종 수정일: 2026년 3월 14일", "최종 수정일: 2026년 3월 14일"),
        ("Version 2.1, 2026-03-14", "Version 2.1, 2026-03-14"),
        ("© Moon Works · Last updated: 14 March 2026", "Last updated: 14 March 2026"),
        ("(Updated: 14 March 2026)", "Updated: 14 March 2026"),
        ("<!-- Updated: 2026-03-14 -->", "Updated: 2026-03-14"),
        ("<p>Moon Works</p><p>Updated: <b>2026-03-14</b></p>", "Updated: 2026-03-14"),
        ("Published: 2 May 2025\nLast updated: 14 March 2026", "Last updated: 14 March 2026"),
    ],
)
def test_a_day(line: str, said: str) -> None:
    """A sentence on the document itself tells its day, in the forms that people write."""
    found = own_day(f"# Errors\n\n{line}\n{TABLE}")
    assert found
    assert found[0] == MARCH
    assert found[1] == (said or found[1])


def test_german_days() -> None:
    """Beside a German word the day stands first; else 03.04.2026 may be two days."""
    assert own_day("Stand: 03.04.2026\n") == (date(2026, 4, 3), "Stand: 03.04.2026")
    assert own_day("Updated: 03.04.2026\n") is None


@pytest.mark.parametrize(
    "line",
    [
        "Last updated: 03/04/2026",
        "Last updated: 31 February 2026",
        "Last updated: March 2026",
        "| 2026-03-14 | Updated 101 |",
        "| Updated | 2026-03-14 |",
        "<tr><td>Updated</td><td>2026-03-14</td></tr>",
        "- 2026-03-14: updated the list",
        "As of 14 March 2026, 101 is not sent any more.",
        "101 is deprecated as of 14 March 2026.",
        "The code 101 was updated on 14 March 2026.",
        "The docks close on 14 March 2026.",
        "101 (updated on 14 March 2026)",
        "## DockShut - updated 14 March 2026",
        "101, Dock is shut, updated 2026-03-14",
        "101 Dock is shut. Updated 2026-03-14",
        '    "updated": "2026-03-14",',
        "- code: 101\n  updated: 2026-03-14",
        "Updated: 2026-03-14\nUpdated: 2026-03-15",
    ],
)
def test_no_day(line: str) -> None:
    """What may be another day, or the day of something else, is not taken."""
    assert own_day(f"# Errors\n\n{line}\n{TABLE}") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{\n  "updated": "2026-03-14",\n  "errors": []\n}', "updated: 2026-03-14"),
        ('{"meta":{"lastUpdated":"2026-03-14"},"errors":[]}', "lastUpdated: 2026-03-14"),
        ('{"last_updated": "2026-03-14T08:00:00Z"}', "last_updated: 2026-03-14T08:00:00Z"),
        ('{"errors": [{"code": 101, "updated": "2026-03-14"}]}', ""),
        ('[\n{"code": 101,\n"updated": "2026-03-14"\n}]', ""),
    ],
)
def test_json(text: str, said: str) -> None:
    """The head of JSON tells it, quoted without its marks; an entry tells of itself alone."""
    assert own_day(text) == ((MARCH, said) if said else None)
