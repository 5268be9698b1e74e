"""YAML that people write, read into a checked model, every fault with its line.

All scalars are read as strings (YAML would turn `NO`, `0010` and `12:30` into something else);
the model gives them their types. Refuses duplicate keys, which YAML readers usually let pass.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from macros.errors import Problem, ProblemsError
from macros.sources import text_file, yaml_text
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)
_MANUAL = "data/README.md describes every key."


@dataclass(frozen=True, slots=True)
class Written(Generic[Model]):
    """What a person wrote into one file, and where in it each part stands.

    Attributes:
        content: the checked content.
        name: the file as errors call it, relative to the project.
        file: the parsed file, which knows its lines; None where there is no file.
    """

    content: Model
    name: str
    file: YamlFile | None = None

    def line(self, *path: str | int) -> int:
        """Return the line of a key or list item by the way to it: `line("changes", 3)`."""
        return self.file.line(*path) if self.file else 0

    def lines(self, *path: str | int) -> dict[str, int]:
        """Return the lines of all keys of the mapping at `path`, by key."""
        return self.file.lines(*path) if self.file else {}

    def problem(self, what: str, do: str, *path: str | int) -> Problem:
        """Return a problem with the line of what stands at `path`."""
        return Problem(self.name, self.line(*path), what, do)


def read(path: Path, name: str, model: type[Model], **derived: object) -> Written[Model]:
    """Read a file and check it.

    Args:
        path: the file.
        name: the file as errors call it, relative to the project.
        model: what the mapping must be.
        derived: fields that do not stand in the file, such as the name of its folder.

    Raises:
        ProblemsError: with the line of each fault.
    """
    file = YamlFile(path, name)
    return Written(file.check(model, **derived), name, file)


def read_if_there(path: Path, name: str, model: type[Model]) -> Written[Model]:
    """Read a file that need not be there, as `read` does; where there is none, nothing is written.

    Raises:
        ProblemsError: with the line of each fault.
    """
    return read(path, name, model) if path.is_file() else Written(model(), name)


class YamlFile:
    """A parsed YAML file that still knows its lines.

    Args:
        path: the file.
        name: the file as errors call it, relative to the project.

    Raises:
        ProblemsError: when it is not YAML, not one mapping, or has a key twice.
    """

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        self._root = _parse(path, name)
        if bad := list(_bad_keys(self._root, name)):
            raise ProblemsError(bad)

    def check(self, model: type[Model], **derived: object) -> Model:
        """Return the file's content as `model`.

        Args:
            model: what the mapping must be.
            derived: fields that do not stand in the file, such as the name of its folder.

        Raises:
            ProblemsError: with the line of each key that is missing, unknown or wrong.
        """
        try:
            data = yaml_text.of(self._root)
        except yaml.YAMLError:
            what = "a value refers to itself."
            raise ProblemsError([Problem(self.name, 0, what, "Remove the `*`.")]) from None
        if given := [name for name in derived if name in data]:
            what = f'the key "{given[0]}" does not belong here.'
            do = "Remove it: the folder's name says it."
            raise ProblemsError([Problem(self.name, self.line(given[0]), what, do)])
        try:
            return model.model_validate({**data, **derived})
        except ValidationError as error:
            schema = model.model_json_schema()
            details = error.errors(include_url=False)
            raise ProblemsError(self._problem(detail, schema) for detail in details) from None

    def line(self, *path: str | int) -> int:
        """Return the line of the key or list item at `path`, or of what is nearest above it.

        A step that is neither key nor index (pydantic names the branch of a union) is passed over.
        """
        return self._find(path)[1]

    def lines(self, *path: str | int) -> dict[str, int]:
        """Return the lines of all keys of the mapping at `path`, by key; none where it is none."""
        node, _ = self._find(path)
        if not isinstance(node, yaml.MappingNode):
            return {}
        return {key.value: key.start_mark.line + 1 for key, _ in node.value}

    def _find(self, path: Iterable[str | int]) -> tuple[yaml.Node, int]:
        """Return the node at `path`, or what is nearest above it, and its line."""
        node: yaml.Node = self._root
        line = 1
        for step in path:
            if isinstance(node, yaml.MappingNode):
                for key, value in node.value:
                    if key.value == step:
                        node, line = value, key.start_mark.line + 1
                        break
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
                node = node.value[step]
                line = node.start_mark.line + 1
        return node, line

    def _problem(self, detail: ErrorDetails, schema: dict[str, Any]) -> Problem:
        place = detail["loc"]
        if detail["type"].startswith("union_tag"):
            place = (*place, detail["ctx"]["discriminator"].strip("'"))
        described = list(_described(schema, place))
        path = ".".join(str(step) for step, _ in described) or str(place[-1]) if place else ""
        expected = f"Expected: {description}" if (description := _last(described)) else _MANUAL
        value = detail["input"]
        match detail["type"]:
            case "missing" | "union_tag_not_found":
                what, do = f'the key "{path}" is missing.', expected
            case "extra_forbidden":
                what = f'unknown key "{place[-1]}".'
                do = f"Remove it or mend its spelling: {_MANUAL}"
            case "value_error":
                what, do = detail["msg"].removeprefix("Value error, ") + ".", _MANUAL
                what = f"{path}: {what}" if path else what
            case _ if isinstance(value, str):
                what, do = f'{path}: "{value}" is not allowed here.', expected
            case "union_tag_invalid":
                tag, tags = detail["ctx"]["tag"], detail["ctx"]["expected_tags"]
                what, do = f'{path}: there is no "{tag}".', f"Expected: one of {tags}."
            case _:
                what, do = f"{path}: {detail['msg']}.", expected
        return Problem(self.name, self.line(*place), what, do)


def _described(schema: dict[str, Any], place: Iterable[str | int]) -> Iterator[tuple[object, str]]:
    """Yield the steps of `place` that stand in the file, each with the model's description of it.

    Steps by which pydantic names the branch of a union are left out: of the place `("revisions",
    0, "reader", "markdown", "tables", 1, "code")` all but "markdown" stand in the file.
    """
    node = schema
    for step in place:
        branches = [node, *node.get("anyOf", ()), *node.get("oneOf", ())]
        resolved = [_resolved(schema, branch) for branch in branches]
        tags = node.get("discriminator", {}).get("mapping", {})
        for branch in resolved:
            if isinstance(step, int) and "items" in branch:
                node = branch["items"]
                yield step, node.get("description", "")
                break
            if step in branch.get("properties", {}):
                node = branch["properties"][step]
                yield step, node.get("description", "")
                break
            others = [
                branch.get("additionalProperties"),
                *branch.get("patternProperties", {}).values(),
            ]
            if values := [one for one in others if isinstance(one, dict)]:
                node = values[0]
                yield step, node.get("description", "")
                break
        else:
            node = {"$ref": tags[step]} if step in tags else node


def _resolved(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    name = node.get("$ref", "").removeprefix("#/$defs/")
    return schema["$defs"][name] if name else node


def _last(described: list[tuple[object, str]]) -> str:
    return described[-1][1] if described else ""


def _parse(path: Path, name: str) -> yaml.MappingNode:
    try:
        root = yaml_text.compose(text_file.read(path, name))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        what = f"this is not YAML: {error.problem}."
        do = "Look at the indentation and the quotes here and one line above."
        raise ProblemsError([Problem(name, line, what, do)]) from None
    except RecursionError:
        what = "this is not YAML: it is nested too deep."
        raise ProblemsError([Problem(name, 0, what, "Compare it with another one.")]) from None
    except yaml.YAMLError as error:
        what = f"this is not YAML: {one_line(str(error))}."
        raise ProblemsError([Problem(name, 0, what, "Compare it with another one.")]) from None
    if not isinstance(root, yaml.MappingNode):
        raise ProblemsError([Problem(name, 1, "this is not a mapping of keys to values.", _MANUAL)])
    return root


def _bad_keys(root: yaml.Node, name: str) -> Iterator[Problem]:
    """Yield keys that stand twice, and keys that are no words: `{{ x }}` without quotes is one."""
    waiting, done = [root], set()
    while waiting:
        node = waiting.pop()
        if id(node) in done or isinstance(node, yaml.ScalarNode):
            continue
        done.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)
            continue
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                what, do = "a key must be a word.", "Quote a text that begins with a brace."
                yield Problem(name, line, what, do)
                continue
            if key.value in seen:
                what = f'the key "{key.value}" already stands in line {seen[key.value]}.'
                yield Problem(name, line, what, "Keep one of the two.")
            seen[key.value] = line
            waiting.append(value)
