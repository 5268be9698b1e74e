"""Lists in source code: enums, constants, maps, classes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

    from tests.maintain.layouts.listing import Listing


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _entries(listed: Listing, form: str, between: str = "") -> str:
    """Return an entry for each code: its name, its number or string, its text."""
    return between.join(
        form.format(
            name=name,
            title=name.title().replace("_", ""),
            small=name.lower(),
            value=code if listed.is_numeric and listed.form != "zeros" else _quoted(code),
            text=text,
            quoted=_quoted(text),
            status=status,
        )
        for name, code, text, status in zip(
            listed.names, listed.codes, listed.texts, listed.statuses, strict=True
        )
    )


def _is_number(listed: Listing) -> bool:
    return listed.is_numeric and listed.form != "zeros"


def java(random: Random, listed: Listing) -> tuple[str, str]:
    """Return an enum, or a method with a case for each code."""
    if random.random() < 0.3:
        cases = _entries(listed, "      case {value}:\n        return {quoted};\n")
        return (
            "class Texts {\n  static String text(int code) {\n    switch (code) {\n"
            f'{cases}      default:\n        return "Unknown error";\n    }}\n  }}\n}}\n'
        ), ".java"
    form = random.choice(
        (
            "    {name}({value}, {quoted})",
            "    {name}({value}, {quoted}, {status})",
            "    /** {text} */\n    {name}({value})",
        )
    )
    return (
        f"package pier;\n\npublic enum ErrorCode {{\n{_entries(listed, form, f',{chr(10)}')};\n\n"
        "    private final int code;\n    ErrorCode(int code, String text) {}\n}\n"
    ), ".java"


def kotlin(random: Random, listed: Listing) -> tuple[str, str]:
    """Return an enum."""
    del random
    entries = _entries(listed, "    {name}({value}, {quoted})", ",\n")
    return f"enum class ErrorCode(val code: Int, val text: String) {{\n{entries};\n}}\n", ".kt"


def c(random: Random, listed: Listing) -> tuple[str, str] | None:
    """Return macros or an enum."""
    if not _is_number(listed):
        return None
    form = random.choice(
        (
            "#define ERR_{name} {value} /* {text} */\n",
            "#define ERR_{name} ({value}) // {text}\n",
            "/* {text} */\n#define ERR_{name} {value}\n",
            "  ERR_{name} = {value}, /**< {text} */\n",
            "  ERR_{name} = {value},  // {text}\n",
        )
    )
    entries = _entries(listed, form)
    if "#define" in form:
        return f"#ifndef ERR_H\n#define ERR_H\n\n{entries}\n#endif\n", ".h"
    return f"enum pier_error {{\n{entries}}};\n", ".h"


def csharp(random: Random, listed: Listing) -> tuple[str, str] | None:
    """Return an enum with attributes."""
    del random
    if not _is_number(listed):
        return None
    entries = _entries(listed, "    [Description({quoted})]\n    {title} = {value},\n")
    return f"public enum ErrorCode\n{{\n{entries}}}\n", ".cs"


def python(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a mapping, a list, an enum or classes."""
    before, form, behind = random.choice(
        (
            ("ERRORS = {\n", "    {value}: {quoted},\n", "}\n"),
            ("ERRORS = [\n", "    ({value}, {quoted}),\n", "]\n"),
            ("class ErrorCode(IntEnum):\n", "    {name} = {value}  # {text}\n", ""),
            ("", "class {title}(PierError):\n    code = {value}\n    message = {quoted}\n\n\n", ""),
        )
    )
    return f"{before}{_entries(listed, form)}{behind}", ".py"


def go(random: Random, listed: Listing) -> tuple[str, str]:
    """Return constants, a map or variables."""
    before, form, behind = random.choice(
        (
            ("const (\n", "\tErr{title} = {value} // {text}\n", ")\n"),
            ("var messages = map[int]string{\n", "\t{value}: {quoted},\n", "}\n"),
            ("var (\n", "\tErr{title} = NewError({value}, {quoted})\n", ")\n"),
        )
    )
    return f"package pier\n\n{before}{_entries(listed, form)}{behind}", ".go"


def php(random: Random, listed: Listing) -> tuple[str, str]:
    """Return an array, or a class of constants."""
    if random.random() < 0.5:
        return (
            f"<?php\nreturn [\n{_entries(listed, '    {value} => {quoted},' + chr(10))}];\n",
            ".php",
        )
    form = "    /**\n     * @Message({quoted})\n     */\n    const {name} = {value};\n\n"
    return f"<?php\n\nclass ErrorCode\n{{\n{_entries(listed, form)}}}\n", ".php"


def typescript(random: Random, listed: Listing) -> tuple[str, str]:
    """Return an object or an enum."""
    before, form, behind = random.choice(
        (
            ("export const errors = {\n", "  {value}: {quoted},\n", "};\n"),
            ("export enum ErrorCode {\n", "  /** {text} */\n  {name} = {value},\n", "}\n"),
            (
                "export const ERRORS = {\n",
                "  {name}: {{ code: {value}, message: {quoted} }},\n",
                "} as const;\n",
            ),
        )
    )
    return f"{before}{_entries(listed, form)}{behind}", ".ts"


def ruby(random: Random, listed: Listing) -> tuple[str, str]:
    """Return a hash."""
    del random
    return f"ERRORS = {{\n{_entries(listed, '  {value} => {quoted},' + chr(10))}}}.freeze\n", ".rb"


def rust(random: Random, listed: Listing) -> tuple[str, str] | None:
    """Return an enum."""
    del random
    if not _is_number(listed):
        return None
    entries = _entries(listed, "    /// {text}\n    {title} = {value},\n")
    return f"#[repr(i32)]\npub enum Error {{\n{entries}}}\n", ".rs"


def swift(random: Random, listed: Listing) -> tuple[str, str] | None:
    """Return an enum."""
    del random
    if not _is_number(listed):
        return None
    entries = _entries(listed, "    /// {text}\n    case {small} = {value}\n")
    return f"enum PierError: Int {{\n{entries}}}\n", ".swift"


def protobuf(random: Random, listed: Listing) -> tuple[str, str] | None:
    """Return an enum."""
    del random
    if not _is_number(listed):
        return None
    entries = _entries(listed, "  // {text}\n  {name} = {value};\n")
    return f'syntax = "proto3";\n\nenum ErrorCode {{\n{entries}}}\n', ".proto"
