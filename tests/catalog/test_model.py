"""Codes over time: new, dropped, back again, and where each is to be found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.catalog import load as catalog
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas

HEAD = "| Code | Meaning |\n|---|---|\n"
DOCUMENTS = (
    HEAD + "| 1 | One |\n| 2 | Two |\n| 101 | x |\n",
    HEAD + "| 2 | Two |\n| 101 | x |\n",
    HEAD + "| 1 | One again |\n| 3 | Three |\n| 101 | x |\n",
)


def test_a_code_over_time(tmp_path: Path) -> None:
    """New, dropped and returned codes are told apart, and keep their rows of every revision."""
    orbit = catalog.load(invented.write(tmp_path, *DOCUMENTS))["orbit"]
    one, two, three, _ = orbit.codes
    assert [listing.revision.id for listing in one.listings] == ["2021-01-01", "2023-01-01"]
    assert (one.dropped, one.new, one.messages) == (False, False, ("One again",))
    assert (two.dropped, two.new, two.messages) == (True, False, ("Two",))
    assert (three.dropped, three.new) == (False, True)
    revisions = orbit.provider.revisions
    assert [len(one.rows(revision)) for revision in revisions] == [1, 0, 1]
    assert [orbit.listed(one.code_set, revision) for revision in revisions] == [3, 2, 3]


def test_what_the_newest_revision_changed(tmp_path: Path) -> None:
    """New and dropped are counted against the revision before, not against all that ever were."""
    orbit = catalog.load(invented.write(tmp_path / "a", *DOCUMENTS))["orbit"]
    assert [code.code for code in orbit.new] == ["3"]
    assert [code.code for code in orbit.just_dropped] == ["2"]
    later = catalog.load(invented.write(tmp_path / "b", *DOCUMENTS, DOCUMENTS[2]))["orbit"]
    assert [code.code for code in later.codes if code.dropped] == ["2"]
    assert later.new == later.just_dropped == ()
    alone = catalog.load(invented.write(tmp_path / "c", DOCUMENTS[0]))["orbit"]
    assert alone.new == alone.just_dropped == ()
    assert not any(code.new or code.dropped for code in alone.codes)


def test_addresses(golden: Atlas) -> None:
    """A code has one page, one row, and files for programs, by letters in lower case."""
    code = golden.catalogs["orbit"].by_address["e9"]
    assert (code.url, code.row_url) == ("orbit/e9/", "orbit/#E9")
    assert (code.json_url, code.markdown_url) == ("api/v1/orbit/e9.json", "orbit/e9/index.md")
    clash = golden.catalogs["orbit"].by_address["mail.101"]
    assert (clash.code, clash.url) == ("101", "orbit/mail.101/")
    assert clash.place == ("mail", "101")
    assert clash.name == "Orbit 101"
