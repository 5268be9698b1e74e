"""`add-revision` with documents that are no revision of their own, or several of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from macros import atlas
from macros.maintain import edits
from tests.maintain.orbit import FIRST, HEAD, THIRD, Orbit

if TYPE_CHECKING:
    from pathlib import Path

KOREAN = (
    "# 오류\n\n| 코드 | 설명 |\n|---|---|\n| 0 | 정박했습니다 |\n| 101 | 부두가 사용 중입니다 |\n"
    "| 102 | 부두가 닫혔습니다 |\n| 103 | 배가 너무 깁니다 |\n| 107 | 돛대가 없습니다 |\n"
)
PART = HEAD + "| 201 | The port is on fire |\n| 202 | The port is under water |\n"


def _entries(orbit: Orbit) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = edits.values(orbit.read("orbit/provider.yml"))["revisions"]
    return entries


def test_a_twin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A document in a language that the nearest revision lacks is beside that one's texts."""
    orbit = Orbit(tmp_path, FIRST, THIRD)
    before = orbit.read("orbit/provider.yml")
    words = ("--language", "ko", "--source", "https://orbit.example/ko", "--yes")
    assert orbit.add("2022-01-20.md", KOREAN, *words) == 0
    printed = capsys.readouterr().out
    assert (
        "data/orbit/2022-01-01.ko.md: a twin of the revision 2022-01-01, in Korean,"
        " 19 days later." in printed
    )
    assert 'code "Code" is now "코드" and message "Meaning" is now "설명"' in printed
    assert "2022-01-01 lists in other languages, and not in Korean: 105\n" in printed
    assert "2022-01-01 lists in Korean alone: 107\n" in printed
    assert (
        "The languages of 2022-01-01 disagree in 2 findings.\n  `make serve` shows them at"
        " http://127.0.0.1:8000/discrepancies/?provider=orbit&document=orbit/2022-01-01\n"
    ) in printed
    assert "From 2021-01-01 to 2022-01-01" in printed, "107 is new"
    assert "added has" not in printed, "105 stood in the other language before"
    assert "reworded" not in printed, "what changed in English is not told again"
    assert "no note yet" not in printed, "nor counted"
    assert orbit.read("orbit/provider.yml").startswith(before)
    (also,) = _entries(orbit)[1]["also"]
    assert {key: also[key] for key in ("file", "language", "date", "source")} == {
        "file": "2022-01-01.ko.md",
        "language": "ko",
        "date": "2022-01-20",
        "source": "https://orbit.example/ko",
    }
    code = atlas.load(orbit.data).code_at("orbit/101/")
    assert code
    assert (code.messages, [row.message for row in code.twins]) == (
        ("This dock is busy",),
        ["부두가 사용 중입니다"],
    )
    assert orbit.check() == 0


def test_the_next_twin_is_read_like_the_last(tmp_path: Path) -> None:
    """Options are those of the last document in the language; its day is its revision's."""
    orbit = Orbit(tmp_path, FIRST, THIRD)
    assert orbit.add("2021-01-01.md", KOREAN, "--language", "ko", "--yes") == 0
    later = KOREAN.replace("| 107 |", "| 105 |")
    assert orbit.add("2022-01-01.md", later, "--language", "ko", "--yes") == 0
    first, second = _entries(orbit)
    assert "date" not in first["also"][0]
    assert first["also"][0]["reader"] == second["also"][0]["reader"]
    assert orbit.check() == 0


