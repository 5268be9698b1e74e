"""Every command that the manuals show is run here, on a copy of the data and invented documents."""

from __future__ import annotations

import argparse
import re
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest

from macros import __main__ as commands
from macros.sources import published
from tests.invented import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANUALS = (
    "data/README.md",
    "CONTRIBUTING.md",
    "README.md",
    "docs/contributing/search.md",
    "docs/contributing/how-far.md",
)
SHOWN = re.compile(r"python -m macros ([^`\n|\"]*(?:\"[^\"\n]*\"[^`\n|\"]*)*)")
NEED_MORE = ("read", "add-revision", "new-provider", "retract", "write")
# Of a command that is not about data; `how-far.md` describes it.
WRITE_ALONE = {"--search-documents"}
HEAD = "| service| isSuccess| resultCode| resultMessage |\n|---|---|---|---|\n"
MORE = HEAD + "| Dock | false | -9001 | The dock is on fire |\n"
KOREAN = HEAD + "| Dock | false | -1000 | 부두가 가득 찼습니다 |\n| Dock | true | 0 | 정박 |\n"
PAGE = "<table><tr><th>Code</th><th>Meaning</th></tr>{}</table>"
ROWS = "".join(f"<tr><td>{code}</td><td>Dock {code} is busy</td></tr>" for code in range(101, 109))


def _texts() -> Iterator[str]:
    for name in MANUALS:
        yield re.sub(r"\\\n\s*", " ", (PROJECT / name).read_text("utf-8"))


def _commands() -> list[str]:
    """Return every command that a manual shows, in a block of code or within a sentence."""
    found = []
    for text in _texts():
        # Within a sentence a command can go on in the next line.
        whole = re.sub(r"`[^`\n]+\n[^`\n]+`", lambda code: code[0].replace("\n", " "), text)
        found += [
            match[1].split(" || ")[0].split(";")[0].strip() for match in SHOWN.finditer(whole)
        ]
    # A sentence can call a command by its name alone.
    return [one for one in dict.fromkeys(found) if one not in NEED_MORE]


def _documents(folder: Path, data: Path) -> None:
    """Write the documents that the manuals speak of; the next one is the newest one, changed."""
    folder.mkdir()
    newest = (data / "kakaotalk/2025-12-10.md").read_text("utf-8")
    other = newest.replace("-1000|", "-9000|", 1)
    assert other != newest
    codes = (data / "wechat/r2.txt").read_text("utf-8").rstrip()
    for name, text in {
        "error-code.md": other,
        "error-code.ko.md": KOREAN,
        "errors-1.md": other,
        "errors-2.md": MORE,
        "more.md": MORE,
        "old.md": other,
        "codes.txt": f"{codes}\n9001099 Dock is on fire\n",
        "errors.html": PAGE.format(ROWS),
    }.items():
        (folder / name).write_text(text, "utf-8")


@pytest.mark.parametrize("shown", _commands())
def test_shown(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    shown: str,
) -> None:
    """It ends well, `check` passes afterwards, and no published address is lost."""
    here = tmp_path / "here"
    here.mkdir()
    data = here / "data"
    shutil.copytree(PROJECT / "data", data)
    _documents(here / "Downloads", data)
    for path in data.glob("*/provider.yml"):  # nothing is fetched here; test_watch.py does that
        text = re.sub(
            r"^  (raw|repository|path|branch): .*\n",
            "",
            path.read_text("utf-8"),
            flags=re.MULTILINE,
        )
        path.write_text(text, "utf-8")
    before = set(published.read(data))
    monkeypatch.chdir(here)
    name, *words = shlex.split(shown)
    where = ["--data", "data", "--docs", str(PROJECT / "docs")]
    positional = name in {"check", "published"}
    if name in {"add-revision", "retract", "new-provider"}:
        words += ["--yes", "--anyway"]
    if name == "new-provider":
        words += ["--url", "https://orbit.example/errors"]
    given = [name, *words, where[1], where[3]] if positional else [name, *where, *words]
    status = commands.main(given)
    printed = capsys.readouterr()
    # What is not watched is not known to be the same.
    assert status == (1 if name == "watch" else 0), printed
    assert commands.main(["check", "data", where[3]]) == 0, capsys.readouterr()
    assert before <= set(published.read(data))


def test_enough_is_shown() -> None:
    """The commands are found: each that writes is shown, and all of them are real ones."""
    names = {shown.split()[0] for shown in _commands()}
    assert {
        "add-revision",
        "retract",
        "new-provider",
        "read",
        "open-work",
        "watch",
        "check",
        "write",
    } <= names
    assert len(_commands()) >= 12


def _options(parser: argparse.ArgumentParser) -> set[str]:
    found: set[str] = set()
    for action in parser._actions:  # noqa: SLF001 - there is no other way to ask
        found |= set(action.option_strings)
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            for other in action.choices.values():
                found |= _options(other)
    return found


def test_options_are_real() -> None:
    """Every option that the manual of the data names is one of a command, and all are named."""
    text = (PROJECT / "data/README.md").read_text("utf-8")
    named = set(re.findall(r"`?(--[a-z][a-z-]+)", text))
    real = _options(commands._parser())  # noqa: SLF001
    assert named - real == {"--strict", "--require-hashes"}, "of mkdocs and pip"
    assert real - named == {
        "-h",
        "--help",
        "--data",
        "--docs",
        "--dated-by",
        "--about",
        *WRITE_ALONE,
    }


def test_targets_are_real() -> None:
    """Every target of `make` that a manual names is one of the Makefile."""
    targets = set(
        re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE)
    )
    named = {
        target
        for text in _texts()
        for words in re.findall(r"(?:`|^    )make ([a-z][a-z -]*)", text, re.MULTILINE)
        for target in words.split()
    }
    assert len(named) > 8
    assert named <= targets
