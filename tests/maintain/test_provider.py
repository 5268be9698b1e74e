"""`new-provider` and `read` on invented documents, and what `check` prints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml

from macros import __main__ as commands
from macros.atlas import load
from macros.errors import Problem
from macros.maintain import check
from macros.publish.html.environment import links_from
from macros.publish.site import Site
from macros.sources.provider import Response
from tests import invented
from tests.maintain.orbit import FIRST, THIRD, Orbit
from tests.maintain.test_sniff import MARKDOWN

if TYPE_CHECKING:
    from pathlib import Path

SAID = ("--name", "Moon", "--product", "Moon Harbour", "--vendor", "Moon Works")
PAGE = ("--url", "https://moon.example/errors")

SPDX = "<!-- SPDX-License-Identifier: ISC -->\n\n"

READER = """\
reader:
  format: markdown
  tables:
    - {code_set: api, columns: [Code, Meaning], code: Code, message: Meaning, pattern: "[0-9]+"}
"""


def _new(orbit: Orbit, text: str, *words: str) -> int:
    file = orbit.folder / "moon.md"
    file.write_text(text, "utf-8")
    return orbit.run("new-provider", "moon", str(file), *words)


def test_a_new_provider(tmp_path: Path) -> None:
    """It builds: described, its codes unreviewed, its addresses listed, its body understood."""
    orbit = Orbit(tmp_path)
    body = '{"meta": {"code": -1002, "reason": "The dock is busy", "http": 400}}'
    assert _new(orbit, MARKDOWN, *SAID, *PAGE, "--example", body, "--yes") == 0
    assert orbit.check() == 0
    written = yaml.safe_load(orbit.read("moon/provider.yml"))
    assert (written["name"], written["vendor"]) == ("Moon", "Moon Works")
    response = written["code_sets"][0]["response"]
    assert response["code"] == ["meta.code"]
    assert response["message"] == ["meta.reason"]
    assert response["type"] == "integer"
    assert response["success"] == ["0"]
    assert json.loads(response["example"]) == json.loads(body)
    assert written["revisions"][0]["id"] == "r1"
    atlas = load(orbit.data)
    codes = atlas.catalogs["moon"].codes
    assert [code.code for code in codes] == ["0", "-1001", "-1002", "-9999"]
    assert {atlas.condition_of(code).id for code in codes} == {"unreviewed"}


@pytest.mark.parametrize(
    ("head", "words", "licence"),
    [
        ("", (), "none stated"),
        (SPDX, (), 'ISC (stated in line 1: "SPDX-License-Identifier: ISC")'),
        (SPDX, ("--licence", "MIT (as its site says)"), "MIT (as its site says)"),
    ],
)
def test_its_licence(tmp_path: Path, head: str, words: tuple[str, ...], licence: str) -> None:
    """It is what somebody says, else what the head of the document states, else none."""
    orbit = Orbit(tmp_path)
    assert _new(orbit, f"{head}{MARKDOWN}", *SAID, *PAGE, *words, "--yes") == 0
    written = yaml.safe_load(orbit.read("moon/provider.yml"))
    assert written["revisions"][0]["licence"] == licence


def test_without_a_body(tmp_path: Path) -> None:
    """A code set of whose bodies nothing is known builds, and its pages say so."""
    orbit = Orbit(tmp_path)
    assert _new(orbit, FIRST, *SAID, *PAGE, "--yes") == 0
    assert orbit.check() == 0
    site = Site(load(orbit.data), orbit.data, "https://atlas.example/")
    response = site.atlas.catalogs["moon"].provider.code_sets[0].response
    assert (response.example, response.code, response.type) == (None, [], "integer")
    files = site.api
    pages = [page.text for page in site.pages()]
    assert any("moon" in text for text in pages)
    known = json.loads(files["api/v1/moon.json"])["code_sets"][0]
    assert (known["example"], known["code_at"], known["message_at"]) == ("", [], [])
    said = "How a response carries these codes is not known."
    for part, arguments in {
        "responses_page": (),
        "bodies": (),
        "code_set": ("moon", "api"),
    }.items():
        assert said in site.parts[part](*arguments, links_from("")), part
    assert said in files["llms-full.txt"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((*SAID, *PAGE, "--example", "{"), "the example is not JSON"),
        ((*SAID, *PAGE, "--example", '{"x": "y"}'), "no value in the example is one of the codes"),
        (SAID, "the provider's page is not known"),
        ((*SAID, "--url", "moon.example"), "official.url"),
    ],
)
def test_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    """What is missing or wrong is said, and nothing is written."""
    orbit = Orbit(tmp_path)
    before = orbit.files()
    assert _new(orbit, FIRST, *words, "--yes") == 1
    assert says in "".join(capsys.readouterr())
    assert orbit.files() == before


GERMAN = [
    "Die Anfrage ist leer oder hat keinen lesbaren Inhalt",
    "Der Hafen ist geschlossen und nimmt heute keine Schiffe mehr auf",
    "Das Schiff ist zu lang und passt nicht in den Kanal",
    "Der Mast ist zu hoch und muss vor der Einfahrt gekippt werden",
]


def _page(texts: list[str]) -> str:
    rows = "".join(f"| {number} | {text} |\n" for number, text in enumerate(texts, 101))
    return f"# Codes\n\n| Code | Text |\n|---|---|\n{rows}"


def test_a_language_with_a_script(tmp_path: Path) -> None:
    """A document in Chinese is taken in as that, so that no rule for English runs over it."""
    orbit = Orbit(tmp_path)
    assert _new(orbit, _page(["码头繁忙", "码头已关闭", "船太长"]), *SAID, *PAGE, "--yes") == 0
    [revision] = yaml.safe_load(orbit.read("moon/provider.yml"))["revisions"]
    assert revision["language"] == "zh"


def test_a_language_in_latin_letters(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Texts that are no English are doubted until their language is said; a bad tag is refused."""
    orbit = Orbit(tmp_path)
    new = (_page(GERMAN), *SAID, *PAGE, "--yes")
    assert _new(orbit, *new) == 2
    told = capsys.readouterr().out
    assert "another language? The texts look of another language than English. --language" in told
    assert "which one it is, such as --language de.\n" in told
    assert _new(orbit, *new, "--language", "german") == 1
    assert not (orbit.data / "moon").exists()
    assert _new(orbit, *new, "--language", "de") == 0
    [revision] = yaml.safe_load(orbit.read("moon/provider.yml"))["revisions"]
    assert revision["language"] == "de"
    assert orbit.check() == 0