def test_no_twin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A language that the revision before has, and the new one has not, is told, with a way on."""
    orbit = Orbit(tmp_path, FIRST)
    assert orbit.add("2021-01-01.md", KOREAN, "--language", "ko", "--yes") == 0
    capsys.readouterr()
    assert orbit.add("2022-01-01.md", THIRD, "--yes") == 0
    told = "no document in Korean, as 2021-01-01 has: take it in with `add-revision orbit FILE"
    assert f"{told} --language ko --of 2022-01-01`" in capsys.readouterr().out
    words = ("--language", "ko", "--of", "2022-01-01", "--yes")
    later = KOREAN.replace("| 107 |", "| 108 |")
    assert orbit.add("2022-01-01.md", later, *words) == 0
    assert "no document in" not in capsys.readouterr().out


def test_the_original_after_its_translation(tmp_path: Path) -> None:
    """A revision that is in another language alone gets the usual one as its further document."""
    orbit = Orbit(tmp_path)
    words = ("--language", "ko", "--yes")
    assert orbit.add("2023-05-01.md", KOREAN, *words) == 2, "it would have Korean titles"
    assert orbit.add("2023-05-01.md", KOREAN, *words, "--anyway") == 0
    assert _entries(orbit)[1]["language"] == "ko"
    assert orbit.add("2023-04-20.md", THIRD, "--yes") == 0
    assert orbit.revisions == ["2021-01-01", "2023-05-01"]
    code = atlas.load(orbit.data).code_at("orbit/101/")
    assert code
    assert code.messages == ("This dock is busy",)
    assert orbit.check() == 0


def test_a_further_part(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--of makes a document a part of a revision; one that repeats its codes is doubted."""
    orbit = Orbit(tmp_path)
    assert orbit.add("more.md", PART, "--of", "2021-01-01", "--yes") == 0
    printed = capsys.readouterr().out
    assert "2021-01-01.en.md: a further part of the revision 2021-01-01, in English." in printed
    assert "2 codes come in as unreviewed" in printed
    again = PART.replace("under water", "under ice").replace("201", "203")
    assert orbit.add("again.md", again, "--of", "2021-01-01", "--yes") == 2
    printed = capsys.readouterr().out
    assert "Look twice: no further part? Of its 2 codes, 1 stand in other documents" in printed
    third = PART.replace("201", "301").replace("202", "302")
    assert orbit.add("third.md", third, "--of", "2021-01-01", "--yes") == 0
    files = [also["file"] for also in _entries(orbit)[0]["also"]]
    assert files == ["2021-01-01.en.md", "2021-01-01.en.2.md"]
    assert _entries(orbit)[0]["also"][0]["date"] == "unknown", "nothing says its day"
    assert orbit.check() == 0


def test_one_of_several_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where several files are given, it is told where the numbers of lines are taken."""
    orbit = Orbit(tmp_path)
    korean = tmp_path / "korean.md"
    korean.write_text(KOREAN, "utf-8")
    assert orbit.add("2023-01-01.md", f"{THIRD}\n101 is gone\n", str(korean), "--yes") == 1
    printed = capsys.readouterr().out
    assert "Several documents are given, so give the numbers of lines to `read " in printed
    assert orbit.add("2023-01-01.md", f"{THIRD}\n101 is gone\n", "--yes") == 1
    assert "Several documents" not in capsys.readouterr().out


def test_all_of_several_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is left over of each of several files is told in one run, below its name."""
    orbit = Orbit(tmp_path)
    korean = tmp_path / "korean.md"
    korean.write_text(f"{KOREAN}\n102: 선박\n", "utf-8")
    english = tmp_path / "2023-01-01.md"
    assert orbit.add(english.name, f"{THIRD}\n101 is gone\n", str(korean), "--yes") == 1
    printed = capsys.readouterr().out
    for file, said in ((english, "101 is gone"), (korean, "102: 선박")):
        assert printed.count(f"{file}:\n") == 1
        _, _, after = printed.partition(f"{file}:\n")
        refused, _, _ = after.partition(f"`read {file} --like orbit`")
        assert f"{file} cannot be read whole, and nothing is written." in refused
        assert said in refused
    assert not any(path.name.startswith("2023") for path in (orbit.data / "orbit").iterdir())


