"""Edits of YAML files that leave all else as it is: text, what to put where -> text.

A file is composed by a YAML parser, which knows the lines of its parts, and lines are put in there.
So comments, quotes and order stay, and a difference shows what was added alone. Every edit is held
against what the file then says: one that would change anything else is refused.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from macros.maintain import block
from macros.sources import yaml_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Path = tuple[str | int, ...]
ALIAS = "ALIAS "  # before the name of something that the file has already, in what is to be shown


class EditError(Exception):
    """The file is written in a way in which nothing can be put into it line by line."""


def values(text: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return what a file says, all scalars as texts; None where it says nothing."""
    return yaml_text.values(text)


def after_item(
    text: str,
    path: Path,
    index: int,
    value: dict[str, Any],
    shown: Mapping[str, Any] | None = None,
) -> str:
    """Return the file with a new item in the list at `path`, behind the item `index`.

    Args:
        text: the file.
        path: the way to the list.
        index: the item before the new one; -1 to put it first.
        value: the new item.
        shown: the new item with a text `ALIAS name` in place of what the file has by a name.
    """
    items = _node(text, path)
    if not isinstance(items, yaml.SequenceNode) or items.flow_style or not items.value:
        raise EditError(f"{'.'.join(map(str, path))} is not a list with an item on each line")
    lines = text.splitlines(keepends=True)
    indent = items.value[0].start_mark.column - 2
    new = _aliased(block.item(dict(shown or value), indent))
    spaced = (len(items.value) == 1 and len(path) == 1) or any(
        not line.strip()
        for number, one in enumerate(items.value[:-1])
        for line in lines[_end(lines, one, items, number) : items.value[number + 1].start_mark.line]
    )
    gap = "\n" if spaced else ""
    if index < 0:
        place, new = items.value[0].start_mark.line, new + gap
    else:
        place, new = _end(lines, items.value[index], items, index), gap + new
    return _held(
        text, _put(lines, place, new), lambda data: _at(data, path).insert(index + 1, value)
    )


def _aliased(new: str) -> str:
    """Name by `*name` what the file has already."""
    return re.sub(rf": {ALIAS}([\w-]+)\n", r": *\1\n", new)


def key(  # noqa: PLR0913, PLR0917 - what to put where
    text: str,
    path: Path,
    name: str,
    value: object,
    before: str = "",
    shown: object = None,
) -> str:
    """Return the file with a new key in the mapping at `path`.

    Args:
        text: the file.
        path: the way to the mapping.
        name: the key, which it does not have.
        value: what stands there.
        before: the key before which it goes; the end of the mapping where there is none.
        shown: the value as `after_item` takes it.
    """
    mapping = _node(text, path)
    if not isinstance(mapping, yaml.MappingNode) or mapping.flow_style or not mapping.value:
        raise EditError(f"{'.'.join(map(str, path))} is not a mapping with a key on each line")
    lines = text.splitlines(keepends=True)
    keys = [key.value for key, _ in mapping.value]
    indent = mapping.value[0][0].start_mark.column
    at = keys.index(before) if before in keys else 0
    if at:
        place = mapping.value[at][0].start_mark.line
    else:
        ends = _end(lines, mapping.value[-1][1], mapping, len(keys) - 1)
        place = max(ends, mapping.value[-1][0].start_mark.line + 1)
    new = _aliased(block.rendered({name: value if shown is None else shown}, indent))
    return _held(text, _put(lines, place, new), lambda data: _at(data, path).update({name: value}))


def line_of(text: str, path: Path) -> int | None:
    """Return the line, counted from 0, of the key at `path`; None where there is none."""
    above = _node(text, path[:-1])
    if not isinstance(above, yaml.MappingNode):
        return None
    lines = (int(key.start_mark.line) for key, _ in above.value if key.value == path[-1])
    return next(lines, None)


