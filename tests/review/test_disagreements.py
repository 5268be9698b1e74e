"""Languages of one revision: what they disagree on, and near misses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros import atlas as whole
from macros.kinds import Kind
from tests import invented, tongues
from tests.tongues import State, Text

if TYPE_CHECKING:
    from pathlib import Path

    from macros.review.discrepancies import Finding

DAY = "2021-01-01"
OTHER_SET = """\
  - id: ships
    title: Ship codes
    response:
      example: '{"ship": 301}'
      code: [ship]
      message: []
      type: integer
      success: []
      success_means: there is no code.
"""
MORE = Text({"301": "Lost"}, file="ships.md")
KINDS = {"languages-differ", "language-says-less", "language-lacks-codes"}


def _found(folder: Path, *texts: Text, code: str = "") -> list[Finding]:
    atlas = tongues.atlas(folder, State(DAY, list(texts)))
    found = [one for one in atlas.reviews["orbit"].findings if one.rule.name in KINDS]
    return [one for one in found if not code or code in [other.code for other in one.codes]]


# English and the twin, language of the twin -> kind, what is said
PLANTED = {
    "numbers": (
        "At most 50 signs",
        ("최대 100자", "ko"),
        ("languages-differ", "English says 50; Korean says 100."),
    ),
    "fields": (
        "The msg_type is wrong",
        ("templateTitle은 50자를 넘을 수 없습니다", "ko"),
        ("languages-differ", "English says msg_type; Korean says templateTitle and 50."),
    ),
    "a number of one": (
        "The title is too long",
        ("제목은 50자를 넘을 수 없습니다", "ko"),
        ("language-says-less", "Korean says 50; English does not."),
    ),
    "a field of one": (
        "The ship_id is missing",
        ("缺少参数", "zh"),
        ("language-says-less", "English says ship_id; Chinese does not."),
    ),
    "a field and a number": (
        "The ship_id is missing",
        ("超过50字", "zh"),
        ("language-says-less", "English says ship_id; Chinese says 50."),
    ),
    "units": (
        "Wait 5 minutes",
        ("5초 후", "ko"),
        ("languages-differ", "English says 5; Korean says 5."),
    ),
    "days": (
        "Closed on December 10, 2025",
        ("2025년 12월 11일에 닫힙니다", "ko"),
        ("languages-differ", "English says December 10, 2025; Korean says 2025년 12월 11일."),
    ),
    "a large number in words": (
        "Up to 50 ships",
        ("Bis zu hundert Schiffe", "de"),
        ("language-says-less", "English says 50; German does not."),
    ),
}


@pytest.mark.parametrize("name", PLANTED)
def test_planted(tmp_path: Path, name: str) -> None:
    """What two languages say of one code and what differs is told, with what each says."""
    english, (twin, language), (kind, says) = PLANTED[name]
    (found,) = _found(tmp_path, Text({"101": english}), Text({"101": twin}, language))
    assert (found.rule.name, found.says) == (kind, says)
    assert [code.code for code in found.codes] == ["101"]
    assert [(quote.row.language, quote.row.message) for quote in found.quotes] == [
        ("en", english),
        (language, twin),
    ]
    marked = [
        quote.row.message[mark.start : mark.end] for quote in found.quotes for mark in quote.marks
    ]
    assert all(word in says for word in marked)
    assert marked


NEAR_MISSES = {
    "in words": ("At most two ships", ("최대 2척", "ko")),
    "in Korean words": ("At most 2 ships", ("최대 두 척", "ko")),
    "in Chinese words": ("At most 24 ships", ("最多二十四艘", "zh")),
    "small, in a language that is not known": ("At most 3 ships", ("Höchstens drei Schiffe", "de")),
    "full width": ("At most 50 signs", ("最多\uff15\uff10字", "zh")),
    "grouped": ("At most 1,000 signs", ("최대 1000자", "ko")),
    "tens of thousands": ("At most 15,000 signs", ("최대 1만 5천 자", "ko")),
    "the same time": ("Wait 24 hours", ("하루 후에", "ko")),
    "an hour": ("Wait an hour", ("1시간 후", "ko")),
    "a day": ("Closed on December 10, 2025", ("2025년 12월 10일", "ko")),
    "hours of the day": ("From 8:50 PM to 8 AM", ("20:50~08:00", "ko")),
    "no ship": ("There are 0 ships", ("배가 없습니다", "ko")),
    "a field as words": ("The template title is too long", ("templateTitle 초과", "ko")),
    "another case": ("The shipId is missing", ("SHIP_ID 누락", "ko")),
    "a product": ("Install it on iOS or by OrbitTalk", ("설치하십시오", "ko")),
    "an address": ("See https://orbit.example/en/dock_list/7", ("문서를 보십시오", "ko")),
    "a place": ("The ship {ship_id} is lost", ("배 {0} 없음", "ko")),
    "glued": ("Sign with SHA-256", ("SHA256으로 서명", "ko")),
}


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_near_misses(tmp_path: Path, name: str) -> None:
    """The same in other signs or words is no disagreement."""
    english, (twin, language) = NEAR_MISSES[name]
    assert [
        one.says for one in _found(tmp_path, Text({"101": english}), Text({"101": twin}, language))
    ] == []


def test_lacking(tmp_path: Path) -> None:
    """The codes that one language lacks are one finding for each language."""
    rows = {str(code): "Dock is busy" for code in range(100, 112)}
    found = _found(tmp_path, Text(rows), Text({"100": "사용 중", "200": "없음"}, "ko"))
    assert [(one.rule.name, one.says) for one in found] == [
        (
            "language-lacks-codes",
            "11 codes are not listed in Korean: 101, 102, 103, 104, 105, 106, 107, 108 and 3 more.",
        ),
        ("language-lacks-codes", "1 code is not listed in English: 200."),
    ]
    assert [len(one.codes) for one in found] == [11, 1]


def test_parts_are_one(tmp_path: Path) -> None:
    """A language lacks nothing that stands in another part of it."""
    parts = [Text({"101": "Busy"}), Text({"102": "Closed"}, file="more.md")]
    twin = Text({"101": "사용 중", "102": "닫힘"}, "ko")
    assert _found(tmp_path, *parts, twin) == []


def test_rows_together(tmp_path: Path) -> None:
    """Of a code with several rows it does not matter in which of them something is said."""
    parts = [Text({"101": "At most 5 ships"}), Text({"101": "At most 9 tugs"}, file="more.md")]
    twins = [Text({"101": "9척"}, "ko"), Text({"101": "5척"}, "ko", file="more.ko.md")]
    assert _found(tmp_path, *parts, *twins) == []


def test_titles_with_each(tmp_path: Path) -> None:
    """Each language is held against that of titles, not against each other one."""
    texts = [
        Text({"101": "At most 50 ships"}, "zh"),
        Text({"101": "At most 50 ships"}),
        Text({"101": "60척"}, "ko"),
    ]
    found = _found(tmp_path, *texts)
    assert [one.says for one in found] == ["English says 50; Korean says 60."]


def test_rules_within_a_language(tmp_path: Path) -> None:
    """Rules for English look at English alone, by what is said of the document; others at each."""
    atlas = tongues.atlas(
        tmp_path,
        State(
            DAY,
            [
                Text({"101": "The dok is recieved", "102": "Dock is shut"}),
                Text({"101": "부두가 닫힘", "102": "부두가 닫힘"}, "ko"),
                # Declared as German, it is not English, whatever its words look like.
                Text({"101": "The dok is recieved", "102": "A dock is shut"}, "de"),
            ],
        ),
    )
    found = [
        (one.rule.name, one.says, one.quotes[0].row.language)
        for one in atlas.reviews["orbit"].findings
    ]
    assert [rule for rule, _, language in found if language == "de"] == []
    assert ("shared-message", "In Korean: 101 and 102 have the same message.", "ko") in found
    assert [language for rule, _, language in found if rule == "spelling"] == ["en"]


def test_a_code_set_of_one_language(tmp_path: Path) -> None:
    """A language lacks nothing of a code set that its documents do not list at all."""
    provider = invented.PROVIDER.replace("revisions:\n", f"{OTHER_SET}revisions:\n")
    state = State(DAY, [Text({"101": "Busy"}), Text({"101": "사용 중"}, "ko"), MORE])
    data = tongues.write(tmp_path, [state], provider)
    path = data / "orbit" / "provider.yml"
    head, found, last = path.read_text("utf-8").rpartition('"code_set": "api"')
    path.write_text(head + found.replace("api", "ships") + last, encoding="utf-8")
    invented.classify(data)
    assert whole.load(data).reviews["orbit"].findings == ()


def test_english_alone(tmp_path: Path) -> None:
    """Limits, fields and rules about them are those of documents in English, as declared."""
    rows = {
        "101": "The field ship_id is missing",
        "102": "The ship name is at most 50 characters",
        "103": "The ship name is at most 60 characters",
        "104": "See code 109",
        "110": "Dock",
    }
    for language, several in (("en", True), ("de", False)):
        folder = tmp_path / language
        folder.mkdir()
        review = tongues.atlas(folder, State(DAY, [Text(rows, language)])).reviews["orbit"]
        found = {one.rule.name for one in review.findings}
        assert ("contradicting-limits" in found) is several
        assert ("unlisted-number" in found) is several
        assert bool(review.fields) is several
        assert any(review.limits_of(code) for code in review.catalog.codes) is several


def test_a_number_of_another_language(tmp_path: Path) -> None:
    """A code that another language lists is no number that nobody lists."""
    english = Text({"101": "See code 104", "110": "Dock"})
    atlas = tongues.atlas(tmp_path, State(DAY, [english, Text({"101": "104", "104": "닻"}, "ko")]))
    found = [one.rule.name for one in atlas.reviews["orbit"].findings]
    assert "language-lacks-codes" in found
    assert "unlisted-number" not in found


def test_other_languages_have_other_plurals(tmp_path: Path) -> None:
    """An s more is the same message in English, and may be another word elsewhere."""
    english = Text({"101": "Ship is lost", "102": "Ships is lost"})
    other = Text({"101": "Buque perdido", "102": "Buques perdido"}, "es")
    atlas = tongues.atlas(tmp_path, State(DAY, [english, other]))
    found = [one for one in atlas.reviews["orbit"].findings if one.rule.name == "shared-message"]
    assert [one.quotes[0].row.language for one in found] == ["en"]


def test_slips_of_the_pen_are_english(tmp_path: Path) -> None:
    """A change in another language is no mistake of English, whatever its words look like."""
    kinds = {}
    for language in ("en", "nl"):
        folder = tmp_path / language
        folder.mkdir()
        texts = ("The ship was received by the dock", "The ship was recieved by the dock")
        states = [
            State(f"202{year}-01-01", [Text({"101": text}, language)])
            for year, text in enumerate(texts)
        ]
        (change,) = tongues.atlas(folder, *states).reviews["orbit"].changes
        kinds[language] = change.computed
    assert kinds == {"en": Kind.TYPO_INTRODUCED, "nl": Kind.REWORDED}


def test_a_note_on_a_twin(tmp_path: Path) -> None:
    """A person can quote the text of any language."""
    data = tongues.write(tmp_path, [State(DAY, [Text({"101": "Busy"}), Text({"101": "닻"}, "ko")])])
    note = """\
findings:
  - title: Another word
    harm: unclear
    says: The Korean text is about an anchor.
    why: The English one is about a dock.
    quotes:
      - {code: "101", text: 닻}
"""
    (data / "orbit" / "notes.yml").write_text(note, encoding="utf-8")
    (found,) = whole.load(data).reviews["orbit"].findings
    assert [quote.row.language for quote in found.quotes] == ["ko"]


def test_retracted_is_not_looked_at(tmp_path: Path) -> None:
    """What the provider took back is not reviewed."""
    bad = [Text({"101": "At most 50"}), Text({"101": "60"}, "ko")]
    atlas = tongues.atlas(
        tmp_path,
        State(DAY, bad, retracted="The page says so."),
        State("2022-01-01", [Text({"101": "At most 50"})]),
    )
    assert atlas.reviews["orbit"].findings == ()
