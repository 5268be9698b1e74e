"""Codes of one condition, nearest by words: some are named, and few are compared."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

from macros.review.nearest import Nearest

if TYPE_CHECKING:
    import pytest

    from macros.catalog.model import Code


def _code(provider: str, number: int, text: str) -> Code:
    whose = SimpleNamespace(id=provider)
    code = SimpleNamespace(url=f"{provider}/{number}/", provider=whose, meanings=(text,))
    return cast("Code", code)


def _nearest(text: str, *others: str) -> list[str]:
    own = _code("a", 0, text)
    listed = [_code("b", number, other) for number, other in enumerate(others)]
    found = Nearest([own, *listed]).of(own, listed, 2)
    return [one.meanings[0] for one in found]


def test_shared_words() -> None:
    """A code that shares rare words is nearer than one that shares common ones."""
    others = ("hull is lost", "mast is lost", "rope is lost", "crane")
    assert _nearest("crane is lost", *others) == ["crane", "hull is lost"]


def test_no_shared_words() -> None:
    """Where too few share a word, the first of the others follow, each once."""
    assert _nearest("crane", "hull", "crane mast", "rope") == ["crane mast", "hull"]
    assert _nearest("crane", "hull", "mast") == ["hull", "mast"]
    assert _nearest("crane", "hull") == ["hull"]
    assert _nearest("crane") == []


def test_long_texts() -> None:
    """Of a long text the rarest words count, wherever it has them."""
    usual = "the dock of a ship is not open for any crew at night"
    others = [f"{usual} {word}" for word in ("hull", "mast", "rope", "keel", "deck", "helm")]
    assert _nearest(f"{usual} crane", *others, f"{usual} crane")[0] == f"{usual} crane"


def test_own_provider() -> None:
    """A code of the same provider is none of the others, however alike."""
    own, alike = _code("a", 0, "crane"), _code("a", 1, "crane")
    other = [_code("b", 0, "hull"), _code("b", 1, "mast")]
    assert Nearest([own, alike, *other]).of(own, other, 3) == tuple(other)


def test_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """A code is compared with a few others, however many there are of its condition."""
    compared: list[str] = []
    likeness = Nearest._likeness  # noqa: SLF001 - what is counted

    def counted(self: Nearest, own: frozenset[int], other: str) -> float:
        compared.append(other)
        return likeness(self, own, other)

    monkeypatch.setattr(Nearest, "_likeness", counted)
    for count in (500, 2_000):
        codes = [
            _code(f"p{number % 10}", number, f"the dock {number % 97} is busy {number % 13}")
            for number in range(count)
        ]
        others = {name: [one for one in codes if one.provider.id != name] for name in ("p0", "p1")}
        nearest = Nearest(codes)
        compared.clear()
        for code in codes:
            nearest.of(code, others["p0" if code.provider.id != "p0" else "p1"], 3)
        assert len(compared) < 20 * count
