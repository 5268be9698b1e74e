"""Whatever sign stands between codes and texts, neither has it: dots, dashes, arrows."""

from __future__ import annotations

import pytest

from macros.maintain import sniff
from macros.readers.rows import Document

TEXTS = {
    "900": "Dock is busy",
    "901": "Dock · pier",
    "902": "접안 중・대기",
    "903": "No ship",
}
SIGNS = "·∙⋅‧•・･ㆍ»›¦→⇒⟶➜➤↦▶►∶：＝．。"  # noqa: RUF001
DASHES = "‐‑‒–—―−-"  # noqa: RUF001
FORMS = {
    ".txt": "{code}{sign}{text}\n",
    ".md": "- {code}{sign}{text}\n",
    ".html": "<h3>{code}{sign}{text}</h3>\n<p>A ship lies there.</p>\n",
}


def _read(file: str, form: str, sign: str) -> tuple[list[str], dict[str, str]]:
    text = "".join(form.format(code=code, sign=sign, text=TEXTS[code]) for code in TEXTS)
    found = sniff.sniff(Document(file, text))
    assert found
    asked = [one.what for one in found.reading.problems]
    return asked, {row.code: row.message for row in found.reading.rows}


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("around", ["{}", " {} ", "{} "])
@pytest.mark.parametrize("ending", FORMS)
def test_signs(sign: str, around: str, ending: str) -> None:
    """A dot in the middle, an arrow and the like are no part of a text, which may have some."""
    written = around.format(sign)
    assert _read(f"errors{ending}", FORMS[ending], written) == ([], TEXTS)


@pytest.mark.parametrize("sign", DASHES)
@pytest.mark.parametrize("ending", FORMS)
def test_dashes(sign: str, ending: str) -> None:
    """Neither is a dash with spaces around it, of whatever width."""
    assert _read(f"errors{ending}", FORMS[ending], f" {sign} ") == ([], TEXTS)


def test_sign_twice() -> None:
    """The first of two such signs ends the code."""
    lines = "900·Dock·pier link\n901·Crane·pier link\n902·Gate·pier link\n"
    found = sniff.sniff(Document("errors.txt", lines))
    assert found
    assert found.reading.is_whole
    assert [row.message for row in found.reading.rows] == [
        "Dock·pier link",
        "Crane·pier link",
        "Gate·pier link",
    ]


@pytest.mark.parametrize("sign", "·・ㆍ")
def test_list_of_codes(sign: str) -> None:
    """Where such a sign stands between two codes, nobody is told that one has the text."""
    lines = "".join(f"{code}: {text}\n" for code, text in TEXTS.items())
    found = sniff.sniff(Document("errors.txt", f"{lines}904{sign}905: No crane\n"))
    assert found
    assert not found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == TEXTS
