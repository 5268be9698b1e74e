"""`open-work`: says what is open and where, and what it prints is right as it is."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import pytest

from macros import __main__ as commands
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "| Code | Meaning |\n|---|---|\n| 0 | Docked |\n"
BEFORE = HEAD + "| 101 | Dock is shut |\n"
AFTER = HEAD + "| 101 | Dock is gone |\n| 102 | Fog |\n"


class Folder:
    """The invented provider with a text that changed and a code that is new."""

    def __init__(self, folder: Path, before: str = BEFORE, after: str = AFTER, *later: str) -> None:
        self.data = invented.write(folder, before, after, *later)
        self.docs = folder / "docs"
        self.docs.mkdir()
        path = self.data / "conditions.yml"
        text = re.sub('orbit: "20..-01-01"', 'orbit: "2021-01-01"', path.read_text("utf-8"))
        path.write_text(text, "utf-8")
        if "102" not in before:
            self.replace("conditions.yml", '"102": busy', '"102": unreviewed')
        self.run("published")

    def replace(self, file: str, what: str, by: str) -> None:
        """Edit a file."""
        path = self.data / file
        text = path.read_text("utf-8")
        assert what in text
        path.write_text(text.replace(what, by), "utf-8")

    def read(self, file: str) -> str:
        """Return what a file says."""
        return (self.data / file).read_text("utf-8")

    def run(self, *words: str) -> int:
        """Run a command."""
        if words[0] in {"open-work", "prune"}:
            where = ["--data", str(self.data), "--docs", str(self.docs)]
            return commands.main([words[0], *where, *words[1:]])
        return commands.main([*words, str(self.data), str(self.docs)])


def test_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each code is told with its file and line; `check` counts them and passes."""
    folder = Folder(tmp_path)
    assert folder.run("check") == 0
    counted = "Orbit Docks: 2 codes with open work; `python -m macros open-work orbit` lists it."
    assert counted in capsys.readouterr().out.splitlines()
    assert folder.run("open-work", "orbit") == 0
    lines = capsys.readouterr().out.splitlines()
    for line in (
        "Orbit 101: Dock is gone",
        "  The verdict was chosen for another text.",
        "    An earlier text, “Dock is shut” (2021-01-01), was classified as Busy: retry later.",
        "    data/conditions.yml:32: if it means the same, write",
        "    Reworded, 2021-01-01 to 2022-01-01.",
        "  Nobody has classified the code.",
        "    data/conditions.yml:33: write its condition in the place of `unreviewed`, with",
        '    as_of: "2022-01-01"',
        "2 codes with open work.",
    ):
        assert line in lines, line
    assert folder.run("open-work", "venus") == 1
    assert 'no provider "venus"' in capsys.readouterr().out


def test_many_new_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Codes that lack a condition and nothing else are told together, each with its line."""
    more = [f"| 10{end} | Fog {end} |\n" for end in range(3, 6)]
    folder = Folder(tmp_path, BEFORE, AFTER + "".join(more))
    for end in range(3, 6):
        folder.replace("conditions.yml", f'"10{end}": busy', f'"10{end}": unreviewed')
    capsys.readouterr()
    assert folder.run("open-work", "orbit") == 0
    told = capsys.readouterr().out
    assert (
        "\nOrbit Docks: nobody has classified 4 codes, last listed in 2022-01-01.\n"
        '  Write the condition of each in the place of `unreviewed`, with as_of: "2022-01-01"\n'
        "  data/conditions.yml:33: Orbit 102: Fog\n"
        "  data/conditions.yml:34: Orbit 103: Fog 3\n"
        "  data/conditions.yml:35: Orbit 104: Fog 4\n"
        "  data/conditions.yml:36: Orbit 105: Fog 5\n"
    ) in told
    assert "Nobody has classified the code." not in told
    assert told.endswith("5 codes with open work.\n")


@pytest.mark.parametrize(("says", "is_told"), [("Find a free dock.", True), ("Wait.", False)])
def test_a_term_that_was_renamed(
    says: str, *, is_told: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line that confirms a verdict and has the earlier term is told to be mended in it."""
    faults = ("shut", "flooded", "on fire")
    before, after = (
        HEAD + "".join(f"| 10{end} | {term} is {one} |\n" for end, one in enumerate(faults, 1))
        for term in ("Dock", "Berth")
    )
    folder = Folder(tmp_path, before, after)
    folder.replace("conditions.yml", '"102": busy', f'"102": {{condition: busy, do: {says}}}')
    capsys.readouterr()
    assert folder.run("open-work", "orbit") == 0
    told = capsys.readouterr().out
    line = f'    "102": {{condition: "busy", do: "{says}", as_of: "2022-01-01"}}\n'
    mend = '    The texts say "Berth" now where it says "Dock": mend that in it, too.\n'
    assert (line in told, line + mend in told) == (True, is_told)
    assert told.count(mend) == is_told


