"""Records of labels and values, as a database's list of errors has them -> the entry that reads it.

As in "* Error number: 3001; Symbol: ER_BUSY", with "Message: The dock is busy" indented below it. A
record goes on as far as its lines are indented deeper than its first one; where none are, to the
next empty line.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import code_headings, meanings, shapes
from macros.maintain.sniffers.sniffed import LEAST
from macros.maintain.sniffers.source.keys import entry_of, message_of
from macros.readers import doubts
from macros.readers.advice import shown
from macros.readers.pattern import indented
from macros.sources.reader_options.entries import LONGEST_ENTRY
from macros.texts import series

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.maintain.document.reading import Options
    from macros.maintain.sniffers.source.source_entry import Entry

# Labels begin with a capital, as hardly a key of YAML does.
_LABEL = r"[A-Z][A-Za-z]*(?:[ _-][A-Za-z]+){0,3}"
_FIELD = re.compile(rf"[ \t]*(?P<label>{_LABEL})[ \t]*:[ \t]+(?P<text>\S.*?)[ \t]*")
_HEAD = re.compile(rf"(?P<indent>[ \t]*)(?P<mark>[-*+•][ \t]+)?(?P<fields>{_LABEL}[ \t]*:[ \t].*)")
# A first line that is broken behind a value.
_BROKEN = re.compile(
    rf"^([ \t]*(?:[-*+•][ \t]+)?{_LABEL}[ \t]*:[ \t]+[^\s;]*[0-9][^\n]*;)[ \t]*\n"
    rf"[ \t]*(?={_LABEL}[ \t]*:)",
    re.MULTILINE,
)
_NO_CODE = re.compile(r"http|status|state|level|severity|line|name|symbol|constant", re.IGNORECASE)
_LINE = r"\S[^\n]*"
_BLANK = r"(?:\n)+"  # the end of a line, and empty ones behind it
_KEPT = ("name", "cause", "remedy", "http", "note")

Fields = dict[str, str]


class _Record(NamedTuple):
    """A record: the labels of its first line with their values, and those below it.

    Attributes:
        head: the labels of the first line.
        below: the labels below it.
        lines: its lines.
        is_last: whether an empty line or nothing stands behind it.
    """

    head: Fields
    below: Fields
    lines: Sequence[str]
    is_last: bool


def records(text: str) -> Iterator[Entry]:
    """Yield how records are read whose first line begins with a label and the code."""
    lines = _BROKEN.sub(r"\1 ", text).split("\n")
    heads = {
        number: found
        for number, line in enumerate(lines)
        if (found := _HEAD.fullmatch(line)) and _begins_with_a_code(found["fields"])
    }
    kinds = Counter(map(_kind, heads.values())).most_common(1)
    if not kinds or kinds[0][1] < LEAST:
        return
    indent, mark, _ = kind = kinds[0][0]
    starts = [number for number, found in heads.items() if _kind(found) == kind]
    deep = len(indent) + 1
    below = [next(filter(str.strip, lines[start + 1 :]), "") for start in starts]
    if not all(line[:deep].isspace() for line in below):
        deep = 0
    times = Counter(one["label"] for line in lines if (one := _FIELD.fullmatch(line)))
    ends = _ends(lines, starts, deep)
    if deep == 0 and 2 * _followed(lines, starts, ends) > len(starts):
        return  # what stands behind the empty line is perhaps of the record
    listed = [
        _Record(
            _parted(heads[first]["fields"]),
            _fields(lines[first + 1 : end], times),
            lines[first:end],
            not "".join(lines[end : end + 1]).strip(),
        )
        for first, end in zip(starts, ends, strict=True)
    ]
    entry = _entry(text, listed, mark, deep)
    if entry and _covers(entry.entry, listed):
        yield entry


def _kind(found: re.Match[str]) -> tuple[str, str, str]:
    label = found["fields"].partition(":")[0].strip()
    return found["indent"], (found["mark"] or "").strip(), label


def _begins_with_a_code(fields: str) -> bool:
    """Tell whether a line begins with a label of codes, and not of years or times, and a code."""
    label, value = next(iter(_parted(fields).items()), ("", ""))
    is_label = code_headings.hints(label) or code_headings.names(label)
    return is_label and _is_code(value.strip("`"))


def _is_code(value: str) -> bool:
    return shapes.looks_like_a_code(value) and any(map(str.isdigit, value))


def _parted(line: str) -> Fields:
    """Return the labels of a line with their values; none where it is no list of them."""
    found = [_FIELD.fullmatch(piece) for piece in line.split(";")]
    return {one["label"]: one["text"] for one in found if one} if all(found) else {}


def _ends(lines: Sequence[str], starts: Sequence[int], deep: int) -> list[int]:
    """Return the number of the line behind each record."""
    ends = []
    for start, following in zip(starts, [*starts[1:], len(lines)], strict=True):
        end = start + 1
        for number in range(start + 1, following):
            line = lines[number]
            if line.strip() and deep and not line[:deep].isspace():
                break
            if not line.strip() and not deep and number > start + 1:
                break
            end = number + 1 if line.strip() else end
        ends.append(end)
    return ends


def _followed(lines: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> int:
    """Return how many records have text between them and the next one."""
    nexts = [*starts[1:], len(lines)]
    return sum(any(map(str.strip, lines[end:last])) for end, last in zip(ends, nexts, strict=True))


def _fields(lines: Iterable[str], times: Counter[str]) -> Fields:
    """Return the labels that lines begin with; what stands there once can be part of a text."""
    found: Fields = {}
    for line in lines:
        field = _FIELD.fullmatch(line)
        known = doubts.label(line, 0, first=True)
        if field and (times[field["label"]] >= LEAST or (known and known.is_likely)):
            found.setdefault(field["label"], field["text"])
    return found


def _entry(text: str, found: Sequence[_Record], mark: str, deep: int) -> Entry | None:
    """Return how records are read; None where none of their labels says the message.

    Args:
        text: the document.
        found: the records.
        mark: the bullet before each.
        deep: how deep the lines below the first one are indented, at least; 0 where they are not.
    """
    heads = list(dict.fromkeys(label for one in found for label in one.head))
    below = list(dict.fromkeys(label for one in found for label in one.below))
    message, rivals = message_of({name: [_of(one.below, name) for one in found] for name in below})
    if not message or set(heads) & set(below):  # a label below that is the next record's own
        return None
    groups = _groups([*heads, *below], heads[0], message)
    # A text goes on up to an empty line, or to one that is not indented.
    goes_on = deep > 0 or all(one.is_last for one in found)
    spaces = rf"[ \t]{{{deep},}}" if deep else ""
    further = rf"\n{spaces}{_LINE}"
    pieces = [rf"{re.escape(mark)}[ \t]+" if mark else ""]
    for label in heads:
        value = r"[^;\s`]+" if label == heads[0] else r"[^;\n]*?"
        mark = "`" if all(_of(one.head, label)[:1] in {"", "`"} for one in found) else ""
        before = "" if label == heads[0] else r";\s*"
        piece = rf"{before}{_labelled(label, groups[label], value, mark)}[ \t]*"
        pieces.append(piece if all(label in one.head for one in found) else f"(?:{piece})?")
    for label in below:
        value = _LINE + (f"(?:{further})*" if label == below[-1] and goes_on else "")
        piece = f"{_BLANK}{spaces}{_labelled(label, groups[label], value)}"
        pieces.append(piece if all(label in one.below for one in found) else f"(?:{piece})?")
    if deep:
        paragraphs = f"{_LINE}(?:{_BLANK}{spaces}{_LINE})*"
        pieces.append(f"(?:{_BLANK}{spaces}(?P<text>{paragraphs}))?")
    named = {name: name for name in _KEPT if name in groups.values()}
    options: Options = {"lines": str(LONGEST_ENTRY), **({"named": named} if named else {})}
    codes = [one.head[heads[0]].strip("`") for one in found]
    entry = entry_of(text, "".join(pieces), codes, options, "records of labels with values")
    rivals = (*rivals, *_rivals(found, heads))
    return entry._replace(group=entry.group._replace(rivals=rivals))


def _labelled(label: str, group: str, value: str, mark: str = "") -> str:
    words = re.escape(label).replace(r"\ ", " ")
    return rf"{words}[ \t]*:[ \t]+{mark}(?P<{group}>{value}){mark}"


def _groups(labels: Iterable[str], code: str, message: str) -> dict[str, str]:
    """Return the name of the group for the value of each label."""
    groups = {code: "code", message: "message"}
    for label in labels:
        says = meanings.says(meanings.Text(label, []))
        name = says or re.sub(r"\W", "_", label.lower(), flags=re.ASCII)
        taken = {*groups.values(), "text"}
        groups.setdefault(label, name if name not in taken else f"{name}_{len(groups)}")
    return groups


def _rivals(found: Sequence[_Record], heads: Sequence[str]) -> Iterator[str]:
    """Say of a second value of the first lines that it can be the code as well."""
    for label in heads[1:]:
        values = [_of(one.head, label) for one in found]
        if (
            all(_is_code(one.strip("`")) for one in values)
            and len(set(values)) == len(values)
            and not _NO_CODE.search(label)
        ):
            first = found[0].head
            two = series([f'"{shown(first[one])}"' for one in (heads[0], label)])
            yield f"two values of an entry can be its code: {two}."


def _of(fields: Fields, label: str) -> str:
    return fields.get(label, "")


def _covers(entry: str, found: Sequence[_Record]) -> bool:
    """Tell whether an entry takes in all lines of each record, so that none is passed over."""
    expression = re.compile(indented(entry), re.ASCII)
    return all(expression.fullmatch("\n".join(one.lines).strip()) for one in found)
