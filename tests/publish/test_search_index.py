"""The search's index: words and messages as both sides take them, places in the order of codes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import lunr
import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import atlas as whole
from macros import texts
from macros.publish import answer, search_index
from macros.publish.entry import entry_of
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas


@pytest.fixture(scope="module")
def index(golden: Atlas) -> dict[str, Any]:
    """Return the files of the index by address, without the folder of the build."""
    return _read(golden)


def _read(atlas: Atlas) -> dict[str, Any]:
    files = {path: json.loads(content) for path, content in search_index.files(atlas)}
    build = files["search/codes.json"]["build"]
    return {path.replace(f"/{build}/", "/"): content for path, content in files.items()}


# Where codes stand in bodies: a key of many counts more in its object, `ret` in no other.
KEYS = [
    {"key": "code", "parents": ["items"], "only": False, "codeSet": "api", "type": "integer"},
    {"key": "ret", "parents": ["mast"], "only": True, "codeSet": "api", "type": "integer"},
    {"key": "dockCode", "parents": [], "only": False, "codeSet": "api", "type": "integer"},
    {"key": "state", "parents": [], "only": False, "codeSet": "mail", "type": "string"},
]


def test_plain_words() -> None:
    """Messages are compared by their words alone; another script begins another word."""
    assert search_index.plain_words("  Dock_IS... busy!") == ["dock", "is", "busy"]
    assert search_index.plain_words("\uff22usy\u7801err7") == ["busy", "\u7801", "err7"]
    assert search_index.plain_words("?!") == []


def test_beginning() -> None:
    """A message is looked up by three words at most, none of which varies."""
    assert search_index.beginning("The dock of a tug") == ["the", "dock", "of"]
    assert search_index.beginning("The {ship} is late") == ["the"]
    assert search_index.beginning("{ship}, dock is shut") == ["dock", "is", "shut"]
    assert search_index.beginning("{ship}") == []


def test_messages(golden: Atlas, index: dict[str, Any]) -> None:
    """How a message begins leads to the places of the codes that have such messages."""
    assert search_index.words_hash([]) == 0x811C9DC5
    assert search_index.words_hash(["a"]) == 0xE40C292C  # a value of FNV-1a's own tests
    begun = search_index.words_hash(["dock", "is", "closed"])
    shut = [place for place, code in enumerate(golden.codes) if "Dock is closed" in code.messages]
    assert index["search/messages/0.json"][str(begun)] == shut
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
        "keys": KEYS,
        "beside": ["crewsize", "text"],
        "success": ["0", "201"],
        "held": "documents of 2023-01-01, 2022-01-01 and 2021-01-01",
        "official": golden.catalogs["orbit"].provider.official.url,
    }
    texts = index["search/codes/0.json"]
    assert len(texts) == len(golden.codes)
    place = next(place for place, code in enumerate(golden.codes) if code.url == "orbit/111/")
    assert texts[place][:2] == [["Pier is old"], "dropped, last seen in 2021-01-01"]
    place = next(place for place, code in enumerate(golden.codes) if code.url == "orbit/112/")
    message, note, verdict, sent = texts[place]
    assert (message, note) == (
        ["The tariff of the ship ran out."],
        "not in the document; see its sources",
    )
    assert isinstance(verdict, int)
    assert sent == ["tariff unknown"]
    assert texts[0][:2] == [["Harbuor is full"], ""]


def test_verdicts(golden: Atlas, index: dict[str, Any]) -> None:
    """Each code has the number of what its page tells to do; what many have stands once."""
    codes = index["search/codes.json"]
    verdicts = [(*codes["advice"][advice], condition) for advice, condition in codes["verdicts"]]
    assert len(set(verdicts)) == len(verdicts)
    assert len({tuple(one) for one in codes["advice"]}) == len(codes["advice"]) < len(verdicts)
    numbers = [said[2] for said in index["search/codes/0.json"]]
    assert len(numbers) == len(golden.codes)
    # The usual ones have the shortest numbers.
    counts = [numbers.count(number) for number in range(len(verdicts))]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] > 0
    told = {code.url: verdicts[number] for code, number in zip(golden.codes, numbers, strict=True)}
    several = [code for code in golden.codes if entry_of(golden, code).meanings]
    assert several
    for code in golden.codes:
        entry = entry_of(golden, code)
        retry, advice, condition = told[code.url]
        assert retry == entry.verdict.retry
        said = f"{condition}: {advice[0].lower()}{advice[1:]}"
        assert said == answer.ticket(entry.verdict, several=code in several)
        assert condition == "If you cannot tell which" or code not in several


def test_synonyms(tmp_path: Path) -> None:
    """What is said stands as the search compares it, without spaces, with what it means."""
    data = invented.write(tmp_path)
    text = "synonyms:\n  - {means: [dock], said: [船坞, 배 대는 곳]}\n"
    (data / "synonyms.yml").write_text(text, encoding="utf-8")
    files = _read(whole.load(data))
    assert files["search/synonyms.json"] == [{"means": ["dock"], "said": ["船坞", "배대는곳"]}]


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
    files = _read(golden)
    count = -(-len(golden.codes) // 10)
    assert files["search/codes.json"]["codesAFile"] == 10
    assert files["search/codes.json"]["messageFiles"] == count
    texts = [files[f"search/codes/{number}.json"] for number in range(count)]
    assert [len(part) for part in texts[:-1]] == [10] * (count - 1)
    assert sum(map(len, texts)) == len(golden.codes)
    for code in golden.codes:
        begun = search_index.beginning(code.meanings[0])
        number = search_index.words_hash(begun[:1]) % count
        place = golden.codes.index(code)
        hashed = str(search_index.words_hash(begun))
        assert place in files[f"search/messages/{number}.json"][hashed]


def test_builds(golden: Atlas, tmp_path: Path) -> None:
    """What refers to places lies in a folder that is another as soon as any of it is."""
    paths = [path for path, _ in search_index.files(golden)]
    build = json.loads(dict(search_index.files(golden))["search/codes.json"])["build"]
    assert re.fullmatch("[0-9a-f]{12}", build)
    assert paths == [
        "search/codes.json",
        f"search/{build}/codes/0.json",
        f"search/{build}/messages/0.json",
        f"search/{build}/words.json",
        f"search/{build}/conditions.json",
        f"search/{build}/synonyms.json",
    ]
    # The same codes with the same messages in lower case; one code more.
    documents = [invented.DOCUMENT, invented.DOCUMENT.replace("Docked", "docked")]
    documents.append(invented.DOCUMENT.replace("| 0 |", "| 9 | New |\n| 0 |"))
    builds = [
        _read(whole.load(invented.write(tmp_path / str(number), document)))["search/codes.json"][
            "build"
        ]
        for number, document in enumerate([*documents, documents[0]])
    ]
    assert len(set(builds)) == len(documents)
    assert builds[-1] == builds[0]


def test_words_in_the_index(golden: Atlas, index: dict[str, Any]) -> None:
    """A word leads to the places of the codes that have it; what nothing reads is left out."""
    words = index["search/words.json"]
    assert words["version"] == search_index.LUNR_VERSION
    assert words["fieldVectors"] == []
    inverted = {entry[0]: entry[1] for entry in words["invertedIndex"]}
    places = sorted(int(place) for place in inverted["harbuor"]["text"])
    assert [golden.codes[place].url for place in places] == ["harbour/1/", "harbour/2/"]


TEXTS = [
    "dock is busy",
    "DOCK is İstanbul busy",
    "template_title templateTitle 40-029 a’b",
    "",
    "テンプレート 码头",
]


@given(st.lists(st.sampled_from(TEXTS) | st.text(), min_size=1, max_size=8))
def test_the_index_is_as_lunr_makes_it(said: list[str]) -> None:
    """The builder of lunr, without a stemmer, makes the same of the same words."""
    builder = lunr.get_default_builder()
    builder.pipeline.reset()
    builder.search_pipeline.reset()
    words = [[*texts.words(text), *search_index.pairs(text)] for text in said]
    documents = [{"place": number, "text": " ".join(one)} for number, one in enumerate(words)]
    made = lunr.lunr("place", ["text"], documents, builder=builder).serialize()
    made["fieldVectors"] = []
    assert json.dumps(search_index.inverted(words)) == json.dumps(made)
