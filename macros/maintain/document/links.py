"""Links of Markdown, as they stand in the lines of a document: `[101](#e101)`, `[e101]: /101`."""

from __future__ import annotations

import re

_TARGET = r"(?:\([^)\n]*\)|\[[^]\n]*\])"
_BEGINS = re.compile(rf"^(?P<before>\s*(?:\*\*|__)?)\[(?P<text>[^]\n]{{1,200}})\]{_TARGET}")
# What it leads to is an address, so that no source code is taken for one.
_ADDRESS = r"(?:#[\w.-]*|https?://[^)\s]*|[\w./-]+\.(?:md|html?)(?:#[\w.-]*)?)"
_LINK = re.compile(
    rf"^[ \t]*[*_`]{{0,3}}\[[^]\n]{{1,200}}\]\([^()\s]*\)|\[[^]\n]{{1,200}}\]\({_ADDRESS}\)",
    re.MULTILINE,
)
_DEFINED = re.compile(
    r" {0,3}\[[^]\n]{1,200}\]:\s+(?:<[^>\n]*>|(?:https?://|mailto:|#|\.{0,2}/)\S*)(?:\s+[\"'(].*)?\s*"
)


def count(text: str) -> int:
    """Return how many links a text has that lead to addresses, or that lines begin with."""
    return len(_LINK.findall(text))


def begins(line: str) -> bool:
    """Tell whether a line begins with a link."""
    return bool(_BEGINS.match(line))


def without_first(line: str) -> str:
    """Return a line with the text of the link that it begins with, in place of that."""
    return _BEGINS.sub(r"\g<before>\g<text>", line)


def defines(line: str) -> bool:
    """Tell whether a line says where links lead to, which no page shows."""
    return bool(_DEFINED.fullmatch(line))
