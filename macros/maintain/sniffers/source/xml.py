"""XML with an element for each code: text -> the entry of `pattern` that reads its elements.

As in <string name="error_4001">, <data name="E_4001"><value>, <error code="4001"><message>. What
differs from element to element becomes a group; attributes that are the same in all stay literal.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

from macros.maintain.sniffers.sniffed import LEAST
from macros.maintain.sniffers.source.keys import entry_of, keys_of, message_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from macros.maintain.document.reading import Options
    from macros.maintain.sniffers.source.keys import Keys
    from macros.maintain.sniffers.source.source_entry import Entry

_TEXT = "(text)"
# As in <![CDATA[The dock is <busy>]]>
_CDATA = r"<!\[CDATA\[(?:[^\]]|\][^\]]|\]\]+[^\]>])*\]*\]\]>"
_SPACE = re.compile(r"\sxmlns\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_CODE_KEY = re.compile(
    r"@?(?:err(?:or)?_?|ret_?)?(?:code|no|num|number|id|key|name|errno)", re.IGNORECASE
)

# What Android leaves out of a text.
_STYLE = r"</?(?:b|i|u|em|strong|tt|small|big|sub|sup|strike|xliff:g)(?:\s[^<>]*)?>"


def elements(text: str) -> Iterator[Entry]:
    """Yield how the elements of each kind are read of which one has a code and a text."""
    # What a document declares itself could grow without end.
    if "<!ENTITY" in text:
        return
    try:
        # In the document's own text no element has the name of a space that all of it is in.
        root = ET.fromstring(_SPACE.sub("", text.strip()))  # noqa: S314 - see above
    except ET.ParseError:
        return
    kinds: dict[str, list[Element]] = {}
    for element in root.iter():
        if all(len(child) == 0 for child in element):
            kinds.setdefault(element.tag, []).append(element)
    for tag, same in kinds.items():
        if len(same) < LEAST or "}" in tag:
            continue
        fields = _fields(same)
        place = next((one for one in _likely(fields) if keys_of(_filled(fields[one]))), None)
        texts = {name: values for name, values in fields.items() if name != place}
        message, rivals = message_of({name: _filled(values) for name, values in texts.items()})
        # Of a child with the code and a text around it, the text has no shape.
        mixed = message == _TEXT and not (place or "").startswith("@")
        if place and message and not mixed and not message.startswith("@"):
            keys = keys_of(_filled(fields[place]))
            assert keys
            # Texts of Android have escapes, too, and tags that say how they look.
            of_android = root.tag == "resources"
            inner = _inner(text, of_android=of_android)
            found = _Found(tag, fields, place, message, keys, inner)
            escaped = of_android and (
                _STYLE in inner or any("\\" in one for one in fields[message])
            )
            more: Options = {"escapes": "entities-backslash" if escaped else "entities"}
            entry = entry_of(text, found.expression, keys.codes, more, f"elements <{tag}>")
            yield entry._replace(group=entry.group._replace(rivals=rivals))


def _inner(text: str, *, of_android: bool) -> str:
    """Return the expression for the texts of elements.

    Args:
        text: the document.
        of_android: whether tags of style can stand in its texts.
    """
    able = ["[^<]"]
    if "<![CDATA[" in text:
        able.append(_CDATA)
    if of_android and re.search(_STYLE, text):
        able.append(_STYLE)
    return f"(?:{'|'.join(able)})*" if able[1:] else "[^<]*"


class _Found(NamedTuple):
    """Elements of one kind: what they have, and which of that is the code and the message."""

    tag: str
    fields: dict[str, list[str]]
    code: str
    message: str
    keys: Keys
    inner: str = "[^<]*"  # the expression for the texts of elements

    @property
    def expression(self) -> str:
        """The expression for one of them."""
        attributes = [self._attribute(name) for name in self.fields if name.startswith("@")]
        children = [
            self._child(name) for name in self.fields if not name.startswith("@") and name != _TEXT
        ]
        inner = (
            f"(?P<message>{self.inner})" if self.message == _TEXT else rf"{''.join(children)}\s*"
        )
        tag = re.escape(self.tag)
        return rf"<{tag}{''.join(attributes)}\s*>{inner}</{tag}>"

    def _attribute(self, name: str) -> str:
        values = self.fields[name]
        bare = name[1:].rpartition("}")[2]
        prefix = r"(?:[\w.-]+:)?" if "}" in name else ""
        is_fact = len(set(values)) > 1
        value = rf"(?P<{_group(bare)}>[^\"<]*)" if is_fact else r"[^\"<]*"
        value = self.keys.expression if name == self.code else value
        pattern = rf"\s+{prefix}{re.escape(bare)}\s*=\s*\"{value}\""
        return pattern if all(values) else f"(?:{pattern})?"

    def _child(self, name: str) -> str:
        group = "message" if name == self.message else _group(name)
        value = rf"(?P<{group}>{self.inner})"
        value = rf"\s*{self.keys.expression}\s*" if name == self.code else value
        pattern = rf"\s*<{re.escape(name)}>{value}</{re.escape(name)}>"
        return pattern if all(self.fields[name]) else f"(?:{pattern})?"


def _fields(same: Sequence[Element]) -> dict[str, list[str]]:
    """Return what elements of one kind have, by the names of attributes and children, in order."""
    names: dict[str, None] = {}
    found = [_values(element) for element in same]
    for one in sorted(found, key=len, reverse=True):
        names.update(dict.fromkeys(one))
    ordered = sorted(names, key=lambda name: (not name.startswith("@"), name == _TEXT))
    return {name: [one.get(name, "") for one in found] for name in ordered}


def _values(element: Element) -> dict[str, str]:
    values = {f"@{name}": text for name, text in element.attrib.items()}
    values |= {child.tag: child.text or "" for child in element}
    if (element.text or "").strip():
        values[_TEXT] = element.text or ""
    return values


def _likely(fields: dict[str, list[str]]) -> list[str]:
    able = [name for name in fields if name != _TEXT]
    return sorted(able, key=lambda name: not _CODE_KEY.fullmatch(name))


def _filled(values: Sequence[str]) -> list[str]:
    return [value.strip() for value in values if value.strip()]


def _group(name: str) -> str:
    group = re.sub(r"\W", "_", name.rpartition("}")[2], flags=re.ASCII)
    return f"{group}_" if group in {"code", "message"} or group[:1].isdigit() else group
