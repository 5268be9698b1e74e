"""Keys with texts: lines, blocks of lines and elements of XML -> the entries that read them.

As in files of messages: `error.4001 = Dock is busy`, `msgid "E-4001"`, a block of a key and a text
for each error, `<string name="error_4001">`. What differs from entry to entry becomes a group.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from macros.maintain.document import code_headings, meanings, shapes, translations
from macros.maintain.sniffers.sniffed import LEAST
from macros.maintain.sniffers.source.source_entry import Entry
from macros.maintain.sniffers.source.source_expression import Group
from macros.readers.pattern import indented
from macros.readers.strings import LONG

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.maintain.document.reading import Options

STRING = r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`"
SEVERAL = rf"(?P<message>(?:{STRING})(?:\s*\n\s*(?:{STRING}))*)\s*;?"
_CODE_KEY = re.compile(
    r"(?:err(?:or)?_?|ret_?)?(?:code|no|num|number|id|key|name|errno)|(?:err(?:or)?)", re.IGNORECASE
)
_NO_CODE_KEY = re.compile(r"http\w*|status(?:_?code)?|level|severity|line", re.IGNORECASE)
_DIGIT = re.compile("[0-9]")
_STEP = re.compile(r"\w(?:\.[0-9]+)*", re.ASCII)
_WORD = re.compile(r"[A-Za-z][\w.-]*", re.ASCII)
ANY = "(?P<code>[A-Za-z0-9_.:-]+)"
# All in capitals, a word before a number is a part of the code, `E_4001`; so is a second sign,
# `error.-4001`, and a further number, `error.5.1`.
_BEFORE = re.compile(
    r"(?P<begins>(?=[^a-z]*[a-z])[A-Za-z][A-Za-z_.-]*?[._-])"
    r"(?P<code>(?P<letters>[A-Z]+[-_]?)?(?P<minus>-)?(?P<number>[0-9]{1,9})"
    r"(?P<part>(?:[.-][0-9]{1,9}){0,3}))",
    re.ASCII,
)
_MSGID, _MSGSTR = r"msgid\s+\"", r"\"\s*\nmsgstr\s+"
# With a language behind the code: 1001_en, error.1001.en
_TAILED = re.compile(r"(?P<key>.*[0-9])(?P<tail>[._-][A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?)", re.ASCII)
_LINE = re.compile(
    r"\s*(?P<key>(?:-(?=[0-9]))?[A-Za-z0-9][\w.-]*)\s*(?P<sign>[=:])(?!>)\s*(?P<text>[^\s\"'].*)"
)
_PAIR = re.compile(r"\s*(?P<key>[A-Za-z][\w.-]*)\s*[=:]\s*(?P<value>\S.*?)\s*[,;]?\s*")
_SECTION = re.compile(r"\s*\[(?P<begins>[\w.-]*\.)?\"?(?P<code>[^\s\".\]]+)\"?\]\s*")
# As in 1001, "No berth" and 1001; // No berth and Fault("No berth") and f"No berth"
_VALUES = re.compile(
    r"[\w.-]+\s*(?:,\s*[\"'`]|;)|(?:new\s+)?[\w.:]+\(\s*[\"'`]|(?:[fbrFBRL]{1,2}|[@$]+)\"", re.ASCII
)
# As in u"No berth", and `No berth`, of Go
_MARKED = re.compile(rf"(?:[A-Za-z]{{1,2}}|[@$]+)?(?:{STRING})\s*[,;)]*\s*(?:(?://|/\*|#).*)?")
# As in New(4001, busy) and &Fault{4001, busy}
_CALL = re.compile(r"(?:new\s+)?[&*]?[\w.:]+\s*(?:\(.*\)|\{.*\})\s*[;,]?", re.ASCII)
# As in an enum: BUSY = 1, // The dock is busy
_NUMBER = re.compile(r"\(*-?(?:0[xX])?[0-9A-Fa-f]+[uUlL]*\)*\s*,?\s*(?:/[/*].*|#.*)?", re.ASCII)
_CLASS = re.compile(r"\s*class\s+\w+.*[:{]\s*")
_DESCRIBED = re.compile(r"\s*(?:\"{3}[^\"]*\"{3}|#.*)\s*")  # what stands below the head of a class
# Strings in brackets, one below the other, that are one text.
_BRACKETS = re.compile(rf"\(\s*(?:{STRING})(?:\s*(?:{STRING}))*\s*\)")
_GO_ON = r"(?:[^\n\\]|\\.|\\\n)*"  # up to the end of a line that does not go on
_NONE = re.compile(r"None|null|nil|undefined|\"\"|''")
_MOST = 0.5  # of the texts have a space, where they are messages; of keys of errors are numbers
_LONGEST = 40  # lines of an entry


class Keys(NamedTuple):
    """Codes within keys: what stands before each, and the expression for both."""

    codes: list[str]
    expression: str


def keys_of(values: Sequence[str]) -> Keys | None:
    """Return the codes that values have: numbers behind one and the same word, or all of them."""
    numbered = [found for value in values if (found := _BEFORE.fullmatch(value))]
    begins = Counter(found["begins"] for found in numbered).most_common(1)
    if begins and begins[0][1] >= LEAST:
        same = [found for found in numbered if found["begins"] == begins[0][0]]
        if _are_codes(begins[0][0], same, values):
            return _behind(same)
    codes = [
        value
        for value in values
        if shapes.looks_like_a_code(value) and re.search(r"[0-9_A-Z]", value)
    ]
    if len(set(codes)) < LEAST or len(codes) < len(values):
        return None
    return Keys(codes, ANY)


def _in_a_language(values: Sequence[str]) -> Keys | None:
    """Return the codes before the language that all keys name, as in `1001_en`; None if none is.

    Of several languages the whole keys are returned, which is asked about.
    """
    tailed = [found for value in values if (found := _TAILED.fullmatch(value))]
    tails = {found["tail"] for found in tailed}
    if len(tailed) < len(values) or not all(translations.is_language(one[1:]) for one in tails):
        return None
    keys = keys_of([found["key"] for found in tailed])
    if not keys or tails - {tailed[0]["tail"]}:
        return keys and Keys([*values], ANY)
    return keys._replace(expression=keys.expression + re.escape(tailed[0]["tail"]))


def _are_codes(begins: str, same: Sequence[re.Match[str]], values: Sequence[str]) -> bool:
    """Tell whether numbers behind one word are codes: any text has steps that are counted.

    Those with one digit are codes where all keys are such, or where all are of errors and most are;
    the reader asks about the rest.
    """
    alike = sum(value.startswith(begins) for value in values) == len(values)
    named = alike and code_headings.hints(begins) and len(same) > _MOST * len(values)
    return len(same) == len(values) or named or any(map(_is_more_than_a_digit, same))


def _is_more_than_a_digit(key: re.Match[str]) -> bool:
    return bool(key["letters"] or key["minus"] or len(key["number"]) > 1)


def _behind(same: Sequence[re.Match[str]]) -> Keys:
    """Return the codes behind one and the same word, and the expression for these."""
    able = (("letters", "[A-Z]+[-_]?"), ("minus", "-"))
    before = [shape for group, shape in able if any(key[group] for key in same)]
    parts = sorted({sign for key in same for sign in key["part"] if not sign.isdigit()})
    number = f"[0-9]+(?:[{''.join(reversed(parts))}][0-9]+)*" if parts else "[0-9]+"
    number = f"(?:{'|'.join(before)})?{number}" if before else number
    begins = re.escape(same[0]["begins"])
    return Keys([key["code"] for key in same], f"{begins}(?P<code>{number})")


def lines(text: str) -> Iterator[Entry]:
    """Yield how lines with a key and a text without marks are read."""
    found = [match for line in text.split("\n") if (match := _LINE.fullmatch(line))]
    texts = [match["text"] for match in found]
    listed = [match["key"] for match in found]
    keys = _in_a_language(listed) or keys_of(listed)
    if keys is None:
        numbered = [match for match in found if re.search("[0-9]", match["key"])]
        keys = keys_of([match["key"] for match in numbered])
        if keys and all(map(_STEP.fullmatch, keys.codes)):
            return  # steps beside other keys
    if not keys or not _are_different(keys.codes) or not are_messages(texts):
        return
    if any(map(_VALUES.match, texts)) or 2 * len(list(filter(_CALL.fullmatch, texts))) > len(texts):
        return  # source code
    if any(2 * len([*filter(one.fullmatch, texts)]) > len(texts) for one in (_MARKED, _NUMBER)):
        return  # constants with strings, or with their numbers
    signs = "".join(sorted({match["sign"] for match in found}))
    entry = rf"{keys.expression}\s*[{signs}]\s*(?P<message>[^\s\"']{_GO_ON})"
    more: Options = {"escapes": "backslash"} if any("\\" in one for one in texts) else {}
    # What is commented out and has no text says nothing.
    empty = rf"[#;]+\s*{keys.expression}\s*[{signs}]"
    if re.search(rf"^[ \t]*{empty}[ \t]*$", text, re.MULTILINE | re.ASCII):
        more["ignore"] = [empty.replace("(?P<code>", "(?:")]
    yield entry_of(text, entry, keys.codes, more, "codes with texts behind a sign")


def _are_different(codes: Sequence[str]) -> bool:
    """Tell whether codes are keys, of which few come again: that is asked about."""
    return len(codes) - len(set(codes)) <= max(1, len(codes) // 10)


def shaped(text: str) -> Iterator[Entry]:
    """Yield how lines are read that say code and text in one of a few other shapes."""
    goes_on = r"(?:\n[ \t]+[^\s:][^\n]*)*"
    for what, found, entry, more in (
        (
            "fields with their texts",
            r":([\w.-]+):[ \t]+\S",
            rf":{{}}:[ \t]+(?P<message>[^\n]+{goes_on})",
            {},
        ),
        (
            "texts with their codes in brackets",
            # Neither headings of Markdown nor what a preprocessor reads.
            r"(?:[-*+][ \t]+)?[^\s(#][^(\n]*[ \t]\(([\w.-]+)\)[ \t]*$",
            r"(?:[-*+][ \t]+)?(?P<message>[^\s(#][^(\n]*)[ \t]\({}\)",
            {},
        ),
        (
            "constants with a text below",
            r"[A-Za-z_]\w*[ \t]*=[ \t]*(-?[0-9]+)[ \t]*\n[ \t]*\"{3}[^\"\n]",
            r"(?P<name>[A-Za-z_]\w*)[ \t]*=[ \t]*{}[ \t]*\n\"{{3}}(?P<message>[^\"]+)\"{{3}}",
            {"escapes": "none", "named": {"name": "name"}},
        ),
    ):
        values = re.findall(rf"^[ \t]*{found}", text, re.MULTILINE | re.ASCII)
        keys = keys_of(values)
        if keys and len(set(keys.codes)) == len(keys.codes):
            yield entry_of(text, entry.format(keys.expression), keys.codes, dict(more), what)


def called(text: str) -> Iterator[Entry]:
    """Yield how names are read that have a text and no number, as in `E_BUSY("Dock is busy"),`."""
    before, behind = r"(?:case[ \t]+)?[\"']?", r"[\"']?(?:[ \t]*:[ \t]*|\()"
    line = rf"^[ \t]+{before}([\w.-]+){behind}({STRING})\)?[ \t]*[,;]?[ \t]*$"
    found = re.findall(line, text, re.MULTILINE | re.ASCII)
    keys = keys_of([key for key, _ in found])
    if keys and len(set(keys.codes)) == len(found) and are_messages([one for _, one in found]):
        entry = rf"{before}{keys.expression}{behind}(?P<message>{STRING})\)?[ \t]*[,;]?"
        what = "names with their texts"
        yield entry_of(text, entry, keys.codes, {"escapes": "backslash"}, what)


def catalogs(text: str) -> Iterator[Entry]:
    """Yield how catalogs of gettext are read: ids of messages with their texts."""
    values = re.findall(rf"{_MSGID}([\w.:-]+){_MSGSTR}(?:{STRING})", text)
    if keys := keys_of(values):
        entry = f"{_MSGID}{keys.expression}{_MSGSTR}{SEVERAL}"
        more: Options = {"escapes": "backslash"}
        if re.search(r"^#[~|]", text, re.MULTILINE):
            more["ignore"] = ["#[~|].*"]  # what was there before
        yield entry_of(text, entry, keys.codes, more, "ids of messages with their texts")


def blocks(text: str, *, has_long: bool = False) -> Iterator[Entry]:
    """Yield how blocks of lines are read, each with the same keys and other values.

    Args:
        text: the document.
        has_long: whether strings can have several lines; each is taken for a value of one.
    """
    joined = re.sub(LONG, lambda one: one[0].replace("\n", " "), text) if has_long else text
    joined = _BRACKETS.sub(lambda one: _in_one(one[0]), joined)
    # The class that all errors are made of has no values.
    found = [
        block
        for block in _blocks(joined.split("\n"))
        if not all(map(_NONE.fullmatch, block.values.values()))
    ]
    kinds = Counter((block.kind, tuple(block.values)) for block in found)
    for (kind, names), times in kinds.items():
        same = [one for one in found if (one.kind, tuple(one.values)) == (kind, names)]
        if times < LEAST or len(names) + (kind == "section") < 2:  # noqa: PLR2004 - code and text
            continue
        heads = [one.head for one in same]
        keys = keys_of(heads) if kind == "section" else None
        place = None
        found_key = _code_key(names, same)
        if found_key and (not keys or _names_codes(heads, found_key)):
            place, keys = found_key
        texts = {name: [_bare(one.values[name]) for one in same] for name in names if name != place}
        message, rivals = message_of(texts)
        if keys and message:
            entry = _of_blocks(text, kind, same, (place, message), keys)
            yield entry._replace(group=entry.group._replace(rivals=rivals))


def _in_one(brackets: str) -> str:
    """Return the strings in brackets as one of them, in a line of its own."""
    strings = re.findall(STRING, brackets)
    mark = strings[0][0]
    return f"{mark}{''.join(one[1:-1] for one in strings)}{mark}"


class _Block(NamedTuple):
    """Lines that belong together: what stands above them, and their values by key."""

    kind: str
    head: str
    values: dict[str, str]


def _blocks(listed: Sequence[str]) -> Iterator[_Block]:
    kind = head = ""
    values: dict[str, str] = {}
    for line in [*listed, ""]:
        pair, section = _PAIR.fullmatch(line), _SECTION.fullmatch(line)
        if values and (not pair or pair["key"] in values):
            yield _Block(kind, head, values)
            kind, head, values = "", "", {}
        if pair:
            values[pair["key"]] = pair["value"]
        elif section:
            kind, head = "section", section["code"]
        elif kind == "class" and _DESCRIBED.fullmatch(line):
            pass
        else:
            kind, head = ("class" if _CLASS.fullmatch(line) else ""), ""


def _code_key(names: Sequence[str], same: Sequence[_Block]) -> tuple[str, Keys] | None:
    """Return the key of the codes, and these; a word is one where the key says so."""
    likely = [
        name for name in names if not (_NO_CODE_KEY.fullmatch(name) or code_headings.denies(name))
    ]
    for name in sorted(likely, key=lambda name: not _CODE_KEY.fullmatch(name)):
        values = [_bare(one.values[name]) for one in same]
        words = bool(_CODE_KEY.fullmatch(name)) and all(map(_WORD.fullmatch, values))
        # A pattern for words would fit all others of the document, too.
        listed = f"(?P<code>{'|'.join(map(re.escape, values))})"
        keys = keys_of(values) or (Keys(values, listed) if words else None)
        if keys and len(set(values)) == len(values):
            return name, keys
    return None


def _names_codes(heads: Sequence[str], found: tuple[str, Keys]) -> bool:
    """Tell whether what stands above blocks are words, which name the numbers within them."""
    name, keys = found
    numbers = all(code.removeprefix("-").isdigit() for code in keys.codes)
    return bool(_CODE_KEY.fullmatch(name)) and numbers and not any(map(_DIGIT.search, heads))


def message_of(texts: dict[str, list[str]]) -> tuple[str, tuple[str, ...]]:
    """Return which of several texts, by key, is the message, and what could as well be it."""
    able = [name for name in texts if are_messages(texts[name])]
    if not able:
        return "", ()
    listed = [meanings.Text(name, texts[name]) for name in able]
    likely = max(range(len(able)), key=lambda place: sum(map(len, listed[place].cells)))
    meant = meanings.of_texts(listed, likely)
    if not meant.rivals:
        return able[meant.message], ()
    said = " and ".join(f'"{able[place]}"' for place in (meant.message, *meant.rivals))
    return able[meant.message], (f"several texts of an entry can be its message: {said}.",)


def _of_blocks(
    text: str,
    kind: str,
    same: Sequence[_Block],
    meant: tuple[str | None, str],
    keys: Keys,
) -> Entry:
    code, message = meant
    pieces = []
    if kind == "section" and code:
        pieces.append(r"\[(?:[\w.-]*\.)?\"?(?P<name>[^\s\".\]]+)\"?\]")
    elif kind == "section":
        pieces.append(rf"\[(?:[\w.-]*\.)?\"?{keys.expression}\"?\]")
    elif kind == "class":
        described = r"(?:\n[ \t]*(?:\"{3}[^\n\"]*\"{3}|#[^\n]*))*"
        pieces.append(rf"class\s+(?P<name>\w+)[^\n]*{described}")
    for name in same[0].values:
        values = [one.values[name] for one in same]
        group = "message" if name == message else _group(name)
        string = f"{LONG}|{STRING}" if any(re.fullmatch(LONG, one) for one in values) else STRING
        value = (
            rf"(?P<{group}>{string})" if all(map(_is_marked, values)) else rf"(?P<{group}>[^\n]*?)"
        )
        if name == message and all(map(_is_marked, values)) and _BRACKETS.search(text):
            one_or_more = rf"(?:{string})(?:\s*(?:{string}))*"
            value = rf"(?:\(\s*)?(?P<message>{one_or_more})(?:\s*\))?"
        if name == code:
            value = rf"[\"']?{keys.expression}[\"']?"
        pieces.append(rf"{re.escape(name)}\s*[=:]\s*{value}\s*[,;]?")
    marked = any(_is_marked(one.values[message]) for one in same)
    more: Options = {"escapes": "backslash"} if marked else {}
    if kind == "class" or (kind == "section" and code):
        more["named"] = {"name": "name"}
    if "|" in keys.expression:
        more["pattern"] = keys.expression[len("(?P<code>") : -1]
    return entry_of(text, r"[ \t]*\n".join(pieces), keys.codes, more, "blocks of keys with values")


def _group(name: str) -> str:
    group = re.sub(r"\W", "_", name, flags=re.ASCII)
    return f"{group}_" if group in {"code", "message", "name"} else group


def _is_marked(value: str) -> bool:
    return bool(re.fullmatch(f"{LONG}|{STRING}", value))


def _bare(value: str) -> str:
    if re.fullmatch(LONG, value):
        return value[3:-3]
    return value[1:-1] if _is_marked(value) else value


def are_messages(texts: Sequence[str]) -> bool:
    """Tell whether most of some texts are sentences, or not in English."""
    spaced = sum(" " in text.strip() or not text.isascii() for text in texts)
    return spaced > _MOST * len(texts)


def entry_of(text: str, entry: str, codes: list[str], more: Options, what: str) -> Entry:
    """Return an entry with as many lines as the longest in a text has."""
    expression = re.compile(rf"^[ \t]*{indented(entry)}[ \t]*$", re.MULTILINE | re.ASCII)
    most = max((found[0].count("\n") for found in expression.finditer(text)), default=0) + 1
    if most > 1:
        more = {"lines": str(min(most, _LONGEST)), **more}
    return Entry(Group([], None, None), entry, codes, more, what)
