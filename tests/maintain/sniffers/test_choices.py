"""Several columns with texts: what the headings say, and what a person has to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from macros.atlas import load
from macros.maintain import sniff, terminal
from macros.maintain.document import reading
from macros.maintain.sniffers import choices
from macros.readers.rows import Document
from tests.maintain.orbit import Orbit

if TYPE_CHECKING:
    from pathlib import Path

    from macros.maintain.sniff import Sniffed

TEXTS = {
    "Message": ("The dock is busy", "The dock is gone", "The dock is closed"),
    "Error": ("The dock is busy", "The dock is gone", "The dock is closed"),
    "Text": ("Busy", "Gone", "Closed"),
    "Description": ("Another ship lies there", "The storm took it away", "It opens at six"),
    "Reason": ("Another ship lies there", "The storm took it away", "It opens at six"),
    "Solution": ("Wait for the other ship", "Call the harbour master", "Come back at six"),
    "Name": ("DOCK_BUSY", "DOCK_GONE", "DOCK_CLOSED"),
    "HTTP": ("400", "404", "409"),
    "Note": ("Only at night in summer", "", ""),
    "메시지": ("부두가 사용 중입니다", "부두가 없습니다", "부두가 닫혔습니다"),
    "조치": ("다른 배를 기다리세요", "관리자에게 문의하세요", "내일 다시 오세요"),
    "Fehlertext": ("Anleger ist besetzt", "Anleger ist weg", "Anleger ist zu"),
    "Maßnahme": ("Auf das Schiff warten", "Den Hafen anrufen", "Morgen wiederkommen"),
    "클라이언트 작업": ("다른 배를 기다리세요", "관리자에게 문의하세요", "내일 다시 오세요"),
    "Beispiel": ("Schiff 7 will anlegen", "Schiff 9 kam nie an", "Kran 3 lag am Boden"),
    "中文解释": ("码头正忙", "码头不见了", "码头已关闭"),
    "msg": ("码头正忙", "码头不见了", "码头已关闭"),
    "msg_zh": ("码头正忙", "码头不见了", "码头已关闭"),
    "msg_en": ("Busy", "Gone", "Closed"),
    "message_de": ("Besetzt", "Weg", "Zu"),
    "message_en": ("Busy", "Gone", "Closed"),
    "Meldung": ("Besetzt", "Weg", "Zu"),
    "中文": ("码头正忙", "码头不见了", "码头已关闭"),
    "English": ("The dock is busy", "The dock is gone", "The dock is closed"),
}


def _table(*headings: str) -> str:
    rows = [
        [str(4001 + number), *(TEXTS[heading][number] for heading in headings)]
        for number in range(3)
    ]
    lines = [["Code", *headings], ["---"] * (len(headings) + 1), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _sniff(text: str) -> Sniffed:
    found = sniff.sniff(Document("errors", text))
    assert found
    return found


SURE = {
    ("Message",): ("Message", {}),
    ("Text",): ("Text", {}),
    ("Error", "Reason"): ("Error", {"cause": "Reason"}),
    ("Reason", "Solution"): ("Reason", {"remedy": "Solution"}),
    ("Name", "HTTP", "Description", "Solution"): (
        "Description",
        {"name": "Name", "http": "HTTP", "remedy": "Solution"},
    ),
    ("Name", "Message", "Note"): ("Message", {"name": "Name", "note": "Note"}),
    ("中文解释", "Error"): ("Error", {"language": "中文解释"}),
    ("Fehlertext", "Maßnahme"): ("Fehlertext", {"remedy": "Maßnahme"}),
    ("메시지", "조치"): ("메시지", {"remedy": "조치"}),
    ("메시지", "클라이언트 작업"): ("메시지", {"remedy": "클라이언트 작업"}),
    ("Fehlertext", "Beispiel", "Maßnahme"): (
        "Fehlertext",
        {"note": "Beispiel", "remedy": "Maßnahme"},
    ),
}


@pytest.mark.parametrize("headings", SURE, ids=" ".join)
def test_sure(headings: tuple[str, ...]) -> None:
    """Headings and languages say which column is the message, and what the others are."""
    message, named = SURE[headings]
    found = _sniff(_table(*headings))
    assert found.reading.is_whole
    [table] = found.reading.options["tables"]
    assert (table["message"], table.get("named", {})) == (message, named)
    assert [row.message for row in found.reading.rows] == list(TEXTS[message])
    assert any(f'message is "{message}"' in reason for reason in found.why)


RIVALS = [
    (("Message", "Description"), ("Message", "Description")),
    (("Description", "Error"), ("Description", "Error")),
    (("Name", "Message", "Description", "Solution"), ("Message", "Description")),
    (("메시지", "Error"), ("메시지", "Error")),
    (("msg", "Description"), ("msg", "Description")),
]


@pytest.mark.parametrize(("headings", "rivals"), RIVALS)
def test_rivals(headings: tuple[str, ...], rivals: tuple[str, ...]) -> None:
    """Two columns that can each be the message are left to a person, with what to write.

    So are two languages, where that in another than English is headed as messages are.
    """
    found = _sniff(_table(*headings))
    assert not found.reading.is_whole
    [choice] = found.choices
    assert choice.headings == rivals
    [problem] = found.reading.problems
    assert problem.what.startswith(f'"{rivals[0]}" and "{rivals[1]}" can each be the message: "')
    assert f'add --message "{rivals[0]}" or --message "{rivals[1]}"' in problem.do


TRANSLATIONS = [
    ("message_de", "message_en"),
    ("msg_zh", "msg_en"),
    ("Message", "message_de"),
    ("Meldung", "Message"),
    ("메시지", "English"),
    ("中文", "English"),
]


@pytest.mark.parametrize("headings", TRANSLATIONS, ids=" ".join)
def test_translations(headings: tuple[str, str]) -> None:
    """Of a message in two languages none is taken unasked; the other is kept as `language`."""
    document = _table(*headings)
    found = _sniff(document)
    [choice] = found.choices
    assert choice.headings == headings
    [problem] = found.reading.problems
    assert problem.do.endswith("The other is kept by name, as `language`.")
    for message, other in (headings, headings[::-1]):
        chosen = choices.decided(Document("errors", document), found, {choice: message}.get)
        assert chosen.reading.is_whole
        assert [row.message for row in chosen.reading.rows] == list(TEXTS[message])
        assert chosen.reading.rows[0].named == {"language": TEXTS[other][0]}


def test_three_languages() -> None:
    """Of three languages one is the message, and the others stay below their headings."""
    found = _sniff(_table("message_de", "message_en", "msg_zh"))
    [problem] = found.reading.problems
    assert problem.do.endswith(
        "The others are kept below their headings, the first by name, as `language`."
    )
    row = reading.read(
        Document("errors", _table("message_de", "message_en", "msg_zh")), found.reading.options
    ).rows[0]
    assert [row.message, *row.columns.values()] == ["Busy", "Besetzt", "码头正忙"]
    assert row.named == {"language": "Besetzt"}


def test_single_words_headed_message() -> None:
    """A column headed as messages are is one of those to choose from, however short its texts."""
    text = _table("Text", "Description").replace("Text", "Message")
    assert [choice.headings for choice in _sniff(text).choices] == [("Message", "Description")]


def test_keys_of_items() -> None:
    """The same holds for the keys of JSON."""
    text = (
        '[{"code": 4001, "message": "The dock is busy", "description": "Another ship is there"},'
        ' {"code": 4002, "message": "The dock is gone", "description": "The storm took it away"},'
        ' {"code": 4003, "message": "The dock is shut", "description": "It opens at six"}]'
    )
    found = _sniff(text)
    assert [choice.headings for choice in found.choices] == [("message", "description")]
    assert found.reading.options["named"] == {"note": "description"}


SAID = ("--name", "Moon", "--product", "Moon Harbour", "--vendor", "Moon Works")
PAGE = ("--url", "https://moon.example/errors")


def _messages(orbit: Orbit) -> dict[str, str]:
    rows = [row for code in load(orbit.data).catalogs["moon"].codes for row in code.last.rows]
    return {row.code: row.message for row in rows}


def test_new_provider(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--yes` takes neither of two columns; `--message` says which, and the other is kept."""
    orbit = Orbit(tmp_path)
    file = tmp_path / "moon.md"
    file.write_text(_table("Message", "Description"), "utf-8")
    command = ("new-provider", "moon", str(file), *SAID, *PAGE, "--yes")
    capsys.readouterr()
    assert orbit.run(*command) == 1
    assert '--message "Message" or --message "Description"' in capsys.readouterr().out
    assert not (orbit.data / "moon").exists()
    assert orbit.run("read", str(file)) == 1
    assert orbit.run("read", str(file), "--message", "Description") == 0
    assert orbit.run(*command, "--message", "Description") == 0
    assert _messages(orbit)["4001"] == "Another ship lies there"
    reader = yaml.safe_load(orbit.read("moon/provider.yml"))["revisions"][0]["reader"]
    assert reader["tables"][0]["named"] == {"note": "Message"}
    assert orbit.check() == 0