def entries(text: str, path: Path, order: Sequence[str], new: Mapping[str, str]) -> str:
    """Return the file with new keys in the mapping at `path`, in their places.

    Args:
        text: the file.
        path: the way to the mapping; it is added at the end of the one above where it is not there.
        order: all keys that the mapping may have, old and new, in their order.
        new: the new keys with their values.
    """
    mapping = _node(text, path)
    lines = text.splitlines(keepends=True)
    if mapping is None:
        above = _node(text, path[:-1])
        if not isinstance(above, yaml.MappingNode) or above.flow_style or not above.value:
            raise EditError(f"there is no mapping {'.'.join(map(str, path[:-1]))}")
        indent = above.value[0][0].start_mark.column
        rows = [f"{' ' * indent}{path[-1]}:\n"]
        rows += [_entry(indent + 2, key, new[key]) for key in order if key in new]
        keys = sorted([*(key.value for key, _ in above.value), str(path[-1])])
        place = keys.index(str(path[-1]))
        at = (
            _end(lines, above.value[place - 1][1], above, place - 1)
            if place
            else above.value[0][0].start_mark.line
        )
        return _held(
            text,
            _put(lines, at, "".join(rows)),
            lambda data: _at(data, path[:-1]).update({path[-1]: dict(new)}),
        )
    if not isinstance(mapping, yaml.MappingNode) or mapping.flow_style or not mapping.value:
        raise EditError(f"{'.'.join(map(str, path))} is not a mapping with a key on each line")
    indent = mapping.value[0][0].start_mark.column
    there = {key.value: index for index, (key, _) in enumerate(mapping.value)}
    put: dict[int, list[str]] = {}
    before = -1
    for key in order:
        if key in there:
            before = there[key]
        elif key in new:
            at = (
                _end(lines, mapping.value[before][1], mapping, before)
                if before >= 0
                else mapping.value[0][0].start_mark.line
            )
            put.setdefault(at, []).append(_entry(indent, key, new[key]))
    for at in sorted(put, reverse=True):
        lines = _put(lines, at, "".join(put[at])).splitlines(keepends=True)
    return _held(text, "".join(lines), lambda data: _at(data, path).update(new))


def _entry(indent: int, key: str, value: str) -> str:
    return f"{' ' * indent}{block.word(key)}: {block.word(value)}\n"


def scalars(text: str, new: Mapping[Path, str | list[str]]) -> str:
    """Return the file with other texts, or lists of texts, at some places: in double quotes."""
    spots = []
    for path, value in new.items():
        node = _node(text, path)
        is_list = isinstance(node, yaml.SequenceNode) and node.flow_style
        is_text = isinstance(node, yaml.ScalarNode) and node.style not in {"|", ">"}
        if not node or not (is_list or is_text):
            raise EditError(f"{'.'.join(map(str, path))} is not a text in one line")
        texts = [value] if isinstance(value, str) else value
        quoted = ", ".join(map(block.quoted, texts))
        written = quoted if isinstance(value, str) else f"[{quoted}]"
        spots.append((node.start_mark.index, node.end_mark.index, written))
    edited = text
    for start, end, value in sorted(spots, reverse=True):
        edited = edited[:start] + value + edited[end:]

    def expected(data: Any) -> None:  # noqa: ANN401 - whatever the file holds
        for path, value in new.items():
            _at(data, path[:-1])[path[-1]] = value

    return _held(text, edited, expected)


def commented_out(text: str, path: Path, indexes: Iterable[int], says: str) -> str:
    """Return the file with items of a list as comments, so that nothing that they say is lost.

    Where that leaves a list without an item, it is an empty one.
    """
    items = _node(text, path)
    if not isinstance(items, yaml.SequenceNode) or items.flow_style:
        raise EditError(f"{'.'.join(map(str, path))} is not a list with an item on each line")
    lines = text.splitlines(keepends=True)
    gone = sorted(set(indexes))
    for index in gone:
        node = items.value[index]
        for number in range(node.start_mark.line, _end(lines, node, items, index)):
            lines[number] = f"# {lines[number]}" if lines[number].strip() else lines[number]
    empty = len(gone) == len(items.value)
    above = line_of(text, path)
    if empty and above is not None:
        lines[above] = re.sub(r"^(\s*[\w\"'-]+:)", r"\1 []", lines[above])
    for index in reversed(gone):
        lines.insert(items.value[index].start_mark.line, f"# {says}\n")

    def expected(data: Any) -> None:  # noqa: ANN401 - whatever the file holds
        listed = _at(data, path)
        for index in reversed(gone):
            del listed[index]

    return _held(text, "".join(lines), expected)


