"""Codes in several languages and files: which rows are titles, which are beside them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from macros import atlas as whole
from macros.catalog import load as catalog
from macros.kinds import Kind
from macros.publish import published
from macros.review.notes import draft
from tests import tongues
from tests.tongues import BOTH, CHINESE, State, Text

if TYPE_CHECKING:
    from pathlib import Path

    from macros.catalog.model import Code
    from macros.review.model import Review


def _code(review: Review, printed: str) -> Code:
    return next(code for code in review.catalog.codes if code.code == printed)


@pytest.fixture
def review(tmp_path: Path) -> Review:
    """Return the review of a document in Chinese, and of a later one in English and Korean."""
    return tongues.atlas(tmp_path, CHINESE, BOTH).reviews["orbit"]


def test_titles_are_english(review: Review) -> None:
    """The rows are in English where it has the code, else in whatever language lists it."""
    said = {
        code.code: (
            code.language,
            code.messages,
            [(row.language, row.message) for row in code.twins],
        )
        for code in review.catalog.codes
    }
    assert said == {
        "101": ("en", ("Dock is busy",), [("ko", "부두를 사용할 수 없습니다")]),
        "102": ("en", ("No such ship",), [("ko", "선박을 찾을 수 없습니다")]),
        "103": ("en", ("Berth is too small",), []),
        "104": ("ko", ("닻이 없습니다",), []),
        "105": ("zh", ("泊位已被占用\uff0c请稍后再试",), []),
    }


def test_rows_of_each_revision(review: Review) -> None:
    """Each revision lists a code in its own languages; a code is current in any of them."""
    first, second = review.catalog.provider.revisions
    code = _code(review, "101")
    assert [row.language for row in code.all_rows(first)] == ["zh"]
    assert [row.language for row in code.rows(second)] == ["en"]
    assert [row.language for row in code.all_rows(second)] == ["en", "ko"]
    assert [code.status for code in review.catalog.codes] == [*["current"] * 4, "dropped"]
    assert [code.code for code in review.catalog.new] == ["103", "104"]


def test_no_language_in_common(review: Review) -> None:
    """Between revisions without a common language codes are added and dropped, and that is all."""
    assert [(change.code.code, change.computed) for change in review.changes] == [
        ("103", Kind.ADDED),
        ("104", Kind.ADDED),
        ("105", Kind.DROPPED),
    ]


def test_compared_within_a_language(tmp_path: Path) -> None:
    """Texts of one language are compared: those of titles, or the twin's that alone changed."""
    one = {"101": "Dock is busy", "102": "No ship", "103": "Berth", "104": "Anchor"}
    ko = {"101": "사용 중", "102": "배 없음", "103": "선석", "105": "닻"}
    before = State("2021-01-01", [Text(ko, "ko"), Text(one)])
    after = State(
        "2022-01-01",
        [
            Text(one | {"101": "Dock is taken by a ship"}),
            Text(ko | {"101": "이미 사용 중", "102": "배를 찾을 수 없음"}, "ko"),
        ],
    )
    last = State("2023-01-01", [Text(ko | {"101": "사용할 수 없음"}, "ko")])
    changes = tongues.atlas(tmp_path, before, after, last).reviews["orbit"].changes
    told = [
        (change.after.id, change.code.code, change.computed, change.language) for change in changes
    ]
    assert told == [
        ("2022-01-01", "101", Kind.REWORDED, "en"),
        ("2022-01-01", "102", Kind.REWORDED, "ko"),
        ("2023-01-01", "101", Kind.REWORDED, "ko"),
        ("2023-01-01", "102", Kind.REWORDED, "ko"),
        ("2023-01-01", "104", Kind.DROPPED, "en"),
    ]
    assert [row.message for row in changes[1].old] == ["배 없음"]


def test_a_note_on_a_twin(tmp_path: Path) -> None:
    """A note quotes the texts that are compared, whatever their language."""
    one = Text({"101": "Dock is busy"})
    states = [
        State("2021-01-01", [one, Text({"101": "사용 중"}, "ko")]),
        State("2022-01-01", [Text(one.rows), Text({"101": "사용할 수 없음"}, "ko")]),
    ]
    data = tongues.write(tmp_path, states)
    (change,) = whole.load(data).reviews["orbit"].changes
    note = draft(change).replace("why: …", "why: Said at more length.")
    note = note.replace("kind: …", "kind: reworded")
    (data / "orbit" / "notes.yml").write_text(f"changes:\n{note}", encoding="utf-8")
    (noted,) = whole.load(data).reviews["orbit"].changes
    assert noted.note
    assert noted.note.why == "Said at more length."


