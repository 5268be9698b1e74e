"""The search's index: words and messages as both sides take them, places in the order of codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from macros.publish import search_index

if TYPE_CHECKING:
    from macros.atlas import Atlas


@pytest.fixture(scope="module")
def index(golden: Atlas) -> dict[str, Any]:
    """Return the files of the index by address."""
    return {path: json.loads(content) for path, content in search_index.files(golden)}


WORDS = {
    "kf_account existed": ["kf_account", "kf", "account", "existed"],
    "templateTitle is_OK a1B": [
        "templatetitle",
        "template",
        "title",
        "is_ok",
        "is",
        "ok",
        "a1b",
        "a1",
        "b",
    ],
    "Dock, dock! DOCK": ["dock"],
    "__init__ 码 42": ["__init__", "码", "42"],
    "userÉtat \uff4b\uff45\uff59 to\u200bken": ["userétat", "user", "état", "key", "token"],
    "e1Üb ⅣX": ["e1üb", "e1", "üb", "ivx"],
}


@pytest.mark.parametrize("text", WORDS)
def test_words(text: str) -> None:
    """Words are in lower case and once; identifiers stand whole and in their parts."""
    assert search_index.split(text) == WORDS[text]


def test_messages(golden: Atlas, index: dict[str, Any]) -> None:
    """A whole message leads to the places of the codes that say it, whatever its punctuation."""
    assert search_index.message_hash("Dock is busy") == search_index.message_hash(
        "dock IS... busy!"
    )
    assert search_index.message_hash("Dock is busy") != search_index.message_hash("Dock is free")
    assert search_index.message_hash("") == 0x811C9DC5
    assert search_index.message_hash("a") == 0xE40C292C  # a value of FNV-1a's own tests
    shut = [place for place, code in enumerate(golden.codes) if "Dock is closed" in code.messages]
    assert index["search/messages/0.json"][str(search_index.message_hash("dock is closed"))] == shut
    assert len(shut) == 2


def test_codes(golden: Atlas, index: dict[str, Any]) -> None:
    """Codes stand by code set as printed, with the addresses that are not their own."""
    codes = index["search/codes.json"]
    assert [one["id"] for one in codes["codeSets"]] == ["api", "api", "mail"]
    mail = codes["codeSets"][2]
    assert mail == {
        "provider": "orbit",
        "id": "mail",
        "codes": "101 105 201 202",
        "addresses": {"101": "mail.101", "105": "mail.105"},
    }
    assert codes["providers"]["orbit"] == {
        "name": "Orbit",
        "product": "Orbit Docks",
        "names": ["orbit", "orbit docks", "orbit works", "orbit-docks", "orbital", "轨道"],
        "keys": [["code", "api", "integer"], ["state", "mail", "string"]],
        "success": ["0", "201"],
        "held": "2023-01-01, 2022-01-01 and 2021-01-01",
    }
    texts = index["search/codes/0.json"]
    assert len(texts) == len(golden.codes)
    place = next(place for place, code in enumerate(golden.codes) if code.url == "orbit/111/")
    assert texts[place] == [["Pier is old"], "dropped, last seen in 2021-01-01"]
    place = next(place for place, code in enumerate(golden.codes) if code.url == "orbit/112/")
    assert texts[place] == [
        ["The tariff of the ship ran out."],
        "not in the document",
        ["tariff unknown"],
    ]
    assert texts[0] == [["Harbour is full"], ""]


def test_others(index: dict[str, Any]) -> None:
    """What is not here stands with its marks and page; a sister names the provider beside it."""
    assert index["search/codes.json"]["others"] == [
        {
            "name": "Orbit Locks",
            "page": "https://orbit.example/locks/codes",
            "beside": "orbit",
            "words": ["orbit locks"],
            "places": [],
            "hosts": [],
            "keys": [],
        },
        {
            "name": "Comet & Tail",
            "page": "https://comet.example/codes",
            "beside": None,
            "words": ["comet", "彗星"],
            "places": ["kuiper"],
            "hosts": ["api.comet.example"],
            "keys": ["tailLength"],
        },
    ]


def test_conditions(golden: Atlas, index: dict[str, Any]) -> None:
    """Conditions lead to the codes that still stand for them, by all that people call them."""
    shut = next(one for one in index["search/conditions.json"] if one["names"][0] == "Dock shut")
    assert shut["names"] == ["Dock shut", "closed"]
    assert [golden.codes[place].url for place in shut["places"]] == [
        "orbit/101/",
        "orbit/-101/",
        "orbit/105/",
        "orbit/107/",
        "orbit/109/",
        "orbit/-301/",
        "orbit/mail.105/",
    ]


def test_many_codes(golden: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts are cut into files of so many codes, and messages into as many by their number."""
    monkeypatch.setattr(search_index, "CODES_A_FILE", 10)
    files = {path: json.loads(content) for path, content in search_index.files(golden)}
    count = -(-len(golden.codes) // 10)
    assert files["search/codes.json"]["codesAFile"] == 10
    assert files["search/codes.json"]["messageFiles"] == count
    texts = [files[f"search/codes/{number}.json"] for number in range(count)]
    assert [len(part) for part in texts[:-1]] == [10] * (count - 1)
    assert sum(map(len, texts)) == len(golden.codes)
    for number in range(count):
        hashes = map(int, files[f"search/messages/{number}.json"])
        assert {one % count for one in hashes} <= {number}


def test_words_in_the_index(golden: Atlas, index: dict[str, Any]) -> None:
    """A word leads to the places of the codes that have it; what nothing reads is left out."""
    words = index["search/words.json"]
    assert words["version"] == search_index.LUNR_VERSION
    assert words["fieldVectors"] == []
    inverted = {entry[0]: entry[1] for entry in words["invertedIndex"]}
    places = sorted(int(place) for place in inverted["harbour"]["text"])
    assert [golden.codes[place].url for place in places] == ["harbour/1/", "harbour/2/"]
