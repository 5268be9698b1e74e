"""Packs: the rule that clients compute, how even it is, and where a code stands by it."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import atlas as whole
from macros.publish.packs import MOST, Packs, digits_for, key_of
from macros.sources.settings import Settings
from tests import invented

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from macros.atlas import Atlas

RANGE = re.compile("    ranges:\n.*\n")
# Codes as providers number and name them.
CODES: dict[str, Callable[[int], str]] = {
    "numbers in a row": lambda number: str(40000 + number),
    "below zero": lambda number: str(-number),
    "with zeros before": lambda number: f"{number:08}",
    "names": lambda number: f"invalid_parameter.{number:x}",
    "numbers that 20 providers have": lambda number: str(1000 + number // 20),
    "by the hundred": lambda number: f"E{number // 7}{number % 7:02}",
}


@pytest.mark.parametrize(
    ("code", "key"), [("-3016", "-3016"), ("E915", "e915"), ("ÉİZ", "Éİz"), ("7/8", "7/8")]
)
def test_key(code: str, key: str) -> None:
    """A to Z are in lower case, for a shell as for JavaScript; no other letter changes."""
    assert key_of(code) == key
    if code.isascii():
        command = ["bash", "-c", 'printf %s "$1" | tr A-Z a-z', "-", code]
        assert subprocess.run(command, check=True, capture_output=True, text=True).stdout == key


def test_names() -> None:
    """A code's pack is called as its hash begins; with another number of digits, otherwise."""
    # sha256sum prints for 40029, -3016 and e915: fcdd94…, 0a0f5c…, 22cfd2…
    assert [Packs(1, single=True).name_for(code) for code in ("40029", "-3016")] == ["f", "0"]
    assert [Packs(3, single=True).name_for(code) for code in ("E915", "e915")] == ["22c", "22c"]


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.integers(1, 3))
def test_every_pack_is_there(code: str, digits: int) -> None:
    """Whatever a client asks for, its pack has a name that is there; names of two rules differ."""
    packs = Packs(digits, single=True)
    assert packs.name_for(code) in packs.names
    assert len(set(packs.names)) == 16**digits
    assert not set(packs.names) & set(Packs(digits + 1, single=True).names)
    assert packs.name_for(code) == packs.name_for(key_of(code))


@pytest.mark.parametrize(
    ("count", "digits"),
    [(0, 1), (1, 1), (2_048, 1), (2_049, 2), (32_768, 2), (32_769, 3), (1_000_000, 4)],
)
def test_digits(count: int, digits: int) -> None:
    """Names become a digit longer when packs would have more codes than they should."""
    assert digits_for(count) == digits
    assert count / 16**digits <= MOST


@pytest.mark.parametrize("form", CODES)
@pytest.mark.parametrize("count", [1_000, 10_000, 100_000])
def test_even(form: str, count: int) -> None:
    """However codes are made, no pack has many more than the others, and packs are few."""
    packs = Packs(digits_for(count), single=False)
    sizes = Counter(packs.name_for(CODES[form](number)) for number in range(count))
    assert max(sizes.values()) < 1.5 * MOST
    assert len(packs.names) < count / 8


def test_addresses(golden: Atlas) -> None:
    """Few codes have files of their own; of many, each has its place in a pack."""
    orbit = golden.catalogs["orbit"].by_address
    few, many = Packs(1, single=True), Packs(2, single=False)
    assert few.json(orbit["e9"]) == "api/v1/orbit/e9.json"
    assert few.markdown(orbit["e9"]) == "orbit/e9/index.md"
    name = many.name_for("E9")
    assert many.json(orbit["e9"]) == f"api/v1/codes/{name}.json#/codes/e9"
    assert many.markdown(orbit["e9"]) == f"api/v1/markdown/{name}.md#orbit/e9"
    # The code of a second list stands in the pack of its code, at its own address.
    clash, first = orbit["mail.101"], orbit["101"]
    assert many.json(clash) == many.json(first)
    assert many.markdown(clash).endswith("#orbit/mail.101")


def test_pointer(tmp_path: Path) -> None:
    """A code with signs of pointers or addresses is found by its pointer (RFC 6901)."""
    document = f"{invented.TABLE}| 7/8~9é | Busy |\n"
    own = '    addresses: {"7/8~9é": seven}\n'
    provider = RANGE.sub(own, invented.PROVIDER)
    data = invented.write(tmp_path, document, provider=provider, pattern="[0-9/~é]+")
    (code,) = whole.load(data).codes
    address = Packs(1, single=False).json(code)
    assert address.partition("#")[2] == "/codes/7~18~09%C3%A9"


def test_limit(golden: Atlas) -> None:
    """Up to as many codes as `mkdocs.yml` says each has files of its own, and no further."""
    count = len(golden.codes)
    for most, single in ((count, True), (count - 1, False), (0, False)):
        atlas = replace(golden, settings=Settings(single_files=most))
        assert Packs.of(atlas) == Packs(1, single=single)