def test_parts_join(tmp_path: Path) -> None:
    """The parts of a revision are one document: rows in the order of files, then of lines."""
    parts = [
        Text({"101": "Dock is busy", "102": "No such ship"}),
        Text({"103": "Berth is too small", "101": "Dock is shut"}, file="a.md"),
    ]
    listed = tongues.atlas(tmp_path, State("2021-01-01", parts)).catalogs["orbit"]
    (code, *_) = listed.codes
    assert code.messages == ("Dock is busy", "Dock is shut")
    assert [(row.file, row.line) for row in code.last.rows] == [
        ("data/orbit/2021-01-01.md", 3),
        ("data/orbit/a.md", 4),
    ]
    assert [code.code for code in listed.codes] == ["101", "102", "103"]


def test_retracted(tmp_path: Path) -> None:
    """A retracted revision is part of a code's history, and changes nothing of what it is now."""
    review = tongues.atlas(
        tmp_path,
        State("2021-01-01", [Text({"101": "Dock is busy", "103": "Berth"})]),
        State(
            "2022-01-01",
            [Text({"101": "Dock is gone", "102": "No such ship"})],
            retracted="The page says so.",
        ),
        State("2023-01-01", [Text({"101": "Dock is busy"})]),
        State("2024-01-01", [Text({"104": "Wrong"})], retracted="It was taken down in a day."),
    ).reviews["orbit"]
    assert [
        (one.code.code, one.before.id, one.after.id, one.computed) for one in review.changes
    ] == [("103", "2021-01-01", "2023-01-01", Kind.DROPPED)]
    listed = review.catalog
    assert [(code.code, code.status, code.retracted, code.messages) for code in listed.codes] == [
        ("101", "current", False, ("Dock is busy",)),
        ("102", "dropped", True, ("No such ship",)),
        ("103", "dropped", False, ("Berth",)),
        ("104", "dropped", True, ("Wrong",)),
    ]
    assert [len(code.listings) for code in listed.codes] == [3, 1, 1, 1]
    assert listed.new == ()
    assert [code.code for code in listed.just_dropped] == ["103"]
    assert review.moves == ()


STATES = [
    CHINESE,
    BOTH,
    State("2022-01-01.2", [Text({"101": "Dock is busy now", "106": "Crane is down"})]),
    State("2023-01-01", [Text({"107": "Wrong"})], retracted="The page says so."),
    State(
        "2023-06-01",
        [Text({"101": "사용 중"}, "ko"), Text({"-101": "Dock is shut"}, file="part.md")],
    ),
]


def _told(folder: Path, states: list[State]) -> object:
    review = tongues.atlas(folder, *states).reviews["orbit"]
    return (
        [
            (code.place, code.url, code.row_url, code.status, code.messages, code.listings)
            for code in review.catalog.codes
        ],
        [(one.code.code, one.before.id, one.after.id, one.computed) for one in review.changes],
        [(one.says, [revision.id for revision in one.revisions]) for one in review.findings],
    )


@pytest.mark.parametrize("seed", range(6))
def test_taken_in_in_any_order(tmp_path: Path, seed: int) -> None:
    """Whatever the order of taking in, the catalog is the same, and no address is ever lost."""
    expected = _told(tmp_path / "at once", STATES)
    order = STATES[:]
    random.Random(seed).shuffle(order)  # noqa: S311 - nothing secret
    docs = tmp_path / "docs"
    docs.mkdir()
    held: list[State] = []
    folder = tmp_path / "one by one"
    folder.mkdir()
    promised: set[str] = set()
    for state in order:
        held = sorted([*held, state], key=STATES.index)
        if all(one.retracted for one in held):
            continue
        data = tongues.write(folder, held)
        atlas = whole.load(data)
        published.write(atlas, data, docs)
        lines = {*(data / "published.txt").read_text("utf-8").splitlines()}
        assert lines >= promised
        promised = lines
        assert list(published.problems(atlas, data, docs)) == []
    assert _told(folder, STATES) == expected
    assert len(catalog.load(folder / "data")["orbit"].codes) == 8
