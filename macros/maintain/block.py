"""Parts of YAML files, written as the files in `data/` are: values -> lines.

Values are texts, as the models read them: whatever YAML would take for something else is quoted.
"""

from __future__ import annotations

import io
import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
)

_WIDTH = 100
# Safe as they stand: words, addresses, sentences without a sign that means something in YAML.
_PLAIN = re.compile(r"[A-Za-z0-9][\w ./'()&+?=-]*(?:[:](?! )[\w ./'()&+?=-]*)*", re.ASCII)
_TAKEN_FOR_OTHERS = re.compile(
    r"true|false|yes|no|on|off|null|y|n|[0-9][0-9a-fxo.:_+-]*", re.IGNORECASE
)
_SAFE = re.compile(r"[ !#-\[\]-~]*")  # printable ASCII without quotes and backslashes
_WORD = re.compile(r"[a-z][a-z-]+")
_FLAT = frozenset(
    {"columns", "success", "code", "message", "aliases", "unreadable", "other_tables"}
)


def rendered(value: object, indent: int = 0) -> str:
    """Return a mapping or list as YAML, each line indented by so many spaces."""
    writer = YAML()
    writer.width = 4096
    writer.indent(mapping=2, sequence=4, offset=2)
    stream = io.StringIO()
    writer.dump(_styled(value, indent), stream)
    lines = stream.getvalue().splitlines()
    return "".join(f"{' ' * indent}{line}".rstrip() + "\n" for line in lines)


def item(value: dict[str, Any], indent: int) -> str:
    """Return a mapping as an item of a list whose dashes have so many spaces before them."""
    lines = rendered(value, indent + 2).splitlines()
    return "\n".join([f"{' ' * indent}- {lines[0].strip()}", *lines[1:]]) + "\n"


def word(text: str) -> str:
    """Return a text as it is where it is a word in small letters, else in double quotes."""
    is_word = _WORD.fullmatch(text) and not _TAKEN_FOR_OTHERS.fullmatch(text)
    return text if is_word else quoted(text)


def quoted(text: str) -> str:
    """Return a text in double quotes."""
    if _SAFE.fullmatch(text):
        return f'"{text}"'
    writer = YAML()
    writer.width = 1_000_000
    stream = io.StringIO()
    writer.dump([DoubleQuotedScalarString(text)], stream)
    return stream.getvalue().removeprefix("- ").strip()


def _styled(value: object, indent: int, *, flat: bool = False) -> object:
    if isinstance(value, dict):
        mapping = CommentedMap()
        for key, part in value.items():
            mapping[_text(key, indent)] = _styled(part, indent + 2, flat=key in _FLAT)
        if flat:
            mapping.fa.set_flow_style()
        return mapping
    if isinstance(value, list):
        sequence = CommentedSeq(_styled(part, indent + 2) for part in value)
        if flat or not value:
            sequence.fa.set_flow_style()
        return sequence
    return _text(str(value), indent)


def _text(text: str, indent: int) -> object:
    if "\n" not in text and len(text) > _WIDTH - indent - 14 and " " in text:
        return _folded(text, _WIDTH - indent - 2)
    if re.match(r"\S", text) and text.endswith("\n") and not re.search(r"[ \t]\n|\n\n$", text):
        return LiteralScalarString(text)
    if _PLAIN.fullmatch(text) and not _TAKEN_FOR_OTHERS.fullmatch(text) and text == text.strip():
        return text
    return DoubleQuotedScalarString(text)


def _folded(text: str, width: int) -> object:
    """Return a long text as a folded block, `>-`, its lines no longer than `width`."""
    if "  " in text or text != text.strip():
        return DoubleQuotedScalarString(text)
    places, length, at = [], 0, 0
    for word in text.split(" "):
        if length and length + 1 + len(word) > width:
            places.append(at - 1)
            length = -1
        length += len(word) + 1
        at += len(word) + 1
    folded = FoldedScalarString(text)
    folded.fold_pos = places
    return folded
