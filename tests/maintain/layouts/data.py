"""Lists in files of data: JSON, YAML, TOML, XML, properties, SQL, gettext."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from random import Random

    from tests.maintain.layouts.listing import Listing


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _pairs(listed: Listing, form: str) -> str:
    pairs = zip(listed.codes, listed.texts, strict=True)
    return "".join(form.format(code=code, text=text) for code, text in pairs)


def _dumped(value: Any) -> tuple[str, str]:  # noqa: ANN401 - whatever JSON has
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n", ".json"


def json_items(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a list of objects."""
    code, text = random.choice(
        (("code", "message"), ("errorCode", "description"), ("errcode", "errmsg"), ("id", "text"))
    )
    as_numbers = listed.is_numeric and listed.form != "zeros" and random.random() < 0.6
    items: list[dict[str, Any]] = [
        {code: int(one) if as_numbers else one, text: said}
        for one, said in zip(listed.codes, listed.texts, strict=True)
    ]
    for key, values in (("httpStatus", listed.statuses), ("solution", listed.remedies)):
        if random.random() < 0.3:
            for item, value in zip(items, values, strict=True):
                item[key] = value
    count = len(items)
    ways = (items, {"errors": items}, {"version": "2.1", "data": {"list": items}, "count": count})
    return _dumped(random.choice(ways))


def json_keys(random: Random, listed: Listing) -> tuple[str, str]:
    """Return an object with a key for each code."""
    rows = zip(listed.codes, listed.texts, listed.statuses, strict=True)
    with_status = random.random() < 0.4
    keys = {
        code: {"message": text, "status": int(status)} if with_status else text
        for code, text, status in rows
    }
    return _dumped({"errors": keys} if random.random() < 0.4 else keys)


def json_groups(random: Random, listed: Listing) -> tuple[str, str]:
    """Return two groups of codes."""
    half = len(listed.codes) // 2
    pairs = [*zip(listed.codes, listed.texts, strict=True)]
    parts = {"auth": pairs[:half], "payments": pairs[half:]}
    if random.random() < 0.5:
        return _dumped({name: dict(part) for name, part in parts.items()})
    items = {
        name: [{"code": code, "message": text} for code, text in part]
        for name, part in parts.items()
    }
    return _dumped(items)


def json_pairs(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a list of pairs."""
    del random
    return _dumped([*zip(listed.codes, listed.texts, strict=True)])


def yaml(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a mapping, or a list of such."""
    pairs = zip(listed.codes, listed.texts, listed.statuses, strict=True)
    if random.random() < 0.5:
        return "".join(f"{_quoted(one)}: {_quoted(text)}\n" for one, text, _ in pairs), ".yml"
    items = "".join(
        f"  - code: {_quoted(one)}\n    message: {_quoted(text)}\n    status: {status}\n"
        for one, text, status in pairs
    )
    return f"errors:\n{items}", ".yaml"


def properties(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a key for each code, perhaps behind a word."""
    before = random.choice(("", "error.", "err.", "message.error."))
    if not listed.codes[0][-1].isdigit():
        before = ""  # nobody can tell where such a code begins
    return _pairs(listed, f"{before}{{code}}{random.choice(('=', ' = '))}{{text}}\n"), ".properties"


def ini(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a section with a key for each code."""
    del random
    return f"[errors]\n{_pairs(listed, '{code} = {text}' + chr(10))}", ".ini"


def toml(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a list of tables."""
    del random
    is_number = listed.is_numeric and listed.form != "zeros"
    return "".join(
        f"[[error]]\ncode = {code if is_number else _quoted(code)}\nmessage = {_quoted(text)}\n\n"
        for code, text in zip(listed.codes, listed.texts, strict=True)
    ), ".toml"


def xml(random: Random, listed: Listing) -> tuple[str, str]:
    """Return an element for each code."""
    before, form, behind = random.choice(
        (
            ("<errors>\n", '  <error code="{code}">{text}</error>\n', "</errors>\n"),
            (
                '<?xml version="1.0"?>\n<errors>\n',
                "  <error>\n    <code>{code}</code>\n    <message>{text}</message>\n  </error>\n",
                "</errors>\n",
            ),
            ("<resources>\n", '  <string name="{code}">{text}</string>\n', "</resources>\n"),
        )
    )
    pairs = zip(listed.codes, map(escape, listed.texts), strict=True)
    body = "".join(form.format(code=code, text=text) for code, text in pairs)
    return f"{before}{body}{behind}", ".xml"


def sql(random: Random, listed: Listing) -> tuple[str, str]:
    """Return rows that are put into a table."""
    del random

    def value(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    rows = ",\n".join(
        f"  ({code if listed.is_numeric else value(code)}, {value(text)})"
        for code, text in zip(listed.codes, listed.texts, strict=True)
    )
    return f"INSERT INTO errors (code, message) VALUES\n{rows};\n", ".sql"


def gettext(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a catalog of gettext."""
    del random
    return "".join(
        f'msgid "{code}"\nmsgstr {_quoted(text)}\n\n'
        for code, text in zip(listed.codes, listed.texts, strict=True)
    ), ".po"
