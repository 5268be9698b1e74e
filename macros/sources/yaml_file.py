"""YAML that people write, read into a checked model, every fault with its line.

All scalars are read as strings (YAML would turn `NO`, `0010` and `12:30` into something else);
the model gives them their types. Refuses duplicate keys, which YAML readers usually let pass.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from yaml.constructor import ConstructorError
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from macros.errors import Problem, ProblemsError
from macros.sources import text_file, yaml_text
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

Model = TypeVar("Model", bound=BaseModel)
_MANUAL = "data/README.md describes every key."


@dataclass(frozen=True, slots=True)
class Written(Generic[Model]):
    """What a person wrote into one file, and where in it each part stands.

    Attributes:
        content: the checked content.
        name: the file as errors call it, relative to the project.
        places: where each part stands; None where there is no file.
    """

    content: Model
    name: str
    places: Places | None = None

    def line(self, *path: str | int) -> int:
        """Return the line of a key or list item by the way to it: `line("changes", 3)`."""
        return self.places.line(*path) if self.places else 0

    def lines(self, *path: str | int) -> dict[str, int]:
        """Return the lines of all keys of the mapping at `path`, by key."""
        return self.places.lines(*path) if self.places else {}

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
    return Written(file.check(model, **derived), name, file.places)


def read_if_there(path: Path, name: str, model: type[Model]) -> Written[Model]:
    """Read a file that need not be there, as `read` does; where there is none, nothing is written.

    Raises:
        ProblemsError: with the line of each fault.
    """
    return read(path, name, model) if path.is_file() else Written(model(), name)


@dataclass(frozen=True, slots=True)
class Places:
    """Where a value stands, and each that is in it; a parsed file would take ten times the room.

    Attributes:
        at: the line of its key or list item.
        inside: what is in it, by key or in order; of a text, as most are, its line alone.
    """

    at: int
    inside: dict[str, Places | int] | list[Places | int]

    @staticmethod
    def of(node: yaml.CollectionNode) -> Places:
        """Return where the parts of a node stand, in which no value is within itself.

        Raises:
            yaml.YAMLError: when a key stands twice.
        """
        return Places(1, _inside(node, {}))

    def line(self, *path: str | int) -> int:
        """Return the line of the key or list item at `path`, or of what is nearest above it.

        A step that is neither key nor index (pydantic names the branch of a union) is passed over.
        """
        return _line(self._find(path))

    def lines(self, *path: str | int) -> dict[str, int]:
        """Return the lines of all keys of the mapping at `path`, by key; none where it is none."""
        here = self._find(path)
        inside = here.inside if isinstance(here, Places) else None
        return {key: _line(one) for key, one in inside.items()} if isinstance(inside, dict) else {}

    def _find(self, path: Iterable[str | int]) -> Places | int:
        """Return what stands at `path`, or what is nearest above it."""
        here: Places | int = self
        for step in path:
            if isinstance(here, int):
                break
            if isinstance(here.inside, dict) and isinstance(step, str):
                here = here.inside.get(step, here)
            elif isinstance(here.inside, list) and isinstance(step, int):
                here = here.inside[step]
        return here


def _line(place: Places | int) -> int:
    return place if isinstance(place, int) else place.at


def _inside(node: yaml.CollectionNode, known: dict[int, Any]) -> Any:  # noqa: ANN401
    """Return where the parts of a node stand; one that is referred to often is looked at once."""
    if id(node) in known:
        return known[id(node)]
    if isinstance(node, MappingNode):
        made: Any = {
            # Most are texts, for which nothing is called.
            key.value: key.start_mark.line + 1
            if type(value) is ScalarNode
            else _places(value, key, known)
            for key, value in node.value
        }
        if len(made) < len(node.value):
            raise ConstructorError(None, None, "found a key twice", node.start_mark)
    else:
        made = [_places(item, item, known) for item in node.value]
    known[id(node)] = made
    return made


def _places(
    node: ScalarNode | yaml.CollectionNode, at: yaml.Node, known: dict[int, Any]
) -> Places | int:
    """Return where a node stands, below its key or by itself, and each that is in it."""
    line = at.start_mark.line + 1
    return line if isinstance(node, ScalarNode) else Places(line, _inside(node, known))


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
        root = _parse(path, name)
        try:
            self._data = yaml_text.of(root)
            self.places = Places.of(root)
        except yaml.YAMLError:
            circle = Problem(name, 0, "a value refers to itself.", "Remove the `*`.")
            raise ProblemsError(list(_bad_keys(root, name)) or [circle]) from None

    def check(self, model: type[Model], **derived: object) -> Model:
        """Return the file's content as `model`.

        Args:
            model: what the mapping must be.
            derived: fields that do not stand in the file, such as the name of its folder.

        Raises:
            ProblemsError: with the line of each key that is missing, unknown or wrong.
        """
        data = self._data
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

    def below(self, key: str, adapter: TypeAdapter[Any]) -> dict[str, Any]:
        """Return what stands below a key, or the whole file where it lacks that, as it is written.

        Args:
            key: the key.
            adapter: what it must be.

        Raises:
            ProblemsError: with the line of each key that is missing, unknown or wrong.
        """
        above = (key,) if key in self._data else ()
        data = self._data[key] if above else self._data
        try:
            adapter.validate_python(data)
        except ValidationError as error:
            schema = adapter.json_schema()
            details = error.errors(include_url=False)
            raise ProblemsError(self._problem(one, schema, above) for one in details) from None
        return dict(data)

    def line(self, *path: str | int) -> int:
        """Return the line of the key or list item at `path`, as `Places` does."""
        return self.places.line(*path)

    def _problem(
        self, detail: ErrorDetails, schema: dict[str, Any], above: tuple[str, ...] = ()
    ) -> Problem:
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
            case "literal_error" if " or " in detail["ctx"]["expected"]:
                what, do = f'{path}: "{value}" is not allowed here.', _one_of(detail, expected)
            case _ if isinstance(value, str):
                what, do = f'{path}: "{value}" is not allowed here.', expected
            case "union_tag_invalid":
                tag, tags = detail["ctx"]["tag"], detail["ctx"]["expected_tags"]
                what, do = f'{path}: there is no "{tag}".', f"Expected: one of {tags}."
            case _:
                what, do = f"{path}: {detail['msg']}.", expected
        return Problem(self.name, self.line(*above, *place), what, do)


def _one_of(detail: ErrorDetails, expected: str) -> str:
    """Return what is expected where only some words are allowed, with these."""
    words = detail["ctx"]["expected"].replace("'", '"')
    return f"{expected.removesuffix('.')}: one of {words}."


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


def _parse(path: Path, name: str) -> MappingNode:
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
    if not isinstance(root, MappingNode):
        raise ProblemsError([Problem(name, 1, "this is not a mapping of keys to values.", _MANUAL)])
    return root


def _bad_keys(root: yaml.Node, name: str) -> Iterator[Problem]:
    """Yield keys that stand twice, and keys that are no words: `{{ x }}` without quotes is one."""
    waiting, done = [root], set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, ScalarNode) or id(node) in done:
            continue
        done.add(id(node))
        if isinstance(node, SequenceNode):
            waiting.extend(node.value)
            continue
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, ScalarNode):
                what, do = "a key must be a word.", "Quote a text that begins with a brace."
                yield Problem(name, line, what, do)
                continue
            if key.value in seen:
                what = f'the key "{key.value}" already stands in line {seen[key.value]}.'
                yield Problem(name, line, what, "Keep one of the two.")
            seen[key.value] = line
            waiting.append(value)
