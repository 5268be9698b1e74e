"""Texts are followed from code to code within each language, and told with the language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros import atlas as whole
from macros.errors import ProblemsError
from macros.kinds import Kind
from macros.maintain import open_work
from macros.maintain.revision import outlook
from macros.publish import badges, wording
from macros.publish.api import findings
from tests import tongues
from tests.tongues import State, Text

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas

Document = dict[str, str]
LONG = "The harbour master refused the name of the ship"
ENGLISH: Document = {"0": "Docked", "101": "Wrong berth", "102": "Berth closed", "103": "No crew"}
KOREAN: Document = {"0": "정박", "101": "잘못된 선석", "102": "선석 폐쇄", "103": "선원 없음"}


def _swapped(texts: Document) -> Document:
    return {**texts, "101": texts["102"], "102": texts["101"]}


def _atlas(folder: Path, *revisions: tuple[Document | None, Document | None], tag: str) -> Atlas:
    """Return an atlas of revisions in English and in another language; None where it lacks one."""
    states = []
    for year, (english, other) in enumerate(revisions, start=2021):
        texts = [Text(english)] if english else []
        texts += [Text(other, tag)] if other else []
        states.append(State(f"{year}-01-01", texts))
    return tongues.atlas(folder, *states)


def _moves(atlas: Atlas) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    return [
        (one.old.code, one.new.code, one.languages, one.only_in)
        for one in atlas.reviews["orbit"].moves
    ]


def _changes(atlas: Atlas) -> dict[str, tuple[str, str]]:
    return {one.code.code: (one.kind.value, one.only_in) for one in atlas.reviews["orbit"].changes}


def test_in_the_translation_alone(tmp_path: Path) -> None:
    """Codes whose texts changed places in Korean alone are renumbered in Korean, and say so."""
    atlas = _atlas(tmp_path, (ENGLISH, KOREAN), (ENGLISH, _swapped(KOREAN)), tag="ko")
    assert _moves(atlas) == [
        ("101", "102", ("ko",), ("ko",)),
        ("102", "101", ("ko",), ("ko",)),
    ]
    assert _changes(atlas) == {"101": ("renumbered", "ko"), "102": ("renumbered", "ko")}
    review = atlas.reviews["orbit"]
    change, move = review.changes[0], review.moves[0]
    assert wording.kind(change) == "Renumbered in Korean"
    assert wording.said_of(change) == "Told by its Korean text alone. Not reviewed yet."
    went, came = (wording.moved(move, code) for code in (move.old, move.new))
    assert went.before == "What it said in Korean in 2021-01-01 seems to have moved to"
    assert went.after == ", which has the same words in 2022-01-01:"
    assert came.before == "Its Korean text seems to have come from"
    assert (went.text, went.language) == ("잘못된 선석", "ko")
    assert [badge.word for badge in badges.of(change.code, review)] == ["renumbered in Korean"]
    told = findings.Changes.of([review])
    assert (told.changes[0].only_in, told.moves[0].only_in) == ("ko", ["ko"])
    catalog = review.catalog
    lines = [*outlook.between(catalog, catalog.provider.latest, review.changes, review.moves)]
    assert "    101 (in Korean): 잘못된 선석 -> 선석 폐쇄" in lines
    assert "  text moved: 101 -> 102 (in Korean): 잘못된 선석" in lines


def test_in_the_first_language_alone(tmp_path: Path) -> None:
    """Codes whose texts changed places in English alone are renumbered in English, and say so."""
    atlas = _atlas(tmp_path, (ENGLISH, KOREAN), (_swapped(ENGLISH), KOREAN), tag="ko")
    assert _moves(atlas) == [
        ("101", "102", ("en",), ("en",)),
        ("102", "101", ("en",), ("en",)),
    ]
    assert _changes(atlas) == {"101": ("renumbered", "en"), "102": ("renumbered", "en")}


def test_in_both(tmp_path: Path) -> None:
    """Where the texts of all languages moved, a move is told once, and no language is named."""
    swapped = (_swapped(ENGLISH), _swapped(KOREAN))
    atlas = _atlas(tmp_path, (ENGLISH, KOREAN), swapped, tag="ko")
    assert _moves(atlas) == [("101", "102", ("en", "ko"), ()), ("102", "101", ("en", "ko"), ())]
    assert _changes(atlas) == {"101": ("renumbered", ""), "102": ("renumbered", "")}
    review = atlas.reviews["orbit"]
    assert wording.kind(review.changes[0]) == "Renumbered"
    told = findings.Changes.of([review])
    assert (told.changes[0].only_in, told.moves[0].only_in) == (None, [])


def test_a_short_text_goes_with_a_long_one(tmp_path: Path) -> None:
    """A text that is too short to be known again moved where that in another language did."""
    first = (
        {"0": "Docked", "101": LONG, "205": "Late"},
        {"0": "정박", "101": "거부", "205": "늦음"},
    )
    second = ({"0": "Docked", "101": "Wet", "205": LONG}, {"0": "정박", "101": "물", "205": "거부"})
    atlas = _atlas(tmp_path, first, second, tag="ko")
    assert _moves(atlas) == [("101", "205", ("en", "ko"), ())]
    assert _changes(atlas) == {"101": ("renumbered", ""), "205": ("renumbered", "")}


def test_a_short_text_that_was_there(tmp_path: Path) -> None:
    """A short text that the other code had before, in its language, came from nowhere."""
    first = (
        {"0": "Docked", "101": LONG, "205": "Late"},
        {"0": "정박", "101": "거부", "205": "거부"},
    )
    second = ({"0": "Docked", "101": "Wet", "205": LONG}, {"0": "정박", "101": "물", "205": "거부"})
    assert _moves(_atlas(tmp_path, first, second, tag="ko")) == [("101", "205", ("en",), ())]


SIGNS = "泊位名称与港口登记不一致"


@pytest.mark.parametrize(
    ("said", "says", "moved"),
    [
        (SIGNS, SIGNS, True),
        (SIGNS, f"{SIGNS}。", True),
        (SIGNS, SIGNS.replace("不一致", "一致"), False),
        ("泊位已关闭", "泊位已关闭", False),
    ],
)
def test_in_one_language_that_has_no_words(
    tmp_path: Path, said: str, says: str, *, moved: bool
) -> None:
    """A long text in Chinese is known again, where it went to and not a letter changed."""
    first, second = {"0": "已靠岸", "101": said}, {"0": "已靠岸", "205": says}
    atlas = _atlas(tmp_path, (None, first), (None, second), tag="zh")
    assert _moves(atlas) == ([("101", "205", ("zh",), ())] if moved else [])


def test_nearly_the_same_in_another_language(tmp_path: Path) -> None:
    """Nearly the same words are the same in English alone: `kurz` is no other word for `lang`."""
    first = {"0": "Fest", "101": "Der Name des Schiffs im Hafen ist zu lang"}
    second = {"0": "Fest", "205": "Der Name des Schiffs im Hafen ist zu kurz"}
    assert _moves(_atlas(tmp_path / "a", (None, first), (None, second), tag="de")) == []
    third = {"0": "Fest", "205": first["101"]}
    assert _moves(_atlas(tmp_path / "b", (None, first), (None, third), tag="de")) == [
        ("101", "205", ("de",), ())
    ]


def test_the_worst_is_told(tmp_path: Path) -> None:
    """Of a code that is reworded in English and renumbered in Korean the latter is told."""
    english = {**ENGLISH, "101": "The wrong berth", "102": "The berth is closed"}
    atlas = _atlas(tmp_path, (ENGLISH, KOREAN), (english, _swapped(KOREAN)), tag="ko")
    assert _changes(atlas) == {"101": ("renumbered", "ko"), "102": ("renumbered", "ko")}


def test_words_of_a_translation(tmp_path: Path) -> None:
    """A text that says it in other words in Korean alone says so; one in English as it ever did."""
    korean, english = {**KOREAN, "101": "선석이 틀렸습니다"}, {**ENGLISH, "103": "There is no crew"}
    atlas = _atlas(tmp_path, (ENGLISH, KOREAN), (english, korean), tag="ko")
    assert _changes(atlas) == {"101": ("reworded", "ko"), "103": ("reworded", "")}


NOTE = """\
  - code: "{}"
    from: "2021-01-01"
    to: "2022-01-01"
    old: {}
    new: {}
    kind: {}
