"""The public shape keeps its promise: within v1 fields are added, never renamed or removed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from macros import addresses
from macros.publish.api import fields, openapi
from macros.publish.api.interface import ENDPOINTS, Endpoint

if TYPE_CHECKING:
    import pytest

# A line for each address and each field with its type: what clients were told so far.
PROMISED = Path(__file__).parent / "v1.txt"


# Words for people; "const" and "type" and all else is what programs rely on.
NOT_PROMISED = {"title", "description", "examples", fields.SINCE}


def _lines() -> list[str]:
    lines = [
        f"{name}.{field} {_type(told)}"
        for name, part in openapi.definitions("{model}").items()
        for field, told in part.get("properties", {"": part}).items()
    ]
    addresses = [endpoint.address for endpoint in ENDPOINTS]
    told = [f"/{address.template} {address.media_type}" for address in addresses]
    return [*told, *sorted(lines)]


def _has_more_words(told: str, now: list[str]) -> bool:
    """Tell whether a field can have all the words now that clients were told of, and more."""
    name, _, kind = told.partition(" ")
    (wider,) = [json.loads(line.partition(" ")[2]) for line in now if line.startswith(f"{name} ")]
    words = json.loads(kind).get("enum", [])
    return bool(words) and wider["enum"][: len(words)] == words


def _type(told: dict[str, Any]) -> str:
    return json.dumps({key: told[key] for key in told if key not in NOT_PROMISED})


def _promised() -> tuple[str, list[str]]:
    """Return the version of which clients were told last, and what they were told."""
    version, *lines = PROMISED.read_text("utf-8").splitlines()
    return version, lines


def test_nothing_is_lost(pytestconfig: pytest.Config) -> None:
    """No address, field or type that clients were told of has gone; what is new is a new version.

    `make golden` writes the new ones down; it does not take any away.
    """
    now, (version, told) = _lines(), _promised()
    assert [line for line in set(told) - set(now) if not _has_more_words(line, now)] == []
    news = [
        name for since, names in openapi.versions().items() if since > version for name in names
    ]
    added = {line.split(" ")[0] for line in set(now) - set(told) if "." in line.split(" ")[0]}
    known = {line.split(" ")[0].partition(".")[0] for line in told}
    # A new object comes with the field that holds it.
    before = {line.split(" ")[0] for line in told}
    unnamed = [
        name for name in added - before if name.partition(".")[0] in known and name not in news
    ]
    assert not unnamed, "give these a `since` of the next minor version"
    if pytestconfig.getoption("--update-golden"):
        lines = [openapi.schema_version(), *now]
        PROMISED.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    assert _promised() == (openapi.schema_version(), now)


def test_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    """A field that came later is listed under its version, and makes the newest version."""
    assert openapi.versions()[fields.FIRST_VERSION] == []

    class Later(BaseModel):
        """A shape with news."""

        old: str = fields.field("Old.", "a")
        new: str = fields.field("New.", "b", since="1.10")
        newer: str = fields.field("Newer.", "b", since="1.9")

    late = Endpoint(addresses.LLMS, "Late", Later, since="1.9")
    monkeypatch.setattr(openapi, "ENDPOINTS", [*ENDPOINTS, late])
    assert list(openapi.versions().items())[-2:] == [
        ("1.9", ["/llms.txt", "Later.newer"]),
        ("1.10", ["Later.new"]),
    ]
    assert openapi.schema_version() == "1.10"
