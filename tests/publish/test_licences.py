"""Whose work the theme is: each package in its script has a notice, all terms stand in full."""

from __future__ import annotations

import json
from importlib import metadata

import pytest

from macros.publish import licences


@pytest.fixture(scope="module")
def source_map() -> str:
    """Return the source map of the installed theme's script."""
    files = metadata.files("mkdocs-material") or ()
    (found,) = [path for path in files if path.match("javascripts/bundle.*.js.map")]
    return found.read_text(encoding="utf-8")


def test_every_package(source_map: str) -> None:
    """No package that the theme's script is made of goes without its notice."""
    told = licences.notices(source_map)
    assert set(told) == {"clipboard", "escape-html", "focus-visible", "rxjs", "tslib"}
    assert [name for name, notice in told.items() if not notice] == []
    assert told["escape-html"].splitlines()[1:] == [
        "Copyright(c) 2012-2013 TJ Holowaychuk",
        "Copyright(c) 2015 Andreas Lubbe",
        'Copyright(c) 2015 Tiancheng "Timothy" Gu',
        "MIT Licensed",
    ]


def test_file(source_map: str) -> None:
    """The terms of the theme, of the parts in it and of its icons stand in full."""
    text = licences.file(source_map)
    for said in (
        "Martin Donath",
        "The above copyright notice and this permission notice shall be included",
        "Google, Inc., Netflix, Inc., Microsoft Corp.",
        "Zeno Rocha",
        "Pictogrammers Free License",
        "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION",
        "9. Accepting Warranty or Additional Liability.",
    ):
        assert text.count(said) == 1, said


def test_unknown() -> None:
    """A package that says nothing and is not known has an empty notice, for the test above."""
    made = {"sources": ["../node_modules/@a/b/c.js"], "sourcesContent": ["/* none */ a()"]}
    assert licences.notices(json.dumps(made)) == {"@a/b": ""}
