"""Codes of a new form in paragraphs: they are read and asked about, and are no texts of others."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from macros.maintain import edits
from tests.maintain.moon import Moon

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "1003": "The dock is busy",
    "1015": "The dock is closed",
    "1043": "The ship is too long",
    "1296": "No pilot is on duty",
}
FORMS = {
    "bold.md": "**{}**\n{}\n\n",
    "bold_beside.md": "**{}**: {}\n\n",
    "source.md": "`{}` {}\n\n",
    "details.html": "<details>\n<summary>{}</summary>\n<p>{}</p>\n</details>\n",
}


def _listed(form: str, texts: dict[str, str]) -> str:
    return "".join(form.format(code, text) for code, text in texts.items())


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("code", ["-1050", "E1050", "10500", "0x1050"])
def test_a_code_of_a_new_form(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, code: str
) -> None:
    """It is asked about with its line, and read as a code of its own where that is right."""
    moon = Moon(tmp_path, _listed(FORMS[name], TEXTS), name)
    capsys.readouterr()
    later = _listed(FORMS[name], {**TEXTS, code: "Signature is wrong"})
    assert moon.add(later) == 2
    told = capsys.readouterr().out
    line = 1 + later[: later.index(code)].count("\n")
    assert f'Look twice: a wider pattern? "{code}" in line ' in told
    assert f"line {line} " in told or f"line {line - 1} " in told
    assert moon.add(later, "--anyway") == 0
    told = capsys.readouterr().out
    assert f"  added: 1\n    {code}: Signature is wrong\n" in told
    # That E1050 is no integer is said before it is written.
    assert moon.orbit.check() == ("`check` finds what was not there before" in told)


def test_what_is_no_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is quoted, as the question says, stays a part of the entry or of the page."""
    form = FORMS["bold.md"]
    moon = Moon(tmp_path, _listed(form, TEXTS))
    later = _listed(form, {**TEXTS, "10500": "The day is over"})
    capsys.readouterr()
    assert moon.add(later) == 2
    assert 'add `prose: ["**10500**"]` to the options before' in capsys.readouterr().out
    text = moon.orbit.read("moon/provider.yml")
    (options,) = [one["reader"] for one in edits.values(text)["revisions"]]
    reader = tmp_path / "reader.yml"
    reader.write_text(json.dumps({**options, "prose": ["**10500**"]}), "utf-8")
    assert moon.add(later, "--reader", str(reader)) == 0
    assert "4 rows, 4 codes" in capsys.readouterr().out


@pytest.mark.parametrize(
    "more",
    [
        "Wait for 10500 seconds.",
        "**Note**: wait.",
        "**5 seconds** later it is free.",
        "**2.5 hours** at most.",
        "`retry2` says more.",
        "Send `10500` instead.",
    ],
)
def test_more_of_a_text(tmp_path: Path, more: str) -> None:
    """A paragraph that came, and has a number or a word in bold, asks nothing."""
    form = FORMS["bold.md"]
    moon = Moon(tmp_path, _listed(form, TEXTS))
    later = _listed(form, TEXTS).replace(TEXTS["1015"], f"{TEXTS['1015']}\n\n{more}")
    assert moon.add(later) == 0
