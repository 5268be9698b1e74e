"""`watch` on an invented provider: what is told of what it publishes, saved, recorded and shown."""

from __future__ import annotations

import hashlib
import json
import re
import shlex
from typing import TYPE_CHECKING

import pytest

from macros import __main__ as commands
from macros import addresses, atlas
from macros.catalog import load as catalog
from macros.maintain import edits
from macros.maintain.watch import beside, report
from macros.publish.site import Site
from tests import invented
from tests.maintain.watch import served
from tests.maintain.watch.upstream import Upstream

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.maintain.watch.served import Server

HEAD = "# Errors\n\n| Code | Meaning |\n|---|---|\n"
HELD = HEAD + (
    "| 0 | Docked |\n| 101 | The dock is busy |\n| 102 | The dock is closed |\n"
    "| 103 | The ship is too long |\n| 104 | The mast is too high |\n"
)
NEXT = HEAD + (
    "| 0 | Docked |\n| 101 | This dock is busy |\n| 102 | The dock is closed |\n"
    "| 103 | The ship is too wide |\n| 105 | No pilot is on duty |\n"
)
TODAY = commands._today().isoformat()  # noqa: SLF001 - the day that commands are given


class Port:
    """The invented provider, its server, and commands run on it."""

    def __init__(self, folder: Path, server: Server, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.server, self._capsys = folder, server, capsys
        self.data = invented.write(folder, HELD)
        self.docs = folder / "docs"
        self.docs.mkdir()
        (self.docs / "index.md").write_text("# Home\n", "utf-8")
        assert commands.main(["published", str(self.data), str(self.docs)]) == 0

    def official(self, **keys: str) -> None:
        """Say in provider.yml where the document can be fetched."""
        path = self.data / "orbit/provider.yml"
        lines = "".join(f"  {key}: {value}\n" for key, value in keys.items())
        url = "  url: https://orbit.example/errors\n"
        path.write_text(path.read_text("utf-8").replace(url, url + lines), "utf-8")

    def publishes(self, content: bytes | str, **headers: str) -> None:
        """Let the provider publish a document."""
        data = content.encode() if isinstance(content, str) else content
        self.server.has("/errors.md", data, 200, **headers)
        if "raw:" not in (self.data / "orbit/provider.yml").read_text("utf-8"):
            self.official(raw=f"{self.server.url}/errors.md")

    def run(self, *words: str) -> int:
        """Run one command."""
        where = ("--data", str(self.data), "--docs", str(self.docs))
        return commands.main([words[0], *where, *words[1:]])

    def watch(self, *words: str) -> tuple[int, str]:
        """Run `watch`; return its exit status, and what it prints."""
        self._capsys.readouterr()
        status = self.run("watch", *words)
        printed = self._capsys.readouterr()
        return status, printed.out + printed.err

    def files(self) -> dict[str, bytes]:
        """Return all that is in `data`."""
        paths = (path for path in self.data.rglob("*") if path.is_file())
        return {path.relative_to(self.data).as_posix(): path.read_bytes() for path in paths}

    def entry(self) -> dict[str, object]:
        """Return what provider.yml says of the newest revision."""
        text = (self.data / "orbit/provider.yml").read_text("utf-8")
        newest: dict[str, object] = edits.values(text)["revisions"][-1]
        return newest


@pytest.fixture
def port(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Port]:
    """Return the provider, whose document nobody has said how to fetch."""
    with served.running() as server:
        yield Port(tmp_path, server, capsys)


def test_the_same(port: Port) -> None:
    """The same bytes are told as that; nothing is written anywhere."""
    port.publishes(HELD)
    before = port.files()
    status, told = port.watch("orbit", "--save", str(port.folder / "new"))
    assert status == 0
    assert told == (
        "data/orbit/2021-01-01.md: the same, byte for byte;"
        f" looked at {port.server.url}/errors.md\n"
    )
    assert port.files() == before
    assert not (port.folder / "new").exists()


def test_the_same_rows(port: Port) -> None:
    """Other line endings, prose or order are other bytes; codes and texts are the same."""
    rows = HELD.splitlines(keepends=True)
    for other in (
        HELD.replace("# Errors", "# Codes"),
        HELD.replace("\n", "\r\n"),
        "\n\n" + HELD,
        "".join([*rows[:5], *rows[:4:-1]]),
    ):
        port.publishes(other)
        status, told = port.watch()
        assert status == 0
        assert ": the same codes and texts, though other bytes;" in told
        assert "add-revision" not in told


def test_it_differs(port: Port) -> None:
    """Codes are named by what became of them, and the command that takes it in is ready."""
    port.publishes(NEXT)
    before = port.files()
    new = port.folder / "new ones"
    status, told = port.watch("--save", str(new))
    assert status == 3
    assert "5 rows; 2021-01-01.md has 5.\n" in told
    assert "  From 2021-01-01 to what is published now:\n" in told
    assert "    dropped: 1\n      104: The mast is too high\n" in told
    assert "    added: 1\n      105: No pilot is on duty\n" in told
    assert "reworded, or another meaning: 2" in told
    assert port.files() == before
    assert (new / "orbit.md").read_text("utf-8") == NEXT
    command = told.splitlines()[-1].strip()
    assert "  Saved. Next:\n" in told
    python, module, macros, *words = shlex.split(command)
    assert (python, module, macros) == ("python", "-m", "macros")
    assert port.run(*words, "--yes") == 0
    assert port.entry()["id"] == TODAY
    assert port.entry()["dated_by"] == "It was fetched on this day; its own day is not known."
    assert port.watch()[0] == 0


def test_a_day_of_its_own(port: Port) -> None:
    """A document that says of which day it is, later than the held one, needs no --date."""
    port.publishes(f"Updated: 2022-05-05\n\n{NEXT}")
    status, told = port.watch()
    assert status == 3
    assert "ignore has Updated: .*" in told
    assert told.endswith(
        "  Run it again with --save DIR, then:\n"
        "    python -m macros add-revision orbit DIR/orbit.md\n"
    )
    # One that kept its day is of another one all the same.
    port.publishes(f"Updated: 2021-01-01\n\n{NEXT}")
    assert f"DIR/orbit.md --date {TODAY} --dated-by " in port.watch()[1]


def test_other_columns(port: Port) -> None:
    """A column that is no text changed: codes are named, and no kind of change is claimed."""
    wide = "| Code | Meaning | Since |\n|---|---|---|\n| 0 | Docked | 1 |\n| 101 | Busy | 1 |\n"
    path = port.data / "orbit/2021-01-01.md"
    path.write_text(wide, "utf-8")
    provider = port.data / "orbit/provider.yml"
    text = provider.read_text("utf-8").replace("[Code, Meaning]", "[Code, Meaning, Since]")
    old, now = (hashlib.sha256(one.encode()).hexdigest() for one in (HELD, wide))
    provider.write_text(text.replace(old, now), "utf-8")
    (port.data / "orbit/published.txt").unlink()
    port.publishes(wide.replace("Busy | 1", "Busy | 2"))
    status, told = port.watch()
    assert status == 3
    assert "Other columns, or not readable: 101\n" in told
    assert "reworded" not in told


def test_another_form(port: Port) -> None:
    """Headings that changed and codes of a new form are read, and told, as add-revision would."""
    port.publishes(NEXT.replace("Code | Meaning", "Number | Text").replace("105", "E105"))
    status, told = port.watch()
    assert status == 3
    assert "How it is read differs:" in told
    assert 'code "Code" is now "Number"' in told
    assert "      E105: No pilot is on duty\n" in told


def test_an_old_copy(port: Port) -> None:
    """An older revision that is published again is told as that, and nothing takes it in."""
    file = port.folder / "2022-01-01.md"
    file.write_text(NEXT, "utf-8")
    assert port.run("add-revision", "orbit", str(file), "--yes") == 0
    port.publishes(HELD)
    status, told = port.watch()
    assert status == 3
    assert "Look twice: an old copy? It is, byte for byte, of the revision 2021-01-01." in told
    assert "add-revision" not in told


ERROR_PAGE = "<!DOCTYPE html>\n<html><body><h1>Oops</h1><p>Come back later.</p></body></html>\n"


def test_an_error_page(port: Port) -> None:
    """A page of HTML that says 200 is not taken for the document: another page?"""
    port.publishes(ERROR_PAGE, Content_Type="text/html")
    status, told = port.watch("--save", str(port.folder / "new"))
    assert status == 1
    assert "data/orbit/2021-01-01.md: cannot be read as the last one;" in told
    assert "Look twice: another page? It is HTML, and 2021-01-01.md is not." in told
    assert told.endswith(f"python -m macros read {port.folder}/new/orbit.md --like orbit\n")
    assert (port.folder / "new/orbit.md").read_text("utf-8") == ERROR_PAGE
    port.publishes("# Welcome\n\nNothing is here.\n")
    assert "another page? Of 5 codes, 0 stand in it." in port.watch()[1]
    port.publishes(HELD + "\n101 is not what it was.\n")
    status, told = port.watch()
    assert status == 1
    assert '"101 is not what it was."' in told
    assert "another page?" not in told


def test_what_takes_too_long(port: Port, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document on which nobody gets further is given up."""
    # The pattern takes longer than anybody lives, so that the clock strikes while it is tried, and
    # not in the middle of what measures the tests' coverage, which would keep its lock.
    path = port.data / "orbit/provider.yml"
    path.write_text(path.read_text("utf-8").replace("[0-9]+", "([0-9]+)+"), "utf-8")
    monkeypatch.setattr(beside, "LONGEST", 0.5)
    port.publishes(f"{HELD}| {'1' * 60}x | The dock is odd |\n")
    status, told = port.watch()
    assert status == 1
    assert "It takes more than 0.5 seconds to find out how it can be read." in told


def test_another_page_of_codes(port: Port) -> None:
    """A page that can be read, and lists other codes, is doubted."""
    port.publishes(HEAD + "".join(f"| {number} | Text {number} |\n" for number in range(900, 920)))
    assert "Look twice: another page? Of 20 codes, 0 are in the revision" in port.watch()[1]


def test_no_utf_8(port: Port) -> None:
    """A document in another encoding says so, with what the server calls it."""
    port.publishes(
        (HELD + "| 106 | 항구 |\n").encode("euc-kr"), Content_Type="text/plain; charset=x"
    )
    status, told = port.watch()
    assert status == 1
    assert "  line 10: not UTF-8. The server calls it text/plain; charset=x.\n" in told


def test_an_empty_answer(port: Port) -> None:
    """No bytes are no document."""
    port.publishes("")
    assert port.watch()[0] == 1


def test_nothing_to_compare(port: Port) -> None:
    """What cannot be fetched is told with what to do, and fails; the others are compared."""
    invented.write(
        port.folder, HELD, ident="dock", provider=invented.PROVIDER.replace("orbital", "d")
    )
    port.publishes(HELD)
    status, told = port.watch()
    assert status == 0  # nobody has asked to compare the other one
    assert "data/dock/2021-01-01.md: not watched\n" in told
    status, told = port.watch("dock")
    assert status == 1
    assert "Add `raw`, or `repository` and `path`, to `official` in provider.yml." in told
    port.server.answers.clear()
    status, told = port.watch("orbit")
    assert status == 1
    assert "  it answers 404 Not Found.\n  Open the address in a browser; " in told


@pytest.mark.parametrize("words", [("nobody",), ("--save", "data/new"), ("--save", "data")])
def test_wishes(port: Port, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """A provider that is none, and a folder within data/, are refused."""
    monkeypatch.chdir(port.folder)
    port.publishes(NEXT)
    before = port.files()
    status, told = port.watch(*words)
    assert status == 1
    assert "there is no provider" in told or "this folder is in data/" in told
    assert port.files() == before


def test_signs_of_a_terminal(port: Port) -> None:
    """What a stranger wrote cannot speak to the terminal."""
    port.publishes(NEXT.replace("No pilot", "\u202eNo pilot") + "| 106 | \x1b[2Jgone |\n")
    told = port.watch()[1]
    assert '"\\x1b[2Jgone" has a control character.' in told
    assert "\x1b" not in told
    port.publishes(NEXT.replace("No pilot", "\u202eNo pilot"))
    assert "105: \ufffdNo pilot" in port.watch()[1]
    assert "\x1b" not in told


TWIN = HEAD.replace("Meaning", "뜻") + "| 0 | 정박 |\n| 101 | 부두가 붐빈다 |\n"


def _with_a_twin(port: Port) -> tuple[str, str]:
    """Give the revision a twin; return where both documents are published."""
    (port.data / "orbit/ko.md").write_text(TWIN, "utf-8")
    path = port.data / "orbit/provider.yml"
    text = path.read_text("utf-8")
    reader = text[text.index("    reader:\n") :].replace("Meaning", "뜻")
    also = (
        "    also:\n      - file: ko.md\n        language: ko\n        source: unknown\n"
        "        licence: none stated\n"
        f"        sha256: {hashlib.sha256(TWIN.encode()).hexdigest()}\n"
    )
    deeper = reader.replace("\n    ", "\n        ").replace("    r", "        r", 1).rstrip()
    path.write_text(f"{text}{also}{deeper}\n", "utf-8")
    en, ko = (
        port.server.has(f"/{name}.md", one.encode()) for name, one in (("en", HELD), ("ko", TWIN))
    )
    port.official(raw=f"[{en}, {ko}]")
    return en, ko


def test_several_documents(port: Port) -> None:
    """Each document of a revision has its place, in order; one too few or too many is told."""
    path = port.data / "orbit/provider.yml"
    en, ko = _with_a_twin(port)
    assert port.watch()[0] == 0
    port.server.has("/ko.md", TWIN.replace("붐빈다", "한산하다").encode())
    status, told = port.watch("--save", str(port.folder / "new"))
    assert status == 3
    assert "data/orbit/2021-01-01.md: the same, byte for byte;" in told
    assert "data/orbit/ko.md: differs;" in told
    assert "How it is read differs" not in told
    assert "  From 2021-01-01.ko to what is published now:\n" in told
    assert "the command takes in all of them as the next one." in told
    assert [file.name for file in (port.folder / "new").iterdir()] == ["orbit-2.md"]
    whole = path.read_text("utf-8")
    path.write_text(whole.replace(f"[{en}, {ko}]", en), "utf-8")
    status, told = port.watch()
    assert status == 0
    assert "data/orbit/ko.md: not watched\n" in told
    path.write_text(whole.replace(f"[{en}, {ko}]", f"[{en}, {ko}, {en}]"), "utf-8")
    status, told = port.watch()
    assert status == 1
    assert "the revision 2021-01-01 has no document to compare with this." in told


def test_several_documents_are_taken_in_together(
    port: Port, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command names all documents, those that are held where they have not changed."""
    _with_a_twin(port)
    port.server.has("/ko.md", TWIN.replace("붐빈다", "한산하다").encode())
    words = shlex.split(port.watch("--save", str(port.folder / "new"))[1].splitlines()[-1])[3:]
    new = port.folder / "new/orbit-2.md"
    assert words == [
        *("add-revision", "orbit", "data/orbit/2021-01-01.md", str(new)),
        *("--language", "en", "--language", "ko", "--date", TODAY),
        *("--dated-by", "It was fetched on this day; its own day is not known."),
        *("--source", "unknown"),
    ]
    monkeypatch.chdir(port.folder)
    assert port.run(*words, "--yes") == 0
    newest = catalog.load(port.data)["orbit"].provider.latest
    assert [one.file for one in newest.documents] == [f"{TODAY}.md", f"{TODAY}.ko.md"]
    assert (port.data / f"orbit/{TODAY}.md").read_text("utf-8") == HELD
    assert (port.data / f"orbit/{TODAY}.ko.md").read_bytes() == new.read_bytes()
    # It is no next revision where nothing has changed.
    assert port.run(*words, "--yes") == 1


def test_one_of_several_that_is_not_compared(port: Port) -> None:
    """What could not be compared is taken in as it is held, and that is said."""
    _with_a_twin(port)
    port.server.has("/en.md", (HELD + "| 105 | Fog |\n\nUpdated: 2025-05-05\n").encode())
    port.server.answers.pop("/ko.md")
    status, told = port.watch()
    assert status == 1
    assert "The command takes in the held one again: look whether it is still the same." in told
    (line,) = (one for one in told.splitlines() if "add-revision" in one)
    words = shlex.split(line)[5:]
    assert words[:2] == ["DIR/orbit.md", "data/orbit/ko.md"]
    at = words.index("--date")
    assert words[at : at + 4] == [
        *("--date", "2025-05-05", "--dated-by"),
        'It says so itself: "Updated: 2025-05-05".',
    ]


def test_a_repository(port: Port) -> None:
    """A file of a repository is compared; its commit dates the revision that is taken in."""
    upstream = Upstream(port.folder)
    upstream.commit("2021-01-01", docs__errors_md=HELD)
    upstream.commit("2021-06-01", "next", docs__errors_md=NEXT)
    upstream.commit("2021-07-01", "next", readme_md="x")
    address = upstream.serve(port.server)
    port.official(repository=address, path="docs/errors.md")
    status, told = port.watch()
    assert (status, told) == (
        0,
        f"data/orbit/2021-01-01.md: the same, byte for byte; looked at {address} docs/errors.md\n",
    )
    port.official(branch="next")
    status, told = port.watch("--save", str(port.folder / "new"))
    assert status == 3
    words = shlex.split(told.splitlines()[-1])[3:]
    assert port.run(*words, "--yes") == 0
    assert port.entry()["id"] == "2021-06-01"
    assert port.entry()["dated_by"] == (
        f"It is, byte for byte, docs/errors.md of the public repository {address} at commit"
        f" {upstream.commits[1][:12]}, which is of that day."
    )
    path = port.data / "orbit/provider.yml"
    path.write_text(path.read_text("utf-8").replace("branch: next", "branch: gone"), "utf-8")
    status, told = port.watch()
    assert status == 1
    assert "couldn't find remote ref refs/heads/gone." in told


def test_for_programs(port: Port) -> None:
    """JSON has all of it; annotations say how bad it is, and no text breaks out of them."""
    port.publishes(NEXT.replace("No pilot", "::error::No pilot 5%"))
    status, told = port.watch("--format", "json", "--save", str(port.folder))
    (one,) = json.loads(told)
    assert status == 3
    assert one["codes"] == {"reworded": ["101", "103"], "dropped": ["104"], "added": ["105"]}
    assert (one["outcome"], one["document"]) == ("differs", "data/orbit/2021-01-01.md")
    assert (one["saved_as"], one["bytes"], one["day"]) == ("orbit.md", len(NEXT) + 12, TODAY)
    assert one["command"].startswith(f"python -m macros add-revision orbit {port.folder}/orbit.md ")
    assert one["sha256"] == hashlib.sha256((port.folder / "orbit.md").read_bytes()).hexdigest()
    status, told = port.watch("--format", "github")
    (line,) = told.splitlines()
    assert status == 3
    assert line.startswith("::warning file=data/orbit/2021-01-01.md::data/orbit/2021-01-01.md: dif")
    assert "%0A      105: ::error::No pilot 5%25 is on duty%0A" in line
    port.publishes(HELD)
    assert port.watch("--format", "github")[1].startswith("::notice file=")
    port.publishes(ERROR_PAGE)
    assert port.watch("--format", "github")[1].startswith("::error file=")


def test_the_record(port: Port) -> None:
    """What came of it is recorded, byte for byte as expected; pages and programs are told."""
    port.publishes(HELD)
    assert "Recorded in data/orbit/compared.yml; commit it." in port.watch("--record")[1]
    path = port.data / "orbit/compared.yml"
    assert path.read_text("utf-8") == (
        "# Written by `python -m macros watch --record`: what came of the last comparison.\n"
        f'day: "{TODAY}"\n'
        'revision: "2021-01-01"\n'
        "documents:\n"
        "  - file: 2021-01-01.md\n"
        f"    address: {port.server.url}/errors.md\n"
        "    outcome: same\n"
        f'    sha256: "{hashlib.sha256(HELD.encode()).hexdigest()}"\n'
    )
    assert port.run("watch") == 0  # what is recorded is data that can be read
    says = f"On {TODAY}, revision 2021-01-01 was compared with what the provider publishes:"
    assert shown(port) == [f"{says} it was the same."] * 3
    port.publishes(HELD + "\n")
    port.watch("--record")
    assert shown(port) == [f"{says} its codes and texts were the same."] * 3
    port.publishes(NEXT)
    assert port.watch("--record")[0] == 3
    assert shown(port) == [f"{says} it differs since."] * 3
    # A day on which nothing could be compared leaves what is known.
    before = path.read_bytes()
    port.publishes(ERROR_PAGE)
    status, told = port.watch("--record")
    assert status == 1
    assert "data/orbit/compared.yml stays as it is: not all documents of orbit were" in told
    assert path.read_bytes() == before


def shown(port: Port) -> list[str]:
    """Return what pages, and the file for programs, say of the last comparison."""
    site = Site(atlas.load(port.data), port.data, "https://atlas.example/")
    held = site.atlas.catalogs["orbit"]
    code = held.by_address["101"]
    last = json.loads(site.api[addresses.API_PROVIDER(provider="orbit")])["last_compared"]
    day_and_revision = last and (last["day"], last["revision"])
    assert day_and_revision == (held.compared and (TODAY, held.provider.latest.id))
    texts = (
        site.code_page(code),
        site.parts["sources_page"](lambda target: target),
        site.api[code.markdown_url],
    )
    found = [line for text in texts for line in text.splitlines() if "was compared" in line]
    return [re.sub("^- |<[^>]*>", "", line).strip() for line in found]


def test_a_record_and_a_newer_revision(port: Port) -> None:
    """What differed and was taken in is the newest now; of another one nothing is known."""
    port.publishes(NEXT)
    port.watch("--record", "--save", str(port.folder))
    assert (
        port.run(
            "add-revision", "orbit", str(port.folder / "orbit.md"), "--date", "2022-01-01", "--yes"
        )
        == 0
    )
    last = catalog.load(port.data)["orbit"].compared
    assert last
    assert (last.revision, last.outcome, last.documents[0].file) == (
        "2022-01-01",
        "same",
        "2022-01-01.md",
    )
    other = port.folder / "2023-01-01.md"
    other.write_text(NEXT.replace("wide", "heavy"), "utf-8")
    assert port.run("add-revision", "orbit", str(other), "--yes") == 0
    assert catalog.load(port.data)["orbit"].compared is None
    assert shown(port) == []


def test_a_record_that_is_none(port: Port) -> None:
    """A record of a revision that nobody holds is refused, with its line."""
    port.publishes(HELD)
    port.watch("--record")
    path = port.data / "orbit/compared.yml"
    path.write_text(path.read_text("utf-8").replace('"2021-01-01"', '"2020-01-01"'), "utf-8")
    status, told = port.watch()
    assert status == 1
    assert 'data/orbit/compared.yml:3: there is no revision "2020-01-01".' in told


def test_every_outcome_has_words() -> None:
    """What each outcome is called, and how bad it is, is said."""
    assert report.SAYS.keys() == report._LEVELS.keys()  # noqa: SLF001 - the table beside it
