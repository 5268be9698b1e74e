"""The whole atlas: finding codes, their neighbours and their look-alikes; what fails first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros import atlas as whole
from macros.errors import ProblemsError
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas


def test_codes(golden: Atlas) -> None:
    """All codes stand by provider and in order; each is found by the address of its page."""
    assert [code.provider.id for code in golden.codes[:10]] == ["harbour"] * 10
    assert golden.codes[10].url == "orbit/0/"
    assert [provider.id for provider in golden.providers] == ["harbour", "orbit"]
    assert all(golden.code_at(code.url) is code for code in golden.codes)
    assert golden.code_at("orbit/") is None
    assert golden.code_at("orbit/999/") is None


def test_neighbours(golden: Atlas) -> None:
    """The codes before and after one are of the same provider; the ends have none."""
    codes = golden.catalogs["orbit"].codes
    assert golden.neighbours(codes[0]) == (None, codes[1])
    assert golden.neighbours(codes[5]) == (codes[4], codes[6])
    assert golden.neighbours(codes[-1]) == (codes[-2], None)
    assert golden.neighbours(golden.catalogs["harbour"].codes[-1])[1] is None


def test_same_number(golden: Atlas) -> None:
    """Codes with the same digits are of any provider, set and sign, but not the code itself."""
    code = golden.catalogs["orbit"].by_address["101"]
    alike = golden.same_number(code)
    assert [other.url for other in alike] == ["harbour/101/", "orbit/-101/", "orbit/mail.101/"]
    assert golden.same_number(golden.catalogs["orbit"].by_address["e9"]) == ()


def test_what_is_known_of_a_code(golden: Atlas) -> None:
    """A code leads to its provider's review and to its condition."""
    code = golden.catalogs["harbour"].by_address["101"]
    assert golden.review_of(code) is golden.reviews["harbour"]
    assert golden.condition_of(code).id == "lost"


def test_what_fails_first(tmp_path: Path) -> None:
    """Bad documents are told before bad notes, and those before conditions that are missing."""
    data = invented.write(tmp_path)
    (data / "conditions.yml").unlink()
    with pytest.raises(ProblemsError, match=r"^data/conditions.yml: this file is missing. Write"):
        whole.load(data)
    (data / "orbit/notes.yml").write_text("changes: 7\n", encoding="utf-8")
    with pytest.raises(ProblemsError, match=r"^data/orbit/notes.yml:1: "):
        whole.load(data)
    (data / "orbit/more.md").write_text("", encoding="utf-8")
    with pytest.raises(ProblemsError, match=r"^data/orbit/more.md: no revision names this file"):
        whole.load(data)
    with pytest.raises(ProblemsError, match='the provider id "orbit" is the name of a page'):
        whole.load(data, reserved=["orbit"])