"""


def _noted(folder: Path, english: Document, korean: Document, *notes: tuple[str, ...]) -> Atlas:
    _atlas(folder, (ENGLISH, KOREAN), (english, korean), tag="ko")
    text = "changes:\n" + "".join(NOTE.format(*note) for note in notes)
    (folder / "data/orbit/notes.yml").write_text(text, "utf-8")
    return whole.load(folder / "data")


def test_a_note_speaks_of_the_texts_that_it_quotes(tmp_path: Path) -> None:
    """A note on the English texts says nothing of Korean ones that tell of more harm; two may."""
    english = {**ENGLISH, "101": "The wrong berth"}
    said = ("101", "Wrong berth", "The wrong berth", "reworded")
    one = _noted(tmp_path / "a", english, _swapped(KOREAN), said)
    change = one.reviews["orbit"].changes[0]
    assert (change.kind, change.only_in, change.reviewed) == (Kind.RENUMBERED, "ko", False)
    moved = ("101", "잘못된 선석", "선석 폐쇄", "renumbered")
    both = _noted(tmp_path / "b", english, _swapped(KOREAN), said, moved)
    change = both.reviews["orbit"].changes[0]
    assert (change.kind, change.only_in, change.reviewed) == (Kind.RENUMBERED, "ko", True)
    words = {**KOREAN, "101": "선석이 틀렸습니다"}
    alike = _noted(tmp_path / "c", english, words, said).reviews["orbit"].changes[0]
    assert (alike.kind, alike.language, alike.reviewed) == (Kind.REWORDED, "en", True)
    with pytest.raises(ProblemsError, match="there are two notes"):
        _noted(tmp_path / "d", english, words, said, said)


def test_what_was_chosen(tmp_path: Path) -> None:
    """What was chosen for a code holds no more; that of another one is offered by titles alone."""
    for name, english, korean in (
        ("ko", ENGLISH, _swapped(KOREAN)),
        ("en", _swapped(ENGLISH), KOREAN),
    ):
        _atlas(tmp_path / name, (ENGLISH, KOREAN), (english, korean), tag="ko")
        path = tmp_path / name / "data/conditions.yml"
        text = path.read_text("utf-8").replace('orbit: "2022-01-01"', 'orbit: "2021-01-01"')
        path.write_text(text, "utf-8")
        atlas = whole.load(tmp_path / name / "data")
        assert {*atlas.conditions.unreviewed} == {"orbit/101/", "orbit/102/"}
        lines = [*open_work.told(atlas, "data")]
        offered = [line for line in lines if "had this text" in line]
        assert len(offered) == (0 if name == "ko" else 2)
        spoken = {"ko": "Korean", "en": "English"}[name]
        assert f"    Renumbered in {spoken}, 2021-01-01 to 2022-01-01." in lines
