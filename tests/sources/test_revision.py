"""Revisions: several of one day, without a date, of several files and languages, retracted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.catalog import load as catalog
from macros.errors import ProblemsError
from tests import tongues
from tests.tongues import State, Text

if TYPE_CHECKING:
    from pathlib import Path

    from macros.sources.provider import Provider

ONE = {"101": "Dock is busy"}


def _provider(folder: Path, *states: State) -> Provider:
    return catalog.load(tongues.write(folder, states))["orbit"].provider


def _problems(folder: Path, *states: State) -> list[str]:
    with pytest.raises(ProblemsError) as error:
        catalog.load(tongues.write(folder, states))
    return str(error.value).splitlines()


def test_one_day(tmp_path: Path) -> None:
    """Two revisions of one day have ids of their own, and stand in the order of the list."""
    ids = ["2021-01-01", "2021-01-01.2", "2021-01-01.11", "2021-02-01"]
    provider = _provider(tmp_path, *(State(ident, [Text(ONE)]) for ident in ids))
    assert [one.id for one in provider.revisions] == ids
    assert {str(one.date) for one in provider.revisions} == {"2021-01-01", "2021-02-01"}


@pytest.mark.parametrize("ident", ["2021-01-01.1", "2021-01-01.02", "2021-01-01-2", "2021-01-01.x"])
def test_bad_id_of_one_day(tmp_path: Path, ident: str) -> None:
    """The first of a day has no number, and the others have one behind a full stop."""
    problems = _problems(tmp_path, State(ident, [Text(ONE)]))
    assert 'must be the date, "2021-01-01", or "2021-01-01.2"' in problems[0]


def test_undated_among_dated(tmp_path: Path) -> None:
    """One without a date stands where the list has it; its number says nothing of its age."""
    ids = ["r2", "2021-01-01", "r1", "2022-01-01", "r3"]
    provider = _provider(tmp_path, *(State(ident, [Text(ONE)]) for ident in ids))
    assert [one.id for one in provider.revisions] == ids
    assert provider.latest.id == "r3"
    assert [(one.id, other.id) for one, other in provider.steps] == [
        ("r2", "2021-01-01"),
        ("2021-01-01", "r1"),
        ("r1", "2022-01-01"),
        ("2022-01-01", "r3"),
    ]


def test_dated_in_order(tmp_path: Path) -> None:
    """Those with a date are in its order, whatever stands between them."""
    states = [State(ident, [Text(ONE)]) for ident in ("2022-01-01", "r1", "2021-01-01")]
    assert "not in the order of their dates" in _problems(tmp_path, *states)[0]


def test_retracted(tmp_path: Path) -> None:
    """A retracted revision is held, is never the newest, and no step goes to it or from it."""
    ids = ["2021-01-01", "2022-01-01", "2023-01-01", "2024-01-01"]
    gone = ("2022-01-01", "2024-01-01")
    states = [
        State(ident, [Text(ONE)], retracted="The page says so." if ident in gone else "")
        for ident in ids
    ]
    provider = _provider(tmp_path, *states)
    assert [one.id for one in provider.revisions] == ids
    assert provider.latest.id == "2023-01-01"
    assert [(one.id, other.id) for one, other in provider.steps] == [("2021-01-01", "2023-01-01")]


def test_all_retracted(tmp_path: Path) -> None:
    """Of a provider one revision at least stands."""
    problems = _problems(tmp_path, State("2021-01-01", [Text(ONE)], retracted="Why not."))
    assert "all revisions are retracted" in problems[0]


def test_names_of_documents(tmp_path: Path) -> None:
    """Each document has a name that no other one has: by revision, language and number."""
    texts = [
        Text(ONE),
        Text({"102": "Ship"}, file="more.md"),
        Text(ONE, "ko"),
        Text({"102": "배"}, "ko", file="more.ko.md"),
        Text({"103": "Anchor"}, file="last.md"),
        Text(ONE, "zh-Hans"),
    ]
    (revision,) = _provider(tmp_path, State("2021-01-01", texts)).revisions
    assert [(one.name, one.file, one.language) for one in revision.documents] == [
        ("2021-01-01", "2021-01-01.md", "en"),
        ("2021-01-01.en", "more.md", "en"),
        ("2021-01-01.ko", "2021-01-01.ko.md", "ko"),
        ("2021-01-01.ko.2", "more.ko.md", "ko"),
        ("2021-01-01.en.2", "last.md", "en"),
        ("2021-01-01.zh-hans", "2021-01-01.zh-Hans.md", "zh-Hans"),
    ]
    assert revision.document("data/orbit/more.ko.md").name == "2021-01-01.ko.2"
    assert revision.languages == ("en", "ko", "zh-Hans")


def test_english_first(tmp_path: Path) -> None:
    """English is the language of titles, also where the revision's own document has another."""
    texts = [Text(ONE, "zh"), Text(ONE, "ko"), Text(ONE, "en-GB")]
    (revision,) = _provider(tmp_path, State("2021-01-01", texts)).revisions
    assert revision.languages == ("en-GB", "zh", "ko")


def test_bad_language(tmp_path: Path) -> None:
    """A tag that is none is told with the line of its document."""
    problems = _problems(tmp_path, State("2021-01-01", [Text(ONE), Text(ONE, "kr")]))
    (problem,) = problems
    assert problem.startswith("data/orbit/provider.yml:19: revisions.0.also.0.language: ")
    assert '"kr" is the tag of a country; that of its language is "ko".' in problem


def test_each_document_is_checked(tmp_path: Path) -> None:
    """A further document that is missing, altered, doubled or stray is refused, as any other."""
    state = State("2021-01-01", [Text(ONE), Text(ONE, "ko")])
    data = tongues.write(tmp_path, [state])
    file = data / "orbit" / "2021-01-01.ko.md"
    content = file.read_bytes()
    file.unlink()
    with pytest.raises(ProblemsError, match=r'19: the document "2021-01-01.ko.md" is missing'):
        catalog.load(data)
    file.write_bytes(content + b"\n")
    with pytest.raises(ProblemsError, match=r"2021-01-01.ko.md is not the document .* sha256"):
        catalog.load(data)
    file.write_bytes(content)
    (data / "orbit" / "2021-01-01.zh.md").write_bytes(content)
    with pytest.raises(ProblemsError, match=r"2021-01-01.zh.md: no revision names this file"):
        catalog.load(data)


def test_two_documents_of_one_file(tmp_path: Path) -> None:
    """No file is two documents, neither of one revision nor of two."""
    twice = State("2021-01-01", [Text(ONE), Text(ONE, file="2021-01-01.md")])
    assert 'two documents with the file "2021-01-01.md"' in _problems(tmp_path, twice)[0]
    other = State("2022-01-01", [Text(ONE), Text(ONE, file="2021-01-01.md")])
    problems = _problems(tmp_path, State("2021-01-01", [Text(ONE)]), other)
    assert 'two documents with the file "2021-01-01.md"' in problems[0]


def test_code_sets_of_a_further_document(tmp_path: Path) -> None:
    """A code set that is none is told of a further document too."""
    data = tongues.write(tmp_path, [State("2021-01-01", [Text(ONE), Text(ONE, "ko")])])
    path = data / "orbit" / "provider.yml"
    head, _, last = path.read_text("utf-8").rpartition('"code_set": "api"')
    path.write_text(f'{head}"code_set": "web"{last}', encoding="utf-8")
    with pytest.raises(ProblemsError, match='there is no code set "web"'):
        catalog.load(data)
