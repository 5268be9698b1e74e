"""Texts that went to another code: told where nothing else is as near, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.review import moves
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

LONG = "The harbour master refused the name of the ship"
NEAR = "When the name of a ship was refused by the harbour master"


def _moves(folder: Path, *documents: dict[str, str]) -> list[tuple[str, str, str, bool]]:
    """Return the moves as old code, new code, later revision and whether no letter changed."""
    texts = [
        invented.TABLE + "".join(f"| {code} | {text} |\n" for code, text in document.items())
        for document in documents
    ]
    data = invented.write(folder, *texts)
    return [
        (one.old.code, one.new.code, one.after.id, one.exact)
        for one in moves.find(catalog.load(data)["orbit"])
    ]


def test_of_a_dropped_code(tmp_path: Path) -> None:
    """The text of a dropped code that a new code has nearly, in the very next revision."""
    first = {"0": "Docked", "101": LONG}
    second = {"0": "Docked", "-205": NEAR}
    assert _moves(tmp_path, first, second, second) == [("101", "-205", "2022-01-01", False)]


def test_of_a_changed_code(tmp_path: Path) -> None:
    """The text of a code that means something else now, of which not a letter changed."""
    first = {"0": "Docked", "101": LONG}
    third = {"0": "Docked", "101": "Tow it away", "205": LONG}
    assert _moves(tmp_path, first, first, third) == [("101", "205", "2023-01-01", True)]


def test_of_a_code_that_cannot_be_read(tmp_path: Path) -> None:
    """A code that is listed, and cannot be read, has lost no text that anybody knows of."""
    listed = {"0": "Docked", "101": "?", "205": LONG}
    texts = [
        invented.TABLE + "".join(f"| {code} | {text} |\n" for code, text in document.items())
        for document in ({"0": "Docked", "101": LONG}, listed)
    ]
    data = invented.write(tmp_path, *texts)
    provider = data / "orbit/provider.yml"
    more = "      ignore: ['101 \\| .*']\n      unreadable: ['101']\n"
    provider.write_text(provider.read_text("utf-8").rstrip("\n") + f"\n{more}", "utf-8")
    assert not list(moves.find(catalog.load(data)["orbit"]))


def test_to_a_code_of_old(tmp_path: Path) -> None:
    """The text of a dropped code that a code has which had another one before."""
    first = {"101": LONG, "102": "Tow it away"}
    assert _moves(tmp_path, first, {"102": LONG}) == [("101", "102", "2022-01-01", True)]


def test_texts(tmp_path: Path) -> None:
    """A move has both texts as the documents have them."""
    document = invented.TABLE + f"| 101 | {LONG} |\n"
    later = invented.TABLE + f"| 102 | {NEAR} |\n"
    (move,) = moves.find(catalog.load(invented.write(tmp_path, document, later))["orbit"])
    assert (move.said, move.says) == (LONG, NEAR)
    assert (move.before.id, move.after.id) == ("2021-01-01", "2022-01-01")


# first, second and third revision, in which no text moved
NONE: dict[str, tuple[dict[str, str], ...]] = {
    "a short text": ({"101": "Invalid user name"}, {"102": "Invalid user name"}, {"1": "A"}),
    "small words do not count": (
        {"101": "It is not in the list of it"},
        {"102": "It is not in the list of it"},
        {"1": "A"},
    ),
    "it still stands there": ({"101": LONG}, {"101": LONG, "102": LONG}, {"101": LONG}),
    "it nearly stands there": ({"101": LONG}, {"101": f"{LONG} twice", "102": LONG}, {"1": "A"}),
    "two new codes are as near": ({"101": LONG}, {"102": NEAR, "103": NEAR}, {"1": "A"}),
    "two old codes are as near": ({"101": LONG, "102": LONG}, {"103": LONG}, {"1": "A"}),
    "the other code had it before": (
        {"101": LONG, "102": f"{LONG} twice"},
        {"102": LONG},
        {"102": LONG},
    ),
    "an old code says it too": ({"101": LONG, "102": NEAR}, {"102": NEAR, "103": NEAR}, {"1": "A"}),
    "a revision lies between": ({"101": LONG}, {"1": "A"}, {"102": LONG}),
    "another number": (
        {"101": "The name of the ship has up to 20 signs"},
        {"102": "The name of the ship has up to 30 signs"},
        {"1": "A"},
    ),
    "the opposite": (
        {"101": "The harbour takes ships without sails"},
        {"102": "The harbour takes ships with sails"},
        {"1": "A"},
    ),
    "a doesn't": (
        {"101": "The harbour master knows this ship"},
        {"102": "The harbour master doesn't know this ship"},
        {"1": "A"},
    ),
    "opposites": (
        {"101": "The name of the ship in the harbour is too long"},
        {"102": "The name of the ship in the harbour is too short"},
        {"1": "A"},
    ),
    "before and after": (
        {"101": "The trip must begin before the harbour closes"},
        {"102": "The trip must begin after the harbour closes"},
        {"1": "A"},
    ),
    "another property": (
        {"101": "The name of the harbour pilot is missing"},
        {"102": "The number of the harbour pilot is missing"},
        {"1": "A"},
    ),
    "another thing": (
        {"101": "The broken cabin is already taken by another vessel"},
        {"102": "The broken berth is already taken by another vessel"},
        {"1": "A"},
    ),
    "a number in words": (
        {"101": "The harbour master takes five ships"},
        {"102": "The harbour master takes nine ships"},
        {"1": "A"},
    ),
    "a prefix that turns it round": (
        {"101": "The harbour papers of the ship are valid"},
        {"102": "The harbour papers of the ship are invalid"},
        {"1": "A"},
    ),
    "unable": (
        {"101": "Unable to tow the ship out of the harbour today"},
        {"102": "Able to tow the ship out of the harbour today"},
        {"1": "A"},
    ),
    "who did it to whom": (
        {"101": "The pilot cannot leave the captain in the harbour"},
        {"102": "The captain cannot leave the pilot in the harbour"},
        {"1": "A"},
    ),
    "a hyphen of its own text is gone": (
        {"101": "Invalid sub-menu button type"},
        {"101": "Invalid button type in submenu", "102": "Invalid sub-button type"},
        {"1": "A"},
    ),
    "too little in common": (
        {"101": LONG},
        {"102": "The harbour master refused the pilot's cargo, name, crew and ship papers"},
        {"1": "A"},
    ),
}


@pytest.mark.parametrize("name", NONE)
def test_no_move(tmp_path: Path, name: str) -> None:
    """What could be chance, or leaves it open where the text went, is told of nobody."""
    assert _moves(tmp_path, *NONE[name]) == []


def test_the_nearest(tmp_path: Path) -> None:
    """Of several that are near the nearest has it, on either side."""
    second = {"102": f"{LONG} twice", "103": LONG}
    assert _moves(tmp_path / "a", {"101": LONG}, second) == [("101", "103", "2022-01-01", True)]
    first = {"101": LONG, "102": f"{LONG} twice"}
    assert _moves(tmp_path / "b", first, {"103": LONG}) == [("101", "103", "2022-01-01", True)]


def test_other_words_beside(tmp_path: Path) -> None:
    """Words that only one of both texts has do not hide what they have in common."""
    first = {"101": "The harbour master refused the old and rusty name of the ship"}
    second = {"102": "The harbour master refused the name of the ship"}
    assert _moves(tmp_path / "a", first, second) == [("101", "102", "2022-01-01", False)]
    assert _moves(tmp_path / "b", {"101": LONG}, {"102": first["101"]}) == [
        ("101", "102", "2022-01-01", False)
    ]


def test_opposites_in_both(tmp_path: Path) -> None:
    """Words that exclude each other are no difference where both texts have them."""
    first = {"101": "The harbour opens before the last ship and closes after the first ship"}
    second = {"102": "Opens before the last ship, closes after the first ship: harbour"}
    assert _moves(tmp_path, first, second) == [("101", "102", "2022-01-01", False)]


def test_the_same_number(tmp_path: Path) -> None:
    """A thousands mark makes no other number."""
    first = {"101": "The name of the ship has up to 1,000 signs"}
    second = {"102": "The name of the ship has up to 1000 signs"}
    assert _moves(tmp_path, first, second) == [("101", "102", "2022-01-01", False)]


def test_many_that_are_alike(tmp_path: Path) -> None:
    """Among many texts of the same words each one is found by the word that it has alone."""
    first = {str(code): f"The dock of ship {code} is occupied" for code in range(1000, 1200)}
    second = {str(code + 1000): f"Dock of ship {code} was occupied" for code in range(1000, 1200)}
    assert _moves(tmp_path, first | {"101": "A"}, second | {"101": "A"}) == [
        (str(code), str(code + 1000), "2022-01-01", False) for code in range(1000, 1200)
    ]


def test_within_a_code_set(tmp_path: Path) -> None:
    """A text of another code set is another situation, though its words are the same."""
    documents = (f"| 101 | {LONG} |\n", f"| 102 | {LONG} |\n")
    data = invented.write(tmp_path, *(invented.TABLE + document for document in documents))
    held = catalog.load(data)["orbit"]
    (api,) = held.provider.code_sets
    mail = api.model_copy(update={"id": "mail"})
    provider = held.provider.model_copy(update={"code_sets": [api, mail]})
    codes = tuple(
        replace(code, code_set=mail) if code.code == "102" else code for code in held.codes
    )
    assert len(moves.find(held)) == 1
    assert moves.find(replace(held, provider=provider, codes=codes)) == ()
    both = tuple(replace(code, code_set=mail) for code in held.codes)
    assert len(moves.find(replace(held, provider=provider, codes=both))) == 1
