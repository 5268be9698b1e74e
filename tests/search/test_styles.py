"""The lint of the styles: what a browser drops without a word is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.search import real_index

if TYPE_CHECKING:
    from pathlib import Path

# A rule, and which one of the lint refuses it.
RULES = {
    "summary:is(::before, ::after) { display: none; }": "selector-no-unmatchable",
    ":root:has(p:has(a)) { color: red; }": "selector-no-invalid",
    "a { colour: red; }": "property-no-unknown",
    "a { color: red; }\n\na { margin: 0; }": "no-duplicate-selectors",
    "summary::before,\nsummary::after { display: none; }": "",
    ".ec-tag--new .md-content__inner { --ec-text: red; }": "",
}


@pytest.mark.parametrize("rule", RULES)
def test_lint(tmp_path: Path, project: Path, rule: str) -> None:
    """A selector that matches nothing, an unknown property and a rule said twice are refused."""
    file = tmp_path / "planted.css"
    file.write_text(f"{rule}\n", "utf-8")
    lint = str(project / "node_modules/stylelint/bin/stylelint.mjs")
    config = str(project / "stylelint.config.js")
    ran = real_index.node(tmp_path, lint, "--formatter", "unix", "--config", config, str(file))
    told = ran.stdout + ran.stderr
    assert (RULES[rule] in told) if RULES[rule] else ran.returncode == 0, told
    assert ran.returncode == (2 if RULES[rule] else 0)