def test_to_paste(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The lines and the notes that it prints end all that is open."""
    folder = Folder(tmp_path)
    folder.run("open-work")
    printed = capsys.readouterr().out
    (line,) = (one.strip() for one in printed.splitlines() if one.strip().startswith('"101":'))
    folder.replace("conditions.yml", '"101": busy', line)
    own = '{condition: busy, as_of: "2022-01-01"}'
    folder.replace("conditions.yml", '"102": unreviewed', f'"102": {own}')
    assert "\nOnce they are written: `make published`." in printed
    place = "data/orbit/notes.yml, at its end (make the file if there is none):\n"
    draft = printed[printed.index(place) + len(place) : printed.index("\n\nOnce they are")]
    assert draft.startswith('changes:\n  - code: "101"\n')
    # What no program can tell has to be said.
    assert "kind: …  # reworded where it means the same, else meaning-changed" in draft
    needed = "meaning-changed, limit-changed, rows-changed, typo-introduced and typo-fixed; else"
    assert f"A `why` is needed with {needed}" in printed
    notes = f"{draft}\n"
    (folder.data / "orbit/notes.yml").write_text(notes, "utf-8")
    assert folder.run("check") == 1
    notes = notes.replace("kind: …", "kind: meaning-changed")
    (folder.data / "orbit/notes.yml").write_text(notes, "utf-8")
    assert folder.run("check") == 1
    assert "it is not said yet: write a sentence" in capsys.readouterr().err
    notes = notes.replace("why: …", "why: It is gone.")
    (folder.data / "orbit/notes.yml").write_text(notes, "utf-8")
    capsys.readouterr()
    assert folder.run("check") == 1
    assert "Run `make published`, and commit what it adds." in capsys.readouterr().err
    folder.run("published")
    assert folder.run("open-work") == 0
    assert capsys.readouterr().out.strip() == "Nothing is open."
    assert folder.run("check") == 0
    assert "open work" not in capsys.readouterr().out


LIMIT = "| 102 | Wait 5 minutes |\n"


@pytest.mark.parametrize(
    ("held", "place"),
    [
        ("changes: []\n", "in the place of its empty `changes`"),
        ("accepted: []\n", "at its end"),
        ("CHANGES", "below `changes:`"),
    ],
)
def test_where_notes_go(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], held: str, place: str
) -> None:
    """The key stands above the notes where the file has none with notes; then `check` passes."""
    later = AFTER.replace("| 102 | Fog |\n", LIMIT.replace("5", "15"))
    folder = Folder(tmp_path, BEFORE + LIMIT, later)
    path = folder.data / "orbit/notes.yml"
    capsys.readouterr()
    if held == "CHANGES":
        assert folder.run("open-work") == 0
        first = capsys.readouterr().out
        draft = first[first.index("changes:\n") : first.index('  - code: "101"')]
        held = draft.replace("why: …", "why: It is so.")
    path.write_text(held, "utf-8")
    assert folder.run("published") == 0
    capsys.readouterr()
    assert folder.run("open-work") == 0
    printed = capsys.readouterr().out
    head = f"data/orbit/notes.yml, {place}:\n"
    pasted = printed[printed.index(head) + len(head) : printed.index("\n\nOnce they are")]
    assert pasted.startswith("  - code" if "below" in place else "changes:\n  - code")
    pasted = pasted.replace("kind: …", "kind: reworded").replace("why: …", "why: It is so.")
    path.write_text(("" if "empty" in place else held) + pasted + "\n", "utf-8")
    assert folder.run("published") == 0
    assert folder.run("check") == 0


def test_a_row_that_nobody_can_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing confirms a verdict on a text that is not known: no line is printed that would."""
    folder = Folder(tmp_path)
    path = folder.data / "orbit/2022-01-01.md"
    path.write_text(AFTER.replace("Dock is gone", ""), "utf-8")
    text = (folder.data / "orbit/provider.yml").read_text("utf-8")
    head, _, last = text.rpartition("    reader:\n")
    reader = '    reader:\n      ignore: ["101 [|] "]\n      unreadable: ["101"]\n'
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    head, _, rest = head.rpartition("    sha256: ")
    rest = rest.partition("\n")[2]
    text = f'{head}    sha256: "{digest}"\n{rest}{reader}{last}'
    (folder.data / "orbit/provider.yml").write_text(text, "utf-8")
    folder.run("published")
    assert folder.run("check") == 0
    capsys.readouterr()
    for chosen in ("busy", "unreviewed"):
        assert folder.run("open-work") == 0
        printed = capsys.readouterr().out
        assert "    data/orbit/2022-01-01.md:4: nobody can read this row, so that" in printed
        assert '"101": {' not in printed
        assert 'as_of: "2021-01-01"' not in printed
        if chosen == "busy":
            folder.replace("conditions.yml", '"101": busy', '"101": unreviewed')


BLOCK = HEAD + (
    "| 101 | The dock is closed for repair |\n| 102 | The mast of the ship is too high |\n"
    "| 103 | No pilot speaks your language |\n"
)
PUSHED = HEAD + (
    "| 101 | Fog over the harbour |\n| 102 | The dock is closed for repair |\n"
    "| 103 | The mast of the ship is too high |\n| 104 | No pilot speaks your language |\n"
)


def test_a_renumbered_block(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each text brings what was chosen for it along; one note is enough for the block."""
    folder = Folder(tmp_path, BLOCK, PUSHED)
    folder.replace("conditions.yml", '"101": busy', '"101": {condition: busy, do: Wait.}')
    folder.replace("conditions.yml", '"104": busy', '"104": unreviewed')
    folder.run("published")
    capsys.readouterr()
    assert folder.run("open-work") == 0
    printed = capsys.readouterr().out
    lines = [line.strip() for line in printed.splitlines()]
    assert "data/conditions.yml:33: 101 had this text. For what was chosen there, write" in lines
    said = {line[1:4]: line for line in lines if line.startswith('"10')}
    assert said["102"] == '"102": {condition: "busy", do: "Wait.", as_of: "2022-01-01"}'
    assert said["104"] == '"104": {condition: "busy", as_of: "2022-01-01"}'
    assert '"103": {condition: "busy", as_of: "2022-01-01"}' in lines
    draft = printed[printed.index('  - from: "2021') : printed.index("\n\nOnce they are")]
    assert draft.endswith('    codes: ["101", "102", "103"]\n    kind: "renumbered"')
    for code, line in said.items():
        for written in ("busy", "unreviewed", "{condition: busy, do: Wait.}"):
            text = folder.read("conditions.yml")
            if f'"{code}": {written}\n' in text:
                folder.replace("conditions.yml", f'"{code}": {written}\n', f"{line}\n")
    (folder.data / "orbit/notes.yml").write_text(f"throughout:\n{draft}\n", "utf-8")
    folder.run("published")
    capsys.readouterr()
    assert folder.run("open-work") == 0
    assert capsys.readouterr().out.strip() == "Nothing is open."
    assert folder.run("check") == 0


def test_a_text_that_moved_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was chosen for a text that came and went again is no advice for the newest one."""
    gone = PUSHED.replace("The dock is closed for repair", "Ice covers the whole of the bay")
    folder = Folder(tmp_path, BLOCK, PUSHED, gone)
    capsys.readouterr()
    assert folder.run("open-work") == 0
    printed = capsys.readouterr().out
    assert "101 had this text" not in printed
    assert '    "102": {condition: "busy", as_of: "2023-01-01"}\n' in printed


OBSERVED = """\
sources:
  - id: talk
    url: https://talk.example/7
    kind: sdk
    title: A list
    date: unknown
    seen: "2026-11-26"
reviewed: "2021-01-01"
codes:
  api:
    "101":
      causes:
        - {why: Two ships came., do: Send one., acts: caller, sources: [talk]}
"""


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (BLOCK, PUSHED, "    else move it to 102, which has that text now, or remove it."),
        (BEFORE, AFTER, "    else remove it."),
    ],
)
def test_what_was_observed_beside_another_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], before: str, after: str, says: str
) -> None:
    """What does not hold any more goes to the code that has the text, or goes."""
    folder = Folder(tmp_path, before, after)
    (folder.data / "orbit/observations.yml").write_text(OBSERVED, "utf-8")
    folder.run("published")
    capsys.readouterr()
    assert folder.run("open-work") == 0
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("    data/orbit/observations.yml:11: if it still holds, add")
    assert lines[at + 1 : at + 3] == ['    as_of: "2022-01-01"', says]


