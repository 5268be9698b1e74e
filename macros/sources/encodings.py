"""What a text that is not UTF-8 may be encoded in: bytes -> a name, for advice alone."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
_MOST = 0.5  # of what is beyond ASCII stands alone in texts of Latin letters
# In the order in which pages of error codes have them; the last one takes any byte.
_TRIED = (("gb18030", "GB18030"), ("shift_jis", "SHIFT_JIS"), ("euc_kr", "EUC-KR"))


def has_zeros(content: bytes) -> bool:
    """Tell whether so many bytes are zero that each letter has some, as in UTF-16."""
    return content.count(0) * 4 > len(content)


def guess(content: bytes) -> str:
    """Return the name that `iconv` knows an encoding by; an old one for Latin letters at last."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name
    if has_zeros(content):
        # Of Latin letters in UTF-16 every second byte is zero: the first or the second.
        return "UTF-16LE" if content[1::2].count(0) > content[::2].count(0) else "UTF-16BE"
    runs = _BEYOND_ASCII.findall(content)
    if sum(len(run) == 1 for run in runs) > _MOST * len(runs):
        return "WINDOWS-1252"  # letters of East Asia stand beside each other
    for encoding, name in _TRIED:
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return name
    return "WINDOWS-1252"
