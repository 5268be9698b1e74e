"""What several tests share: the options of the command line and the real atlas."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros import catalog

if TYPE_CHECKING:
    from macros.model import Atlas

PROJECT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option by which golden files are written anew."""
    parser.addoption(
        "--update-golden", action="store_true", help="write the readers' golden files anew"
    )


@pytest.fixture(scope="session")
def project() -> Path:
    """Return the project's folder."""
    return PROJECT


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """Return the atlas of the real documents."""
    return catalog.load(PROJECT / "data")
