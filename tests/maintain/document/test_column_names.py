"""A line of headings names its columns, and a title or a sentence none."""

from __future__ import annotations

import pytest

from macros.maintain.document import column_names


@pytest.mark.parametrize(
    ("heading", "before", "code", "behind"),
    [
        ("Code Title Explanation", (), "Code", ("Title", "Explanation")),
        ("CODE MEANING LEVEL", (), "CODE", ("MEANING", "LEVEL")),
        ("No. Code Meaning", ("No.",), "Code", ("Meaning",)),
        ("# Code Meaning", ("#",), "Code", ("Meaning",)),
        ("HTTP Status Error Code Meaning", ("HTTP", "Status"), "Error Code", ("Meaning",)),
        ("Code Meaning HTTP Status", (), "Code", ("Meaning", "HTTP Status")),
        ("Code Possible cause What to do", (), "Code", ("Possible cause", "What to do")),
        ("Error code Error message", (), "Error code Error", ("message",)),
        ("Código de error Título Nivel", (), "Código de error", ("Título", "Nivel")),
        ("Codice Errore Descrizione", (), "Codice Errore", ("Descrizione",)),
        ("Error Number Error Name", (), "Error Number", ("Error Name",)),
        ("Error Meaning Level", (), "Error", ("Meaning", "Level")),
        ("Code Meaning (English) Level", (), "Code", ("Meaning (English)", "Level")),
        ("Code", (), "Code", ()),
    ],
)
def test_columns(heading: str, before: tuple[str, ...], code: str, behind: tuple[str, ...]) -> None:
    """Words that only say of what kind the next one is belong to it; small ones to those before."""
    assert column_names.of(heading) == (before, code, behind)


@pytest.mark.parametrize(
    "heading",
    [
        "Error Code Reference",
        "Error codes",
        "Codes and what they mean",
        "Each code has a meaning:",
        "Version 2 Code Meaning",
        "Title Explanation",
        "----",
        "",
    ],
)
def test_no_columns(heading: str) -> None:
    """A title, a sentence and a line with a number name none."""
    assert column_names.of(heading) is None


def test_without_capitals() -> None:
    """In a script without capitals each word is a name, and it is known that this is a guess."""
    assert column_names.of("결과 코드 설명 HTTP") == (("결과",), "코드", ("설명", "HTTP"))
    assert not column_names.has_capitals("코드 HTTP")
    assert column_names.has_capitals("№ Код Описание")


@pytest.mark.parametrize("name", ["HTTP", "http status", "HTTP code", "Status", "Status code"])
def test_statuses(name: str) -> None:
    """A column of statuses is known by its name."""
    assert column_names.is_http(name)
    assert not column_names.is_http(f"{name} text")
