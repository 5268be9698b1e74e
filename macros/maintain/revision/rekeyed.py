"""Keys of JSON and YAML that were renamed: options of the document before -> those of the later.

A key that no item has any more is known again by what stands at it: the code by the codes that were
there before, the message by texts nearly like those that these codes had. All else that is decided
of the document stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from yaml import YAMLError

from macros.readers import json, yaml
from macros.readers.printed import plain
from macros.sources.reader_options.data import KEY
from macros.texts import one_line, series

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.maintain.document.reading import Options
    from macros.maintain.revision.renamed import Known
    from macros.readers.rows import Document
    from macros.readers.tree_node import Node

PARSERS = {"json": json.parse, "yaml": yaml.parse}
_MOST = 0.5  # of what stands at a key was there before, where it is the renamed one
_NEARLY = 80  # of 100: how alike two texts of a code are that can be one

# The texts of a mapping by their keys, its own key among them.
_Texts = dict[str, str]


def rekeyed(options: Options, document: Document, known: Known) -> list[str]:
    """Give the lists of a tree the keys that took the place of those that are gone.

    Args:
        options: the options of the document before, which are changed.
        document: the later document.
        known: what the codes said before.

    Returns:
        what changed, in sentences.
    """
    parse = PARSERS.get(options["format"])
    if parse is None:
        return []
    try:
        items = list(_mappings(parse(document.text)))
    except (ValueError, YAMLError):
        return []
    changes: list[str] = []
    for part in [options, *options.get("lists", [])]:
        whole = {**options, **part}
        told = [*_of_codes(part, whole, items, known), *_of_messages(part, whole, items, known)]
        if told:
            changes.append(f'the items at "{whole["path"]}" have other keys: {series(told)}')
    return changes


def _mappings(root: Node) -> Iterator[_Texts]:
    waiting: list[tuple[Node | None, Node]] = [(None, root)]
    while waiting:
        key, node = waiting.pop()
        if node.is_mapping:
            texts = {name.text: one.text for name, one in node.children if name and one.text}
            yield texts | ({KEY: key.text} if key else {})
        waiting += node.children


def _of_codes(
    part: Options, whole: Options, items: Sequence[_Texts], known: Known
) -> Iterator[str]:
    """Give a list the key that its codes stand at now; yield what it is called."""
    codes = known.get(whole["code_set"], {})
    if len(whole["code"]) > 1 or any(_code(one, whole) in codes for one in items):
        return
    keys = {key for one in items for key in one if key not in _named(whole)}
    said = {key: [plain(one[key]) in codes for one in items if key in one] for key in sorted(keys)}
    best = max(said, key=lambda key: sum(said[key]), default="")
    if best and best != KEY and sum(said[best]) >= _MOST * len(said[best]):
        old = whole["code"][0]
        part["code"] = whole["code"] = [best]
        yield f'code "{old}" is now "{best}"'


def _of_messages(
    part: Options, whole: Options, items: Sequence[_Texts], known: Known
) -> Iterator[str]:
    """Give a list the key that its messages stand at now; yield what it is called."""
    codes = known.get(whole["code_set"], {})
    held = [one for one in items if _code(one, whole) in codes]
    several = isinstance(whole["message"], list)
    messages = list(whole["message"]) if several else [whole["message"]]
    if not held or any(name in one for one in held for name in messages):
        return
    keys = {key for one in held for key in one if key not in _named(whole)}

    def alike(key: str) -> int:
        return sum(_is_nearly(one.get(key, ""), codes[_code(one, whole)]) for one in held)

    best = max(sorted(keys), key=alike, default="")
    if not best or alike(best) < _MOST * len(held):
        return
    part["message"] = [best, *messages[1:]] if several else best
    yield f'message "{messages[0]}" is now "{best}"'


def _code(texts: Mapping[str, str], part: Options) -> str:
    return plain(texts.get(part["code"][0], "")) if len(part["code"]) == 1 else ""


def _named(part: Options) -> set[str]:
    """Return the keys that are kept for something, and so are no renamed ones."""
    success = part["success"]["key"] if "success" in part else ""
    return {*part["code"], *part.get("named", {}).values(), success}


def _is_nearly(text: str, said: set[str]) -> bool:
    return any(fuzz.ratio(one_line(text), one_line(one)) >= _NEARLY for one in said)