@pytest.mark.parametrize(
    ("text", "wait"),
    [
        ("Docks are shut for 2 hours", "…"),
        ("Docks are shut for 1 hour, or a day", "…"),
        ("Docks stay shut for 1 hour", "1 hour"),
    ],
)
def test_a_wait_that_may_have_changed(
    text: str, wait: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a number of the text changed, a wait is left open, and refused until it is written."""
    before = BEFORE.replace("Dock is shut", "Docks are shut for 1 hour")
    after = before.replace("Docks are shut for 1 hour", text) + "| 102 | Fog |\n"
    folder = Folder(tmp_path, before, after)
    folder.replace(
        "conditions.yml",
        '"101": busy',
        '"101": {condition: busy, wait: "1 hour", do: "Wait 1 hour.", for_user: "Wait a while."}',
    )
    assert folder.run("open-work", "orbit") == 0
    line = next(one.strip() for one in capsys.readouterr().out.splitlines() if '"101": ' in one)
    do = "…" if wait == "…" else "Wait 1 hour."
    assert line == (
        f'"101": {{condition: "busy", wait: "{wait}", do: "{do}", for_user: "Wait a while.",'
        ' as_of: "2022-01-01"}'
    )
    entry = next(one for one in folder.read("conditions.yml").splitlines() if '"101"' in one)
    folder.replace("conditions.yml", entry.strip(), line)
    assert folder.run("check") == (1 if wait == "…" else 0)
    if wait == "…":
        assert '"…" is no wait' in capsys.readouterr().err


SAYS = "      says: {text: Fog came., product: Docks, sources: [talk]}\n"
WITH_SAYS = OBSERVED.replace('"101":\n', f'"101":\n{SAYS}')
BEGIN, CODE, _ = OBSERVED.partition('    "101":\n')


@pytest.mark.parametrize("observed", [WITH_SAYS, BEGIN + CODE + SAYS])
def test_what_a_document_says_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], observed: str
) -> None:
    """Our own sentence on a code that a document lists passes `check` until it is removed."""
    folder = Folder(tmp_path)
    file = folder.data / "orbit/observations.yml"
    file.write_text(observed, "utf-8")
    folder.run("published")
    assert folder.run("check") == 0
    capsys.readouterr()
    assert folder.run("open-work") == 0
    told = "The document of 2021-01-01 lists the code. `python -m macros prune orbit` removes it."
    assert f"    {told}\n" in capsys.readouterr().out
    assert folder.run("prune", "orbit", "--yes") == 0
    assert folder.run("check") == 0
    capsys.readouterr()
    assert folder.run("open-work") == 0
    assert "lists the code" not in capsys.readouterr().out


def test_what_documents_say_themselves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Codes of which nothing else is open, for one reason, are counted and named together."""
    rows = HEAD + "| 101 | Dock is shut |\n| 102 | Fog |\n"
    folder = Folder(tmp_path, rows, rows)
    file = folder.data / "orbit/observations.yml"
    file.write_text(BEGIN + CODE + SAYS + CODE.replace("101", "102") + SAYS, "utf-8")
    folder.run("published")
    assert folder.run("check") == 0
    capsys.readouterr()
    assert folder.run("open-work") == 0
    assert capsys.readouterr().out == (
        "\nOrbit Docks: the document has overtaken what was observed of 2 codes.\n"
        "  The document of 2021-01-01 lists the code. `python -m macros prune orbit` removes it:"
        " 101, 102.\n\n2 codes with open work.\n"
    )
    assert folder.run("prune", "orbit", "--yes") == 0
    assert folder.run("check") == 0
    assert folder.run("open-work") == 0
    assert capsys.readouterr().out.endswith("Nothing is open.\n")
