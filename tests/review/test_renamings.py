"""Words that many texts have others for: which, in which codes, and what is no renaming."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.review import load as review
from macros.review import renamings
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

SHIPS = ("{} is lost", "No berth for a {} of that size", "Too late for the {} and its crew")
PAIRS = [
    ("dock pass", "permit", {"dock pass": "permit"}),
    ("dock_pass", "shipId", {"dock_pass": "shipId"}),
    ("outer ship", "inner ship", {"outer": "inner"}),
    ("app-key", "secret", {"app-key": "secret"}),
    ("rope", "mooring rope", {"rope": "mooring rope"}),
    ("mooring rope", "rope", {"mooring rope": "rope"}),
]


def _found(folder: Path, texts: list[tuple[str, str]]) -> list[tuple[dict[str, str], list[str]]]:
    documents = [
        invented.TABLE
        + "".join(f"| {code} | {text[place]} |\n" for code, text in enumerate(texts, start=101))
        for place in (0, 1)
    ]
    data = invented.write(folder, *documents)
    changes = review.load(data, catalog.load(data))["orbit"].changes
    found = renamings.find(changes)
    return [(one.words, [change.code.code for change in one.changes]) for one in found]


@pytest.mark.parametrize(("old", "new", "words"), PAIRS)
def test_one_thing(tmp_path: Path, old: str, new: str, words: dict[str, str]) -> None:
    """What took the place of the same words in several texts is found, with all their codes."""
    texts = [(text.format(old), text.format(new)) for text in SHIPS]
    texts += [("The mast is old", "The mast is of old wood"), ("Fog", "Fog")]
    assert _found(tmp_path, texts) == [(words, ["101", "102", "103"])]


def test_articles_and_several_things(tmp_path: Path) -> None:
    """An article goes with its word, and a text in which two things were renamed has both."""
    texts = [
        ("An oar of wood is lost", "A paddle of wood is lost"),
        ("Every oar of wood is lost", "Every paddle of wood is lost"),
        ("Your oar was not found there", "Your paddle was not found there"),
        ("This oar is broken", "This paddle is broken"),
        ("The buoy of red wood is lost", "The beacon of red wood is lost"),
        ("Your buoy was not found there", "Your beacon was not found there"),
        ("This buoy is broken", "This beacon is broken"),
        ("The buoy has lost its oar", "The beacon has lost its paddle"),
        ("The buoy has lost its oar twice", "The beacon has lost its paddle at sea"),
    ]
    ((words, codes),) = _found(tmp_path, texts)
    assert words == {"oar": "paddle", "buoy": "beacon", "An oar": "A paddle"}
    assert codes == [str(code) for code in range(101, 109)]


def test_two_ways(tmp_path: Path) -> None:
    """Words that others took the place of in one half of the texts, and others in the other."""
    texts = [(text.format("rope"), text.format("hawser")) for text in SHIPS]
    texts += [(f"Now {a}", f"Now {b}") for a, b in texts]
    texts += [(text.format("rope"), text.format("cable")) for text in SHIPS]
    assert _found(tmp_path, texts) == [
        ({"rope": "hawser"}, ["101", "102", "103", "104", "105", "106"]),
        ({"rope": "cable"}, ["107", "108", "109"]),
    ]


@pytest.mark.parametrize(
    "texts",
    [
        [
            ("访问令牌无效", "凭证无效"),
            ("缺少访问令牌参数", "缺少凭证参数"),
            ("访问令牌已过期", "凭证已过期"),
        ],
        [("令牌无效", "凭证无效"), ("缺少令牌", "缺少凭证"), ("令牌已过期", "凭证已过期")],
    ],
)
def test_words_that_nothing_parts(tmp_path: Path, texts: list[tuple[str, str]]) -> None:
    """In scripts that do not part words the signs that changed are the words."""
    ((words, codes),) = _found(tmp_path, texts)
    old = texts[0][0].removesuffix("无效")
    assert (words, codes) == ({old: "凭证"}, ["101", "102", "103"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("5 tugs", "7 tugs"),
        ("rope", "rope not yours"),
        ("first rope", "last rope"),
        ("Rope", "ROPE"),
    ],
)
def test_no_renaming(tmp_path: Path, old: str, new: str) -> None:
    """A number, a "not", an opposite and another case are no name of a thing."""
    assert _found(tmp_path, [(text.format(old), text.format(new)) for text in SHIPS]) == []


def test_too_few(tmp_path: Path) -> None:
    """Two texts are read one by one, as is a text that says more besides."""
    texts = [(text.format("rope"), text.format("hawser")) for text in SHIPS[:2]]
    texts += [("The rope is wet", "The hawser is wet and torn"), ("A rope", "A hawser, a knot")]
    assert _found(tmp_path, texts) == []
