"""YAML text: libyaml and PyYAML's own parser say the same, and neither ends the process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from macros.sources import yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXTS = (
    "a: 1\nb: [x, {c: 'd e'}]\n",
    "# é\nx: '템플릿 😀'\ny:\n- |\n  ü\n  v\n\n# end\nz: \"\\u00e9\"\n",
    "a: &one [1]\nb: *one\n",
    "a: 1",
    "\ufeffa: é\nb: 2\n",
    "a:\r\n  b: >-\r\n    c\r\n    d\r\n",
)


def _places(node: yaml.Node | None) -> Iterator[tuple[object, ...]]:
    """Yield each node's kind, value and where it begins and ends."""
    assert node
    begin, end = node.start_mark, node.end_mark
    place = (begin.index, begin.line, begin.column, end.index, end.line, end.column)
    if isinstance(node, yaml.ScalarNode):
        yield type(node), node.value, place
        return
    yield type(node), place
    for part in node.value:
        for one in part if isinstance(part, tuple) else (part,):
            yield from _places(one)


@pytest.mark.parametrize("text", TEXTS)
def test_the_same_nodes(text: str) -> None:
    """Each node has the place and the value that PyYAML's own parser gives it."""
    slow = yaml.compose(text, Loader=yaml.BaseLoader)
    assert list(_places(yaml_text.compose(text))) == list(_places(slow))
    assert yaml_text.values(text) == yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506


def test_the_real_files(project: Path) -> None:
    """So it is with every file that people write."""
    for path in sorted((project / "data").rglob("*.yml")):
        text = path.read_text("utf-8")
        slow = yaml.compose(text, Loader=yaml.BaseLoader)
        assert list(_places(yaml_text.compose(text))) == list(_places(slow))


@pytest.mark.parametrize(
    "text", ["a: " + "[" * 100_000, "- " * 100_000 + "a\n", "[\n" * 100_000 + "\n"]
)
def test_nested_too_deeply(text: str) -> None:
    """What libyaml would end the process over is refused."""
    with pytest.raises((RecursionError, yaml.YAMLError)):
        yaml_text.values(f"{text}\n")


def test_what_is_wrong_is_said_in_the_same_words() -> None:
    """A fault has the words of PyYAML's own parser, and its line."""
    with pytest.raises(yaml.MarkedYAMLError) as told:
        yaml_text.compose("a: 1\nb: [\n")
    assert told.value.problem_mark
    assert (told.value.problem, told.value.problem_mark.line) == (
        "expected the node content, but found '<stream end>'",
        2,
    )


def test_nothing() -> None:
    """A text that says nothing is nothing."""
    assert yaml_text.values("") is None
    assert yaml_text.values("# a comment\n") is None