@pytest.mark.parametrize("ident", ["../moon", "Moon", "9moon", "", "orbit"])
def test_bad_ids(tmp_path: Path, capsys: pytest.CaptureFixture[str], ident: str) -> None:
    """An id that cannot stand in addresses, or is taken, is refused before anything is made."""
    orbit = Orbit(tmp_path)
    (tmp_path / "moon.md").write_text(FIRST, "utf-8")
    before = orbit.files()
    words = ("new-provider", ident, str(tmp_path / "moon.md"), *SAID, *PAGE, "--yes")
    assert orbit.run(*words) == 1
    assert "is here already" in (said := capsys.readouterr().err) or "is no id" in said
    assert orbit.files() == before
    assert not (tmp_path / "moon").exists()


def test_the_day_that_a_document_says(tmp_path: Path) -> None:
    """It becomes the revision's day, and `dated_by` quotes the sentence."""
    orbit = Orbit(tmp_path)
    text = FIRST.replace("# Errors\n", "# Errors\n\nIt was last updated on 14 March 2026.\n")
    reader = tmp_path / "reader.yml"
    reader.write_text(f'{READER}  prose: ["It was last updated on 14 March 2026."]\n', "utf-8")
    assert _new(orbit, text, *SAID, *PAGE, "--reader", str(reader), "--yes") == 0
    (revision,) = yaml.safe_load(orbit.read("moon/provider.yml"))["revisions"]
    assert (revision["id"], revision["date"]) == ("2026-03-14", "2026-03-14")
    assert revision["dated_by"] == 'It says so itself: "It was last updated on 14 March 2026.".'


