"""Cases of a program with a text for each -> the entries that read them.

As in `case 4001: return "Dock is busy";`, and with names whose numbers stand elsewhere. Several
labels can have one text: `case 10: case 11:`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.maintain.sniffers.sniffed import LEAST
from macros.maintain.sniffers.source import keys
from macros.maintain.sniffers.source.keys import ANY, SEVERAL, STRING, entry_of, keys_of
from macros.readers.labels import BETWEEN, labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.sniffers.source.source_entry import Entry

_CASE = r"(?:case|when)\s+"
_BEHIND = r"\s*:\s*return\s+"
_ANSWER = r"\s*(?::\s*(?:return\s+|[A-Za-z_][\w.]*\s*=\s*)?|->\s*|=>\s*|then\s+|\n\s*)"
# As in if code == BUSY { return "Dock is busy" }
_IF = r"(?:\}\s*)?(?:el(?:se\s+)?)?if\s*\(?\s*[\w.$]+\s*={2,3}\s*"
_RETURNS = r"\s*\)?\s*[:{]?\s*return\s+"
# As in case Busy: return fmt.Sprintf("dock %s is busy", name)
_CALLS = r"\s*:\s*(?:return|throw)\s+(?:new\s+)?(?:[\w.:]+\(\s*)?"
_CALLED = r"(?:\s*,[^\n\"]*)?\s*\)?[ \t]*;?"
# As in Dock::Busy => write!(f, "Dock is busy"),
_WRITES = r"\s*=>\s*(?:write!\(\s*\w+\s*,\s*|\w+\.write_str\(\s*)"
_PATH = r"(?:\w+::)*"
_LABEL = "[A-Za-z0-9_.-]+"
# As in case .busy: return "Dock is busy", and in another place case busy = 4001; of PHP, self::BUSY
_NAME = r"(?:[\w.:\\]*[.:\\])?"
_REMARK = r"[ \t]*(?:(?://|/\*|#).*)?"
_VALUE = rf"[ \t]*=[ \t]*(?P<code>-?[0-9]+)[ \t]*[,;]?{_REMARK}"
_CONSTANTS = (
    rf"(?:[\w.]+[ \t]+)*(?P<name>[A-Za-z_]\w*){_VALUE}",
    # With its type behind it.
    rf"(?P<name>[A-Za-z_]\w*)[ \t]+\w+{_VALUE}",
    rf"(?:\w+[ \t]+)*(?P<name>[A-Za-z_]\w*)[ \t]*:[ \t]*\w+{_VALUE}",
    rf"#\s*define\s+(?P<name>[A-Za-z_]\w*)\s+\(?(?P<code>-?[0-9]+)\)?{_REMARK}",
    rf"(?P<name>[A-Za-z_]\w*)\((?P<code>-?[0-9]+)\)[ \t]*[,;]?{_REMARK}",
    # As in case .busy: return 4001 and Self::Busy => 4001,
    rf"{_CASE}{_NAME}(?P<name>[A-Za-z_]\w*){_ANSWER}(?P<code>-?[0-9]+)[ \t]*[,;]?",
    rf"{_PATH}(?P<name>[A-Za-z_]\w*)[ \t]*(?:->|=>)[ \t]*(?P<code>-?[0-9]+)[ \t]*,?",
)


def cases(text: str, fewest: int = LEAST) -> Iterator[Entry]:
    """Yield how cases are read that have a code, or the name of a constant.

    Args:
        text: the document.
        fewest: how many constants have a text.
    """
    for before, after in ((r"[\"']", r"[\"']"), ("(?=[0-9-])", "")):
        several = rf"{_LABEL}(?:{BETWEEN}{_LABEL})*"
        found = re.findall(rf"{_CASE}{before}({several}){after}({_ANSWER})(?:{STRING})", text)
        listed = [[label for label, _ in labels(one)] for one, _ in found]
        known = keys_of([label for one in listed for label in one])
        if not known:
            continue
        code = known.expression
        if code == ANY and any(len(one) > 1 for one in listed):
            code = f"(?P<code>{several})"
        mark = before if after else ""  # the reader looks not ahead
        entry = f"{_CASE}{mark}{code}{after}{_behind(found)}{SEVERAL}"
        more = {"escapes": "backslash"}
        yield entry_of(text, entry, known.codes, more, "cases with their texts")
    yield from _named(text, fewest)


def are_messages(text: str, entry: Entry) -> bool:
    """Tell whether the texts of cases are sentences of their own, and not names, states or kinds.

    Args:
        text: the document.
        entry: how its cases are read.
    """
    texts = [one["message"] for one in re.finditer(entry.entry, text, re.ASCII)]
    return keys.are_messages(texts) and 2 * len(set(texts)) > len(texts)


def _behind(found: Sequence[tuple[str, str]]) -> str:
    """Return the expression for what stands between labels and texts, where this is found."""
    return _BEHIND if all("return" in answer for _, answer in found) else _ANSWER


def _named(text: str, fewest: int) -> Iterator[Entry]:
    """Yield how cases are read whose labels are names of constants."""
    one = rf"{_NAME}[A-Za-z_]\w*"
    several = rf"{one}(?:{BETWEEN}{one})*"
    found = re.findall(rf"{_CASE}({several})({_ANSWER})(?:{STRING})", text)
    listed = [[label for label, _ in labels(each)] for each, _ in found]
    names = {re.split(r"[.:\\]", label)[-1] for each in listed for label in each}
    name = rf"{_NAME}(?P<name>[A-Za-z_]\w*)"
    if any(len(each) > 1 for each in listed):
        name = f"(?P<name>{several})"
    yield from _by_constants(text, names, f"{_CASE}{name}{_behind(found)}{SEVERAL}", fewest)
    called = f"{_CASE}{_NAME}(?P<name>[A-Za-z_]\\w*){_CALLS}"
    for entry in _by_constants(text, _names(text, called), f"{called}{SEVERAL}{_CALLED}", fewest):
        if are_messages(text, entry):  # and no keys of translations
            yield entry
    arm = rf"{_IF}{_NAME}(?P<name>[A-Za-z_]\w*){_RETURNS}"
    yield from _by_constants(text, _names(text, arm), f"{arm}{SEVERAL}", fewest)
    arm = rf"{_PATH}(?P<name>[A-Za-z_]\w*){_WRITES}"
    yield from _by_constants(
        text, _names(text, arm), rf"{arm}{SEVERAL}(?:\s*,[^\n\"]*)?\s*\)[ \t]*,?", fewest
    )


def _names(text: str, arm: str) -> set[str]:
    """Return the names that stand before texts."""
    return {one["name"] for one in re.finditer(rf"{arm}(?:{STRING})", text)}


def _by_constants(text: str, names: set[str], entry: str, fewest: int) -> Iterator[Entry]:
    """Yield how texts are read by names whose codes stand elsewhere."""
    for constants in _CONSTANTS:
        said = re.finditer(rf"^[ \t]*{constants}", text, re.MULTILINE | re.ASCII)
        codes = [each["code"] for each in said if each["name"] in names]
        if len(set(codes)) >= fewest:
            more = {"constants": constants, "escapes": "backslash", "named": {"name": "name"}}
            what = "names of constants with their texts"
            yield entry_of(text, entry, codes, more, what)