def test_questions_of_several(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is asked of one of several files says which one it is."""
    orbit = Orbit(tmp_path)
    korean = tmp_path / "korean.md"
    korean.write_text(KOREAN, "utf-8")
    asked = THIRD.replace("|---|---|\n", "|---|---|\n| 1O6 | No crew |\n")
    assert orbit.add("2023-01-01.md", asked, str(korean), "--yes") != 0
    english = tmp_path / "2023-01-01.md"
    assert f'Look twice: {english}: a wider pattern? "1O6" in line 5' in capsys.readouterr().out


def test_several_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Several files are one revision: parts of it, and translations, which their script tells."""
    orbit = Orbit(tmp_path)
    more, korean = tmp_path / "more.md", tmp_path / "korean.md"
    more.write_text(PART, "utf-8")
    korean.write_text(KOREAN, "utf-8")
    files = (str(more), str(korean))
    assert orbit.add("2023-01-01.md", THIRD, *files, "--yes") == 0
    printed = capsys.readouterr().out
    assert "data/orbit/2023-01-01.md: the revision 2023-01-01, the newest, after 2021" in printed
    assert "2023-01-01.en.md: a further part of the revision 2023-01-01, in English." in printed
    assert "2023-01-01.ko.md: a twin of the revision 2023-01-01, in Korean." in printed
    entry = _entries(orbit)[1]
    assert [also["language"] for also in entry["also"]] == ["en", "ko"]
    assert all("date" not in also for also in entry["also"])
    held = atlas.load(orbit.data)
    assert [code.code for code in held.catalogs["orbit"].codes if code.status == "current"] == [
        *("0", "101", "102", "103", "105", "107", "201", "202")
    ]
    assert orbit.check() == 0


def test_tables_that_have_a_name(tmp_path: Path) -> None:
    """A further document whose options another one has by a name takes them by that name."""
    orbit = Orbit(tmp_path)
    path = orbit.data / "orbit/provider.yml"
    path.write_text(path.read_text("utf-8").replace("tables:", "tables: &tables"), "utf-8")
    more = tmp_path / "more.md"
    more.write_text(PART, "utf-8")
    assert orbit.add("2023-01-01.md", THIRD, str(more), "--yes") == 0
    assert orbit.read("orbit/provider.yml").count("tables: *tables\n") == 2
    assert orbit.check() == 0


ORDER = ("--date", "unknown")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("--date", "2021-01-01", "--after", "2021-01-01"), [0, "2021-01-01.2", 1]),
        (("--date", "2021-01-01", "--before", "2021-01-01"), ["2021-01-01.2", 0, 1]),
        ((*ORDER, "--after", "2021-01-01"), [0, "r1", 1]),
        ((*ORDER, "--before", "2021-01-01"), ["r1", 0, 1]),
        ((*ORDER, "--after", "2022-01-01"), [0, 1, "r1"]),
        (("--after", "2022-01-01"), [0, 1, "r1"]),
        (("--date", "2022-01-01", "--after", "2022-01-01"), [0, 1, "2022-01-01.2"]),
    ],
)
def test_an_order_is_given(tmp_path: Path, words: tuple[str, ...], expected: list[object]) -> None:
    """Two of one day, and one without a day among others, stand where somebody says."""
    orbit = Orbit(tmp_path, FIRST, THIRD)
    held = orbit.revisions
    assert orbit.add("x.md", THIRD.replace("wide", "old"), *words, "--yes") == 0
    assert orbit.revisions == [held[one] if isinstance(one, int) else one for one in expected]
    (new,) = (one for one in _entries(orbit) if one["id"] not in held)
    assert new["file"] == f"{new['id']}.md"
    if str(new["id"]).startswith("r"):
        side, other = words[-2].removeprefix("--"), words[-1]
        assert new["dated_by"] == f"Only the order is known: it came {side} {other}."
    assert orbit.check() == 0


def test_the_next_ones_of_both_kinds(tmp_path: Path) -> None:
    """A third one of a day, and a second one without, have ids of their own."""
    orbit = Orbit(tmp_path)
    for number, words in enumerate(
        (
            ("--date", "2021-01-01", "--after", "2021-01-01"),
            ("--date", "2021-01-01", "--after", "2021-01-01.2"),
            (*ORDER, "--after", "2021-01-01.3"),
            (*ORDER, "--before", "r1"),
        )
    ):
        text = FIRST.replace("too high", f"too high by {number}")
        assert orbit.add("x.md", text, *words, "--yes") == 0
    assert orbit.revisions == ["2021-01-01", "2021-01-01.2", "2021-01-01.3", "r2", "r1"]
    assert orbit.check() == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--of", "2020-01-01"), 'there is no revision "2020-01-01". The revisions are 2021-01-01'),
        (("--after", "r9"), 'there is no revision "r9". The revisions are 2021-01-01, 2022-01-01'),
        (("--of", "2021-01-01", "--after", "2021-01-01"), "Leave one of --of and --after out."),
        (("--language", "kr"), '"kr" is the tag of a country; that of its language is "ko".'),
        (("--language", "en", "--language", "ko"), "2 are given, for 1 documents."),
        (
            ("--date", "2021-06-01", "--after", "2022-01-01"),
            "a revision of 2021-06-01 cannot stand after 2022-01-01.",
        ),
        (("--date", "2021-01-01"), "say which of the two came first, as --after 2021-01-01 does"),
        (
            ("--date", "unknown", "--language", "ko"),
            "nothing says to which revision this document in Korean belongs.",
        ),
    ],
)
def test_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    """What contradicts itself or leaves open where a document belongs is refused with a way on."""
    orbit = Orbit(tmp_path, FIRST, THIRD)
    before = orbit.files()
    assert orbit.add("x.md", THIRD.replace("wide", "old"), *words, "--yes") == 1
    assert says in capsys.readouterr().err
    assert orbit.files() == before


