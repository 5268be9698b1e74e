"""YAML text -> nodes that know their lines, or values; all scalars are texts.

libyaml parses ten times faster than PyYAML's own parser, and says the same of nodes and their
places. It is asked first; PyYAML's own parser tells what is wrong with a text, and takes those that
libyaml would count differently or that could end the process: nested too deeply.
"""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.constructor import ConstructorError
from yaml.nodes import ScalarNode, SequenceNode

_DEEP = 100  # levels; what people write has ten
_BRACKET = re.compile(r"[\[\]{}]")
_INDENTED = re.compile(rf"^[ \t?:-]{{{_DEEP},}}", re.MULTILINE)
_C_LOADER: Any = getattr(yaml, "CBaseLoader", None)
# Without tags: it would look for each node's, and nobody asks.
_FAST: Any = _C_LOADER and type(
    "Untagged",
    (_C_LOADER,),
    {
        "resolve": lambda *_: None,
        "descend_resolver": lambda *_: None,
        "ascend_resolver": lambda _: None,
    },
)
_OPEN = object()  # stands for a value while what is in it is made


def compose(text: str) -> yaml.Node | None:
    """Return the root of a text; None where it says nothing.

    Raises:
        yaml.YAMLError: when it is not YAML.
        RecursionError: when it is nested too deeply.
    """
    if _FAST and not text.startswith("\ufeff") and text.endswith("\n") and not _is_deep(text):
        try:
            return _composed(text, _FAST)
        except yaml.YAMLError:
            pass  # said below in words that are known
    return _composed(text, yaml.BaseLoader)


def values(text: str) -> Any:  # noqa: ANN401 - whatever the text says
    """Return what a text says; None where it says nothing.

    Raises:
        yaml.YAMLError: when it is not YAML, or a value refers to itself.
        RecursionError: when it is nested too deeply.
    """
    root = compose(text)
    return None if root is None else of(root)


def of(root: yaml.Node) -> Any:  # noqa: ANN401 - whatever the text says
    """Return what a node says.

    Raises:
        yaml.YAMLError: when a value refers to itself.
    """
    return _value(root, {})


def _value(node: yaml.Node, made: dict[int, Any]) -> Any:  # noqa: ANN401
    """Return what a node says, as PyYAML's `BaseConstructor` does in thrice the time.

    Args:
        node: the node.
        made: the values of mappings and lists by the ids of their nodes: several may refer to one.
    """
    if isinstance(node, ScalarNode):
        return node.value
    value = made.get(id(node))
    if value is _OPEN:
        raise ConstructorError(None, None, "found unconstructable recursive node", node.start_mark)
    if value is None:
        made[id(node)] = _OPEN
        if isinstance(node, SequenceNode):
            value = [_value(item, made) for item in node.value]
        else:
            value = {
                # Most are texts, for which nothing is called.
                _key(key): item.value if type(item) is ScalarNode else _value(item, made)
                for key, item in node.value
            }
        made[id(node)] = value
    return value


def _key(node: yaml.Node) -> str:
    if not isinstance(node, ScalarNode):
        raise ConstructorError(None, None, "found unhashable key", node.start_mark)
    return str(node.value)


def _composed(text: str, loader: Any) -> yaml.Node | None:  # noqa: ANN401 - of either parser
    node: yaml.Node | None = yaml.compose(text, Loader=loader)
    return node


def _is_deep(text: str) -> bool:
    """Tell whether a text may be nested deeply; brackets in quotes count, too."""
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth += 1 if bracket in "[{" else -1
        if depth > _DEEP:
            return True
        depth = max(depth, 0)
    return _INDENTED.search(text) is not None