@pytest.mark.parametrize("code", ["AC01", "1.2"])
def test_an_integer_that_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], code: str
) -> None:
    """`check` refuses the type of a code set that has another code, with the line, and a way on."""
    data = invented.write(
        tmp_path, f"{invented.DOCUMENT}| {code} | Dock |\n", pattern="-?[0-9]+|AC01|1[.]2"
    )
    docs = tmp_path / "docs"
    docs.mkdir()
    words = [str(data), str(docs)]
    assert commands.main(["published", *words]) == 0
    path = data / "orbit/provider.yml"
    text = path.read_text("utf-8")
    line = text.splitlines().index("      type: integer") + 1
    assert commands.main(["check", *words]) == 1
    said = capsys.readouterr().err
    what = f'the code set "api" has the code "{code}", which is no integer.'
    assert f"data/orbit/provider.yml:{line}: {what}" in said
    assert "write `type: string`, with an `example`" in said
    text = text.replace("type: integer", "type: string").replace('"code": 101', '"code": "101"')
    path.write_text(text, "utf-8")
    assert commands.main(["check", *words]) == 0


@pytest.mark.parametrize("code", ["007", "0x80040001", "-0", "4xx"])
def test_integers_as_documents_print_them(tmp_path: Path, code: str) -> None:
    """Zeros in front and hexadecimal digits are ways to print an integer, as is 4xx."""
    data = invented.write(tmp_path, f"{invented.DOCUMENT}| {code} | Dock |\n", pattern="[-0-9x]+")
    docs = tmp_path / "docs"
    docs.mkdir()
    assert commands.main(["published", str(data), str(docs)]) == 0
    assert code in [one.code for one in load(data).catalogs["orbit"].codes]
    assert commands.main(["check", str(data), str(docs)]) == 0


def test_questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal what is not said is asked, with a default, and at last whether to write."""
    orbit = Orbit(tmp_path)
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return (
            "https://moon.example/e"
            if "Address" in question
            else "y"
            if "Write" in question
            else ""
        )

    monkeypatch.setattr("macros.maintain.terminal.is_interactive", lambda: True)
    monkeypatch.setattr("builtins.input", answer)
    assert _new(orbit, FIRST) == 0
    assert len(asked) == 6
    written = yaml.safe_load(orbit.read("moon/provider.yml"))
    assert (written["name"], written["product"], written["about"]) == (
        "Moon",
        "Moon API",
        "The Moon API.",
    )


def test_a_body_is_asked_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A body that is none is told at once, before anything else is asked."""
    orbit = Orbit(tmp_path)
    bodies = ["{", '{"x": "y"}', '{"code": 101, "text": "The dock is busy"}']
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        return bodies.pop(0) if "body" in question else "y"

    monkeypatch.setattr("macros.maintain.terminal.is_interactive", lambda: True)
    monkeypatch.setattr("builtins.input", answer)
    assert _new(orbit, FIRST, *SAID, *PAGE) == 0
    assert ["body" in one for one in asked] == [True, True, True, False]
    told = capsys.readouterr().out
    assert "the example is not JSON: " in told
    assert "no value in the example is one of the codes" in told
    response = yaml.safe_load(orbit.read("moon/provider.yml"))["code_sets"][0]["response"]
    assert response["code"] == ["code"]