def test_which_of_two_is_not_guessed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of two revisions of one day a translation could belong to either."""
    orbit = Orbit(tmp_path)
    words = ("--date", "2021-01-01", "--after", "2021-01-01", "--yes")
    assert orbit.add("x.md", THIRD, *words) == 0
    assert orbit.add("2021-01-03.md", KOREAN, "--language", "ko", "--yes") == 1
    printed = capsys.readouterr().err
    assert "there are several revisions of 2021-01-01 without Korean." in printed
    assert "--of, one of 2021-01-01, 2021-01-01.2." in printed


def test_revisions_without_a_day_leave_the_order_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A day tells no place beside one that has none; where it does, it is enough."""
    orbit = Orbit(tmp_path, FIRST, THIRD)
    assert orbit.add("x.md", FIRST + "| 1 | A |\n", *ORDER, "--after", "2021-01-01", "--yes") == 0
    assert orbit.add("2021-06-01.md", FIRST + "| 2 | B |\n", "--yes") == 1
    printed = capsys.readouterr().err
    assert "revisions without a day leave open where one of 2021-06-01 belongs." in printed
    assert "Say it: --after, or --before, one of 2021-01-01, r1, 2022-01-01; or --of r1" in printed
    assert orbit.add("2020-06-01.md", FIRST + "| 2 | B |\n", "--yes") == 0
    assert orbit.revisions == ["2020-06-01", "2021-01-01", "r1", "2022-01-01"]


def test_a_day_after_revisions_without_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the last revision has no day, the question has the options of a newer document."""
    orbit = Orbit(tmp_path)
    assert orbit.add("x.md", THIRD, *ORDER, "--after", "2021-01-01", "--yes") == 0
    newer = f"{THIRD}| 106 | No crew |\n"
    assert orbit.add("y.md", newer, "--date", "2023-06-01", "--yes") == 1
    said = "Say it: --date 2023-06-01 --after r1 where it is the newest; else --after, or --before,"
    assert said in capsys.readouterr().err
    assert orbit.add("y.md", newer, "--date", "2023-06-01", "--after", "r1", "--yes") == 0
    assert orbit.revisions == ["2021-01-01", "r1", "2023-06-01"]


def test_doubts_of_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text that is surely not in the language that is said is doubted."""
    orbit = Orbit(tmp_path)
    assert orbit.add("2021-01-02.md", THIRD, "--language", "ko", "--yes") == 2
    assert (
        "Look twice: another language? The texts of 2021-01-01.ko.md are English, and are taken"
        " for Korean." in capsys.readouterr().out
    )
    assert orbit.add("2021-01-02.md", KOREAN, "--language", "ja", "--yes") == 2
    assert "are Korean, and are taken for Japanese." in capsys.readouterr().out


def test_one_document_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same bytes are not taken in twice, not even in one command."""
    orbit = Orbit(tmp_path)
    copy = tmp_path / "copy.md"
    copy.write_text(THIRD, "utf-8")
    assert orbit.add("2023-01-01.md", THIRD, str(copy), "--yes") == 1
    assert f"it is {tmp_path / '2023-01-01.md'}, byte for byte." in capsys.readouterr().err


def test_a_document_that_is_held(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is none of the further ones of a revision, but can be one of the next revision's."""
    orbit = Orbit(tmp_path)
    paths = [tmp_path / name for name in ("old.md", "part.md")]
    for path, text in zip(paths, (FIRST, PART), strict=True):
        path.write_text(text, "utf-8")
    files = [str(path) for path in paths]
    before = orbit.files()
    assert orbit.run("add-revision", "orbit", *files, "--of", "2021-01-01", "--yes") == 1
    assert "it is data/orbit/2021-01-01.md, byte for byte." in capsys.readouterr().err
    twice = ("add-revision", "orbit", files[1], files[1], "--date", "2022-01-01", "--yes")
    assert orbit.run(*twice) == 1
    assert orbit.files() == before
    sources = ("--source", "https://orbit.example/1", "--source", "https://orbit.example/2")
    words = ("add-revision", "orbit", *files, "--date", "2022-01-01", *sources, "--yes")
    assert orbit.run(*words) == 0
    entry = _entries(orbit)[1]
    assert (entry["source"], entry["also"][0]["source"]) == (sources[1], sources[3])
    assert orbit.read("orbit/2022-01-01.md") == FIRST
    assert orbit.check() == 0
