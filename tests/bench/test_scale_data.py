"""Invented projects: they can be read, are like the real data, and are always the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros import atlas
from tests.bench import scale_data

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas

SIZE = 1000


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a project."""
    folder = tmp_path_factory.mktemp("scale") / "project"
    scale_data.write(folder, SIZE)
    return folder


@pytest.fixture(scope="module")
def held(project: Path) -> Atlas:
    """Return what a project holds, all of it checked."""
    return atlas.load(project / "data")


def _shares(held: Atlas) -> dict[str, float]:
    """Return what part of all codes has what."""
    codes = held.codes
    observations = [code.observed.observation for code in codes if code.observed]
    changes = [change for review in held.reviews.values() for change in review.changes]
    noted = [note for review in held.reviews.values() for note in review.notes.content.findings]
    texts = [text for code in codes for text in code.messages]
    counts = {
        "only observed": sum(code.status == "observed" for code in codes),
        "observed": len(observations),
        "messages sent": sum(bool(one.messages) for one in observations),
        "causes": sum(bool(one.causes) for one in observations),
        "found by a person": len(noted),
        "in doubt": sum(held.conditions.entry(code).confidence == "low" for code in codes),
        "changed": sum(change.of_text for change in changes),
        "added": sum(not change.old for change in changes),
        "dropped": sum(not change.new for change in changes),
    }
    shares = {name: count / len(codes) for name, count in counts.items()}
    return {**shares, "words": sum(len(text.split()) for text in texts) / len(texts) / 10}


def test_like_the_real_data(held: Atlas) -> None:
    """Shares are those of the real data; changes more, as all invented ones have revisions."""
    real, made = (_shares(one) for one in (atlas.load(scale_data.PROJECT / "data"), held))
    changes = {"changed", "added", "dropped"}
    for name in real.keys() - changes:
        assert made[name] == pytest.approx(real[name], abs=0.06), name
    for name in changes:
        assert real[name] <= made[name] <= real[name] * 2.2, name


def test_whole(held: Atlas) -> None:
    """There are as many codes as asked for, in three formats, in two or three revisions each."""
    assert len(held.codes) == SIZE
    assert [len(one.codes) for one in held.catalogs.values()] != [SIZE]
    formats = {revision.reader.format for one in held.providers for revision in one.revisions}
    assert formats == {"markdown", "html_table", "text_lines"}
    assert {len(one.revisions) for one in held.providers} <= {2, 3}
    assert not held.conditions.unreviewed


def test_always_the_same(project: Path, tmp_path: Path) -> None:
    """The same size gives the same files, and another size others."""
    scale_data.write(tmp_path / "again", SIZE)
    first, again = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("data/**/*.*")}
        for folder in (project, tmp_path / "again")
    )
    assert len(first) > 15
    assert first == again


@pytest.mark.parametrize("size", [1, 50, 790, 1000, 10_000, 100_000])
def test_sizes(size: int) -> None:
    """Providers grow in number and in size, and together have all codes."""
    sizes = scale_data.sizes(size)
    assert sum(sizes) == size
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(scale_data.names(len(sizes)))) == len(sizes)
    assert len(sizes) == {1: 1, 50: 1, 790: 3, 1000: 3, 10_000: 11, 100_000: 34}[size]


@pytest.mark.parametrize("size", [1000, 3000, 10_000, 100_000])
def test_sizes_are_alike(size: int) -> None:
    """Of all sizes the same part is like each real provider, and the same part has a revision more.

    Else a code of one size would cost more than one of another for what is said of it.
    """
    sizes = scale_data.sizes(size)
    real = [0.47, 0.32, 0.21]
    likes = scale_data.likes(sizes, real)
    for place, share in enumerate(real):
        own = sum(count for count, like in zip(sizes, likes, strict=True) if like == place)
        assert own / size == pytest.approx(share, abs=0.08 if size == 1000 else 0.02)
    often = [
        count
        for count, revisions in zip(sizes, scale_data.revisions(sizes), strict=True)
        if revisions == 3
    ]
    assert sum(often) / size == pytest.approx(0.3, abs=0.035)


def test_too_few(tmp_path: Path) -> None:
    """Too few codes are refused, and nothing is written."""
    with pytest.raises(
        SystemExit, match=r"999 codes are too few: there have to be 1,000 or more\."
    ):
        scale_data.write(tmp_path / "project", 999)
    assert list(tmp_path.iterdir()) == []