def test_nothing_is_asked_of_a_document_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is refused first, with the reader to mend."""
    orbit = Orbit(tmp_path)
    monkeypatch.setattr("macros.maintain.terminal.is_interactive", lambda: True)
    monkeypatch.setattr("builtins.input", pytest.fail)
    assert _new(orbit, FIRST + "| 108 | a | b |\n") == 1
    assert "add --reader FILE:" in capsys.readouterr().out
    assert _new(orbit, "Nothing.\n") == 1
    assert "nothing in it looks like codes" in capsys.readouterr().out


def test_stopped_at_a_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever stops at a question is told that nothing is written."""
    orbit = Orbit(tmp_path)
    before = orbit.files()

    def stop(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("macros.maintain.terminal.is_interactive", lambda: True)
    monkeypatch.setattr("builtins.input", stop)
    assert _new(orbit, FIRST) == 1
    assert capsys.readouterr().err == "\nStopped: nothing is written.\n"
    assert orbit.files() == before


@pytest.mark.parametrize(
    ("response", "says"),
    [
        ({"code": ["code"]}, "belong together"),
        ({"example": '{"code": 1}'}, "belong together"),
        ({"message": ["text"]}, "nothing is known of other keys"),
        ({"beside": ["text"]}, "nothing is known of other keys"),
    ],
)
def test_half_a_body(response: dict[str, object], says: str) -> None:
    """Of a body all is said, or nothing."""
    known = {"type": "integer", "success": [], "success_means": "Not known."}
    assert Response.model_validate(known).code == []
    with pytest.raises(ValueError, match=says):
        Response.model_validate({**known, **response})


def test_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`read` prints tables with whole headings, reasons, and a block that reads the document."""
    orbit = Orbit(tmp_path)
    long = "What it means when a ship gets this back from the harbour, in the harbour's own words"
    file = tmp_path / "moon.md"
    file.write_text(MARKDOWN.replace("What it means", long), "utf-8")
    assert orbit.run("read", str(file)) == 0
    printed = capsys.readouterr().out
    assert f"    HTTP | Kind | Ok | Code | {long}\n" in printed
    assert 'code is "Code": 4 of its 4 cells look like codes, such as 0, -1001, -1002' in printed
    lines = "8 lines with text: 4 of rows, 2 of headings, 1 ignored, 1 of marks alone.\n"
    assert lines in printed
    block = yaml.safe_load(printed[printed.index("    reader:\n") :])
    assert block["reader"]["tables"][0]["pattern"] == "0|-[0-9]{4}"


def test_read_like(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--like` begins with the options of a provider, and says what differs."""
    orbit = Orbit(tmp_path)
    file = tmp_path / "next.md"
    file.write_text(THIRD.replace("| Meaning |", "| Says |"), "utf-8")
    assert orbit.run("read", str(file), "--like", "orbit") == 0
    printed = capsys.readouterr().out
    assert 'message "Meaning" is now "Says"' in printed
    assert 'pattern: "-?[0-9]+"' in printed


def test_read_what_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What nothing accounts for is told, and the exit status says so."""
    orbit = Orbit(tmp_path)
    file = tmp_path / "moon.md"
    file.write_text(MARKDOWN + "| 400 | docks |\n", "utf-8")
    assert orbit.run("read", str(file)) == 1
    assert "number of cells: 2, of columns: 5" in capsys.readouterr().out
    file.write_text("Nothing here.\n", "utf-8")
    assert orbit.run("read", str(file)) == 1
    assert "nothing in it looks like codes" in capsys.readouterr().out


PROBLEMS = (
    Problem("data/a.yml", 3, "this is wrong, 100 %.", "Mend it:\nhere."),
    Problem("data/a.yml", 9, "this too.", "Mend it."),
    Problem("data/b, c.yml", 0, "it is gone.", "Restore it."),
)


def test_for_github() -> None:
    """Annotations have file and line, and escape what would end them."""
    assert check.as_github(PROBLEMS).splitlines() == [
        "::error file=data/a.yml,line=3::this is wrong, 100 %25. Mend it:%0Ahere.",
        "::error file=data/a.yml,line=9::this too. Mend it.",
        "::error file=data/b%2C c.yml::it is gone. Restore it.",
    ]


def test_for_programs() -> None:
    """JSON has an object for each problem."""
    listed = json.loads(check.as_json(PROBLEMS))
    assert [(one["file"], one["line"]) for one in listed] == [
        ("data/a.yml", 3),
        ("data/a.yml", 9),
        ("data/b, c.yml", 0),
    ]
    assert json.loads(check.as_json(())) == []


def test_for_people() -> None:
    """Problems stand by file, each with the place to click on."""
    assert check.as_text(PROBLEMS, str.upper) == (
        "DATA/A.YML: 2 problems\n"
        "data/a.yml:3: this is wrong, 100 %. Mend it:\nhere.\n"
        "data/a.yml:9: this too. Mend it.\n"
        "\n"
        "DATA/B, C.YML: 1 problem\n"
        "data/b, c.yml: it is gone. Restore it.\n"
        "\n"
        "3 problems in 2 files"
    )


def test_check_prints_in_forms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`check --format` prints nothing but what programs read."""
    orbit = Orbit(tmp_path)
    (orbit.data / "orbit/stray.md").write_text("x", "utf-8")
    where = [str(orbit.data), str(orbit.docs)]
    capsys.readouterr()
    assert commands.main(["check", *where, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)[0]["file"] == "data/orbit/stray.md"
    assert commands.main(["check", *where, "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=data/orbit/stray.md::no revision names")
    assert commands.main(["check", *where]) == 1
    assert "\033" not in "".join(capsys.readouterr())
