"""The site as the host builds it and serves it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.conftest import SITE_URL
from tests.hosted import netlify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a clone of the project whose site the host has built."""
    if not netlify.installed():
        assert "HOSTED" not in os.environ, netlify.ADVICE
        pytest.skip(netlify.ADVICE)
    folder = tmp_path_factory.mktemp("hosted") / "clone"
    netlify.clone(folder)
    netlify.build(folder, SITE_URL.rstrip("/"))
    return folder


@pytest.fixture(scope="session")
def hosted(clone: Path) -> Iterator[str]:
    """Return the address of the host's own server, without a slash."""
    with netlify.serving(clone) as address:
        yield address


@pytest.fixture(scope="session")
def stand_in(clone: Path, serve: Callable[[Path], str]) -> str:
    """Return the address of the server that the browser tests use, without a slash."""
    return serve(clone / "site")