def test_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal asks once for each table, until one of the numbers is the answer."""
    orbit = Orbit(tmp_path)
    file = tmp_path / "moon.md"
    file.write_text(_table("Message", "Description"), "utf-8")
    asked: list[str] = []
    answers = iter(["3", "1"])

    def answer(question: str, default: str = "") -> str:
        if not question.startswith("Which"):
            return default
        asked.append(question)
        return next(answers)

    monkeypatch.setattr(terminal, "is_interactive", lambda: True)
    monkeypatch.setattr(terminal, "ask", answer)
    monkeypatch.setattr(terminal, "confirmed", lambda _: True)
    assert orbit.run("new-provider", "moon", str(file), *SAID, *PAGE) == 0
    assert len(asked) == 2
    assert _messages(orbit)["4001"] == "The dock is busy"


def test_reader_block(tmp_path: Path) -> None:
    """The block that is printed needs no more than to be given back."""
    found = _sniff(_table("Message", "Description"))
    block = tmp_path / "reader.yml"
    block.write_text(yaml.safe_dump({"reader": found.reading.options}), "utf-8")
    orbit = Orbit(tmp_path)
    file = tmp_path / "moon.md"
    file.write_text(_table("Message", "Description"), "utf-8")
    command = ("new-provider", "moon", str(file), *SAID, *PAGE, "--yes", "--reader", str(block))
    assert orbit.run(*command) == 0
    assert _messages(orbit)["4001"] == "The dock is busy"
    assert reading.read(Document("errors", file.read_text("utf-8")), found.reading.options).is_whole


@pytest.mark.parametrize(
    ("number", "also"), [(1, ""), (2, "table of line 6"), (3, "tables of line 6, 11")]
)
def test_tables_with_the_same_headings(number: int, also: str) -> None:
    """Which column is the message is chosen of all tables with these headings, which are named."""
    rows = [("1001", "Dock busy", "The dock is busy"), ("1002", "Gate shut", "The gate is shut")]
    rows += [("2001", "Crane lost", "The crane is lost"), ("2002", "Tide low", "The tide is low")]
    rows += [("3001", "Storm near", "A storm is near"), ("3002", "Fog dense", "The fog is dense")]
    head = "| Code | Message | Meaning |\n|---|---|---|\n"
    pairs = (rows[2 * one : 2 * one + 2] for one in range(number))
    tables = (head + "".join(f"| {' | '.join(row)} |\n" for row in pair) for pair in pairs)
    found = _sniff("\n".join(tables))
    [problem] = found.reading.problems
    more = f", also in the {also}" if also else ""
    assert problem.what == (
        f'"Message" and "Meaning" can each be the message{more}: "Dock busy" and'
        ' "The dock is busy".'
    )