def without(text: str, paths: Iterable[Path]) -> str:
    """Return the file without some keys and items, and without what is empty by then.

    Args:
        text: the file.
        paths: the ways to them; comments that stand deeper than they go with them.
    """
    data = values(text) or {}
    gone = _whole(data, set(paths))
    lines = text.splitlines(keepends=True)
    # From the last one up: the places of those above stay as they are.
    places = sorted(((*_lines(text, lines, path), path) for path in gone), reverse=True)
    for start, end, _ in places:
        del lines[start:end]

    def expected(data: Any) -> None:  # noqa: ANN401 - whatever the file holds
        for *_, path in places:
            del _at(data, path[:-1])[path[-1]]

    return _held(text, "".join(lines), expected)


def _whole(data: Any, paths: set[Path]) -> set[Path]:  # noqa: ANN401 - whatever the file holds
    """Return what goes; where all that something holds goes, that in its place."""
    for depth in range(max(map(len, paths), default=0), 1, -1):
        for above in {path[:-1] for path in paths if len(path) == depth}:
            own = {path for path in paths if path[:-1] == above}
            if len(own) == len(_at(data, above)):
                paths = (paths - own) | {above}
    return {path for path in paths if not any(path[:end] in paths for end in range(1, len(path)))}


def _lines(text: str, lines: Sequence[str], path: Path) -> tuple[int, int]:
    """Return the first line of a key or an item, counted from 0, and the one behind its last."""
    above, node = _node(text, path[:-1]), _node(text, path)
    if not isinstance(above, yaml.CollectionNode) or node is None or above.flow_style:
        raise EditError(f"{'.'.join(map(str, path))} does not stand on lines of its own")
    if isinstance(above, yaml.MappingNode):
        places = [key.value for key, _ in above.value]
        index = places.index(path[-1])
        first = int(above.value[index][0].start_mark.line)
    else:
        index = int(path[-1])
        first = int(node.start_mark.line)
    return first, _end(lines, node, above, index)


def _held(before: str, after: str, change: Any) -> str:  # noqa: ANN401 - a function of the data
    """Return the new text where it says what it should, and nothing else."""
    data = values(before) or {}
    change(data)
    try:
        says = values(after) or {}
    except yaml.YAMLError:
        says = None
    if says != data:
        raise EditError("the file would not say what it should")
    return after


def _put(lines: list[str], place: int, new: str) -> str:
    before = lines[:place]
    if before and not before[-1].endswith("\n"):
        before[-1] += "\n"
    return "".join([*before, new, *lines[place:]])


def _at(data: Any, path: Path) -> Any:  # noqa: ANN401 - whatever the file holds
    for step in path:
        data = data[step]
    return data


def _node(text: str, path: Path) -> yaml.Node | None:
    node = yaml_text.compose(text)
    for step in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == step), None)
        elif (
            isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value)
        ):
            node = node.value[step]
        else:
            return None
    return node


def _end(lines: Sequence[str], node: yaml.Node, above: yaml.CollectionNode, index: int) -> int:
    """Return the line behind the last one of a node, counted from 0.

    A parser lets a block end where the next thing begins; the blank lines and comments between
    belong to that.
    """
    if index + 1 < len(above.value):
        following = above.value[index + 1]
        key = following[0] if isinstance(following, tuple) else following
        end = int(key.start_mark.line)
    else:
        mark = node.end_mark
        # A block ends where the next thing begins, which can stand deeper than column 0.
        is_block = isinstance(node, yaml.CollectionNode) and not node.flow_style
        is_cut = mark.line < len(lines) and not lines[mark.line].endswith("\n")
        end = min(int(mark.line) + (bool(mark.column) and (is_cut or not is_block)), len(lines))
    indent = node.start_mark.column
    while end > node.start_mark.line + 1 and _is_between(lines[end - 1], indent):
        end -= 1
    return end


def _is_between(line: str, indent: int) -> bool:
    """Tell whether a line is blank or a comment that stands no deeper than a node."""
    text = line.strip()
    return not text or (text.startswith("#") and len(line) - len(line.lstrip()) <= indent)
