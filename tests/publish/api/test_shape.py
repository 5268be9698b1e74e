"""The public shape keeps its promise: within v1 fields are added, never renamed or removed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.publish.api import openapi
from macros.publish.api.interface import ENDPOINTS

if TYPE_CHECKING:
    import pytest

# A line for each address and each field with its type: what clients were told so far.
PROMISED = Path(__file__).parent / "v1.txt"


# Words for people; "const" and "type" and all else is what programs rely on.
NOT_PROMISED = {"title", "description", "examples"}


def _lines() -> list[str]:
    lines = [
        f"{name}.{field} {_type(told)}"
        for name, part in openapi.definitions("{model}").items()
        for field, told in part.get("properties", {"": part}).items()
    ]
    addresses = [endpoint.address for endpoint in ENDPOINTS]
    told = [f"/{address.template} {address.media_type}" for address in addresses]
    return [*told, *sorted(lines)]


def _type(told: dict[str, Any]) -> str:
    return json.dumps({key: told[key] for key in told if key not in NOT_PROMISED})


def test_nothing_is_lost(pytestconfig: pytest.Config) -> None:
    """No address, field or type that clients were told of has gone; what is new is written down.

    `make golden` writes the new ones down; it does not take any away.
    """
    now = _lines()
    lost = set(PROMISED.read_text("utf-8").splitlines()) - set(now)
    assert not lost
    if pytestconfig.getoption("--update-golden"):
        PROMISED.write_text("".join(f"{line}\n" for line in now), encoding="utf-8")
    assert PROMISED.read_text("utf-8").splitlines() == now
