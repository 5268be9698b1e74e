"""How source code of unknown shape is read: invented statements of many languages, each in a file.

What cannot be read right is refused, with what a person can do; nothing is read by halves.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from macros.maintain import replies, sniff
from macros.maintain.document import reading
from macros.maintain.replies import Replies
from macros.readers.rows import Document
from tests.maintain.orbit import Orbit

FOLDER = Path(__file__).parent / "documents"
BUSY, GONE, CLOSED = "The dock is busy", "The dock is gone", "The dock is closed"
DOCKS = {"4001": BUSY, "4002": GONE, "4003": CLOSED}
# What files say that say something else.
OTHERS = {
    "java_concat": {**DOCKS, "4004": "The dock is lost", "4005": "The ship is late"},
    "proto_multi_comment": {**DOCKS, "4001": "The dock is busy with another ship"},
    "c_define_around": {
        "0": "The dock is free",
        "-4001": BUSY,
        "-4002": GONE,
        "0x40": CLOSED,
        "101": "The crane is slow",
    },
    "c_define_comment_paren": {f"-{code}": text for code, text in DOCKS.items()},
    "xml_android_style": {**DOCKS, "4004": "The <b>dock</b> %1$s isn't there"},
    "xml_cdata": {**DOCKS, "4004": "The dock <b>is</b> R&D, not &amp; [lost]"},
    "py_adj_next": {**DOCKS, "4004": "The dock is lost"},
    "py_paren_3": {**DOCKS, "4004": "The dock is lost"},
    "hex": {"0x80010001": BUSY, "0x80010002": GONE, "0x80010003": CLOSED},
    "quote_inside": {
        **DOCKS,
        "4002": "The dock isn't there",
        "4003": 'The "north" dock is closed',
    },
    "py_class_words": {"busy": BUSY, "gone": GONE, "closed_now": CLOSED},
    "switch_falls_through": {**DOCKS, "4011": BUSY, "4012": GONE},
    "switch_names_fall_through": {**DOCKS, "4011": BUSY, "4012": GONE},
    "switch_arrows": {**DOCKS, "4011": BUSY, "4012": GONE},
    "codes_in_texts": {**DOCKS, "4004": "The dock {0} is lost"},
    "digits_in_groups": {**DOCKS, "1004004": "The dock is lost"},
    "digits_in_groups_negative": {**DOCKS, "-5": "The dock is lost"},
    "underscores_in_marks": {f"4_{code[1:]}": text for code, text in DOCKS.items()},
    "codes_in_joined_texts": {**DOCKS, "4004": 'The dock\'s "keeper" is lost'},
    "switch_arrows_of_names": {**DOCKS, "4004": CLOSED},
    "match_alternatives": {**DOCKS, "4011": BUSY, "4012": GONE},
    "switch_of_strings_falls_through": {"4001": BUSY, "4002": GONE, "4003": GONE, "4004": CLOSED},
    "toml_lines": {**DOCKS, "4001": 'The dock is busy.\nWait for "it".'},
    "toml_tables": {**DOCKS, "4001": "The dock is busy.\nWait."},
    "go_codes_of_text": {f"HB-{code}": text for code, text in DOCKS.items()},
    "ts_a_word_among_names": {"DOCK_BUSY": BUSY, "DOCK_GONE": GONE, "CLOSED": CLOSED},
    "shift": {"257": BUSY, "258": GONE, "259": CLOSED},
    "template": {**DOCKS, "4001": "The dock ${name} is busy"},
}
# What a refusal says.
REFUSED = {
    "asm_goes_on": '"; and nobody is there" may go on with the message above it',
    "erl_goes_on": '"% and nobody is there" may go on with the message above it',
    "erl_without_text": '"-define(LOST, 4004)." is neither a code with its message',
    "properties_behind_a_word": '"version" does not match the pattern of codes',
    "rs_match_of_others": 'no constant is called "Late"',
    "py_sums_with_texts": 'the code "4000", called "DOCK_BASE", has no message',
    "proto_message_beside": "string message = 2;",
    "cs_two_attributes": '[Description("The dock is closed")] and [Help("Come at six")]',
    "cs_attr_between": "Lost = 4004",
    "cs_without_description": '"Closed = 4003," is neither a code with its message',
    "bare_enum": "MOVED",
    "bare_enum2": "MOVED",
    "c_define_sibling": '"#define DOCK_OK DOCK(0) /* The dock is free */" is neither',
    "commented_out": "GONE",
    "go_iota_pairs": "counted by `iota`",
    "computed": '"(1 << 2)" is computed',
    "computed_all": '"static final int BASE = 4000;" is neither',
    "half_const": "REASON",
    "half_format": "String.format",
    "half_next_line": "suffix",
    "half_prefix": "PREFIX",
    "codes_in_texts_cut": '"4002: The dock is gone" + REASON',
    "codes_in_texts_and_numbers": 'can be its code: "1" and "DX001"',
    "java_keys": "look like keys of translations",
    "java_two_numbers_ambiguous": 'can be its code: "4001" and "9001"',
    "toml_literal": "has a backslash within",
    "catgets_two_sets": 'the number "1" stands in two sets, for two messages: here and in line 1',
    "mult2": "constants are computed here",
    "multi_obj_extra": "code: 4004",
    "proto_above": "UNKNOWN = 0",
    "py_class_empty": 'the code "0" has no message',
    "py_percent": "% name",
    "remark_below": "// is busy",
    "section_direct": "is perhaps a title",
    "self_missing": 'called "LOST", has no message',
    "self_unknown": 'no constant is called "LOST"',
    "sql": "seems to be several strings",
    "xml_tags": "The dock is <b>new</b>",
    "two_texts_same": "several texts of an entry can be its message",
}


def _names(kind: str) -> list[str]:
    return sorted(path.stem for path in (FOLDER / kind).glob("*.txt"))


def _text(kind: str, name: str) -> str:
    return (FOLDER / kind / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", _names("read"))
def test_read(name: str) -> None:
    """Each code has its whole message, and every line is accounted for."""
    found = sniff.sniff(Document("errors", _text("read", name)))
    assert found
    assert list(reading.unsaid(found.reading)) == []
    assert {row.code: row.message for row in found.reading.rows} == OTHERS.get(name, DOCKS)
    assert len(found.reading.rows) == len(OTHERS.get(name, DOCKS))


@pytest.mark.parametrize("name", _names("refused"))
def test_refused(name: str) -> None:
    """What can be read in two ways, or by halves, is left over by its line."""
    found = sniff.sniff(Document("errors", _text("refused", name)))
    assert found
    assert not found.reading.is_whole
    assert any(REFUSED[name] in line for line in reading.unsaid(found.reading))


@pytest.mark.parametrize("name", _names("none"))
def test_none(name: str) -> None:
    """Codes that have no texts, or stand apart from them, are no list of codes."""
    assert sniff.sniff(Document("errors", _text("none", name))) is None


# Files, and what each of their rows has by name.
NAMED = {
    "asm_directive": [{"name": "DOCK_BUSY"}, {"name": "DOCK_GONE"}, {"name": "DOCK_CLOSED"}],
    "asm_equ": [{"name": "BUSY"}, {"name": "GONE"}, {"name": "CLOSED"}],
    "erl_define": [{"name": "DOCK_BUSY"}, {"name": "DOCK_GONE"}, {"name": "DOCK_CLOSED"}],
    "ex_attributes": [{"name": "busy"}, {"name": "gone"}, {"name": "closed"}],
    "java_http_between": [
        {"name": "BUSY", "http": "400"},
        {"name": "GONE", "http": "404"},
        {"name": "CLOSED", "http": "409"},
    ],
    "java_httpstatus_enum": [
        {"name": "BUSY", "http": "HttpStatus.BAD_REQUEST"},
        {"name": "GONE", "http": "HttpStatus.NOT_FOUND"},
        {"name": "CLOSED", "http": "HttpStatus.CONFLICT"},
    ],
    "keyed_two": [
        {"remedy": "Wait for the other ship"},
        {"remedy": "Call the harbour master"},
        {"remedy": "Come back at six"},
    ],
    "remark_note": [
        {"name": "BUSY", "note": "wait a while"},
        {"name": "GONE", "note": "it's over"},
        {"name": "CLOSED", "note": "come tomorrow"},
    ],
    "php_self": [{"name": "BUSY"}, {"name": "GONE"}, {"name": "CLOSED"}],
    "codes_in_texts": [{"name": "Busy"}, {"name": "Gone"}, {"name": "Closed"}, {"name": "Lost"}],
    "cs_remarks": [
        {"name": "Busy"},
        {"name": "Gone", "note": "Turn round and go home."},
        {"name": "Closed", "note": "Come at six."},
    ],
    "cs_description": [{"name": "Busy"}, {"name": "Gone"}, {"name": "Closed"}],
}


@pytest.mark.parametrize("name", NAMED)
def test_named(name: str) -> None:
    """The name of a constant, a status of HTTP, a remedy and a remark are kept by name."""
    found = sniff.sniff(Document("errors", _text("read", name)))
    assert found
    assert [row.named for row in found.reading.rows] == NAMED[name]


FUZZY = """\
#, fuzzy
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#: dock.c:12
#, fuzzy, c-format
msgid "E-4001"
msgstr "The dock is busy"

msgid "E-4002"
msgstr "The dock is gone"

msgid "E-4003"
msgstr "The dock is closed"
"""


def test_fuzzy_texts_are_asked_about() -> None:
    """A text that nobody has confirmed is asked about; with what is advised, its code is listed."""
    document = Document("errors.po", FUZZY)
    found = sniff.sniff(document)
    assert found
    [problem] = found.reading.problems
    assert (problem.line, problem.what) == (
        7,
        '"E-4001" is fuzzy: nobody has confirmed such a text, and programs do not use it.',
    )
    as_it_is = reading.read(document, found.reading.options)
    assert (as_it_is.is_whole, len(as_it_is.rows)) == (True, 3)
    advice = re.search("write `ignore: (.*)` and `unreadable: (.*)` in it", problem.do)
    assert advice
    ignore, unreadable = map(json.loads, advice.groups())
    options = {**found.reading.options, "ignore": ignore, "unreadable": unreadable}
    without = reading.read(document, options)
    assert without.is_whole
    assert [row.code for row in without.rows] == ["E-4002", "E-4003"]
    assert [one.code for one in without.unreadable] == ["E-4001"]


def test_each_label_has_its_line() -> None:
    """Labels that fall through to one text are rows of their own lines."""
    found = sniff.sniff(Document("errors", _text("read", "switch_falls_through")))
    assert found
    assert [(row.code, row.line) for row in found.reading.rows] == [
        ("4001", 3),
        ("4011", 3),
        ("4002", 4),
        ("4012", 5),
        ("4003", 7),
    ]


def test_a_text_in_another_language_is_kept() -> None:
    """Of a text and its translation the English one is the message, and the other a column."""
    found = sniff.sniff(Document("errors", _text("read", "keyed_zh_en")))
    assert found
    kept = [row.named["language"] for row in found.reading.rows]
    assert kept == ["码头繁忙", "码头不见了", "码头已关闭"]


def test_a_code_without_a_text_is_declared(tmp_path: Path) -> None:
    """A refused constant can be said unreadable; to ignore it alone is refused."""
    found = sniff.sniff(Document("errors", _text("refused", "proto_above")))
    assert found
    ignoring = {**found.reading.options, "ignore": ["UNKNOWN = 0;"]}
    document = Document("errors", _text("refused", "proto_above"))
    assert [one.what for one in reading.read(document, ignoring).problems] == [
        '`ignore` has a pattern for "UNKNOWN = 0;", which lists the code "0".'
    ]
    declared = reading.read(document, {**ignoring, "unreadable": ["0"]})
    assert declared.is_whole
    assert [one.code for one in declared.unreadable] == ["0"]
    options = tmp_path / "reader.yml"
    options.write_text(yaml.safe_dump({"reader": declared.options}), "utf-8")
    orbit = Orbit(tmp_path)
    file = tmp_path / "docks.proto"
    file.write_text(document.text, "utf-8")
    said = ("--name", "Moon", "--url", "https://moon.example/errors", "--yes")
    assert orbit.run("new-provider", "moon", str(file), "--reader", str(options), *said) == 0


@pytest.mark.parametrize("ending", ["txt", "java", "errors"])
@pytest.mark.parametrize(
    ("begins", "ends"), [("E{n}({n}, ", "),"), ("E{n} = new Err({n}, Kind.DOCK, ", "); // old")]
)
def test_values_before_the_text(begins: str, ends: str, ending: str) -> None:
    """A code within a name is no beginning of a line of text, whatever the file is called."""
    lines = [f'{begins.format(n=code)}"{text}"{ends}\n' for code, text in DOCKS.items()]
    found = sniff.sniff(Document(f"docks.{ending}", "".join(lines)))
    assert found
    assert found.reading.problems == ()
    assert {row.code: row.message for row in found.reading.rows} == DOCKS
    prose = 'E501 Dock (north, "old") is busy\nE502 Dock is gone\nE503 Dock is closed\n'
    read = sniff.sniff(Document(f"docks.{ending}", prose))
    assert read
    assert read.reading.rows[0].message == 'Dock (north, "old") is busy'


@pytest.mark.parametrize(
    "counted", ["case gone // The dock is gone", "case gone", "case gone, lost"]
)
def test_cases_without_a_number(counted: str) -> None:
    """A case without a number is refused where nobody knows the language, and no other is."""
    text = f"""enum Dock: Int {{
    case busy = 4001 // The dock is busy
    {counted}
    case closed = 4010 // The dock is closed
    case late = 4012 // The ship is late

    var text: String {{
        switch self {{
        case .busy: return "busy"
        default: return "other"
        }}
    }}
}}
"""
    found = sniff.sniff(Document("dock.txt", text))
    assert found
    [problem] = found.reading.problems
    assert problem.line == 3
    assert problem.what == f'"{counted}" stands among the entries and has no number of its own.'


def test_codes_in_texts_and_numbers() -> None:
    """Each of two codes has its reader ready: the one that is printed, and the one advised."""
    document = Document("errors", _text("refused", "codes_in_texts_and_numbers"))
    found = sniff.sniff(document)
    assert found
    by_number = reading.read(document, found.reading.options)
    assert by_number.is_whole
    assert [row.code for row in by_number.rows] == ["1", "2", "3"]
    [problem] = found.reading.problems
    advice = re.search(r"write `reader: (.*)` in it instead", problem.do)
    assert advice
    advised = reading.read(document, json.loads(advice[1]))
    assert advised.is_whole
    assert {row.code: row.message for row in advised.rows} == {
        "DX001": BUSY,
        "DX002": GONE,
        "DX003": CLOSED,
    }
    assert [row.named["name"] for row in advised.rows] == ["Busy", "Gone", "Closed"]
    assert [row.columns["value"] for row in advised.rows] == ["1", "2", "3"]


def test_arrows_are_no_equals_signs() -> None:
    """No message begins with the end of an arrow, however the strings of a hash are written."""
    text = """ERRORS = {
  4001 => "The dock is busy",
  4002 => 'The dock is gone',
  4003 => %q(The dock is closed),
  4004 => %q(The dock is lost),
}.freeze
"""
    found = sniff.sniff(Document("docks.rb", text))
    rows = found.reading.rows if found else ()
    assert not [row.message for row in rows if row.message.startswith(">")]
    assert not found or found.reading.problems


def test_a_string_behind_a_backslash_is_not_lost() -> None:
    """A string that goes on below a backslash is a part of the message, of one entry, too."""
    text = """ERRORS = {
  4001 => "The dock is busy",
  4002 => "The dock is gone" \\
          " for ever",
  4003 => "The dock is closed",
}.freeze
"""
    found = sniff.sniff(Document("docks.rb", text))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == {
        **DOCKS,
        "4002": "The dock is gone for ever",
    }


LARGE = {
    "java_http_between": 'DOCK_{n}({n}, 400, "Dock {n} is busy"),\n',
    "php_self": "const DOCK_{n} = {n};\n",
    "js_objects_multiline": "{{\n  code: {n},\n  message: 'Dock {n} is busy',\n}},\n",
    "go_typed": "\tErr{n} Code = {n} // Dock {n} is busy\n",
    "an open bracket": 'DOCK_{n}({n}, "Dock {n} (is busy",\n',
    "a comment above": "/** Dock {n} is busy */\nDOCK_{n}({n}),\n",
}


@pytest.mark.parametrize("line", LARGE.values(), ids=LARGE)
def test_large_sources(line: str) -> None:
    """A large source is read whole, or found to be no source of codes."""
    text = "".join(line.format(n=number) for number in range(10_000, 13_000))
    found = sniff.sniff(Document("errors", text))
    assert found is None or (len(found.reading.rows), found.reading.problems) == (3_000, ())


def test_no_code_after_all() -> None:
    """What is quoted under `prose` lists no code: the class that all errors are made of."""
    document = Document("errors", _text("refused", "py_class_empty"))
    found = sniff.sniff(document)
    assert found
    [problem] = found.reading.problems
    assert problem.do.endswith('If it lists no code, quote "code = 0" under `prose`.')
    again = reading.read(document, {**found.reading.options, "prose": ["code = 0"]})
    assert not again.problems
    assert {row.code: row.message for row in again.rows} == DOCKS


def test_keys_of_settings() -> None:
    """Codes behind a word are read; other keys behind it are answered by their lines."""
    document = Document("errors.properties", _text("refused", "properties_behind_a_word"))
    found = sniff.sniff(document)
    assert found
    result = replies.applied(document, found.reading, Replies(frozenset({1})))
    assert result.is_whole
    assert {row.code: row.message for row in result.rows} == {
        f"HB{code}": text for code, text in DOCKS.items()
    }


def test_words_below_a_key() -> None:
    """Where few of the words below a key have a sign, it is asked whether they are the codes."""
    names = {"BUSY": BUSY, "GONE": GONE, "DOCK_CLOSED": CLOSED}
    lines = [f'  {{ code: "{name}", message: "{text}" }},\n' for name, text in names.items()]
    found = sniff.sniff(Document("errors.ts", f"const ERRORS = [\n{''.join(lines)}];\n"))
    assert found is None or not found.reading.is_whole


def test_fields_beside_an_enum() -> None:
    """The fields of a message in protobuf are asked about, and the constants are all read."""
    document = Document("errors", _text("refused", "proto_message_beside"))
    found = sniff.sniff(document)
    assert found
    assert {row.code: row.message for row in found.reading.rows} == {
        "1": BUSY,
        "2": GONE,
        "3": CLOSED,
    }
    lines = frozenset(one.line for one in found.reading.problems)
    assert lines == {4, 5, 6}
    assert replies.applied(document, found.reading, Replies(lines)).is_whole


COUNTED = {
    "docks.h": "enum docks {{\n{}\n}};\n",
    "docks.hpp": "enum class Docks : int {{\n{}\n}};\n",
    "Docks.cs": "public enum Docks\n{{\n{}\n}}\n",
    "docks.rs": "pub enum Docks {{\n{}\n}}\n",
    "docks.ts": "export enum Docks {{\n{}\n}}\n",
}
SWIFT = """\
public enum Docks: Int, Error {
    /// The dock is busy
    case busy = 4001
    /// The dock is gone
    case gone
    /// The dock is closed
    case closed
}
"""


@pytest.mark.parametrize("name", [*COUNTED, "Docks.swift"])
def test_counted_names(name: str) -> None:
    """Where the language counts on, a name without a number is read with the one that follows."""
    names = "BUSY = 4001, // The dock is busy\nGONE, // The dock is gone\n"
    text = COUNTED.get(name, "").format(names + "CLOSED // The dock is closed") or SWIFT
    found = sniff.sniff(Document(name, text))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == DOCKS
    assert found.reading.options["counts_on"] == "true"


@pytest.mark.parametrize("name", ["Docks.kt", "docks.txt", "Docks.java"])
def test_names_of_other_languages(name: str) -> None:
    """Where nobody knows that it does, no number is made up."""
    names = "".join(f"  {name}, // The dock is out\n" for name in ("BUSY", "GONE", "CLOSED"))
    assert sniff.sniff(Document(name, f"enum class Docks {{\n{names}}}\n")) is None


def test_other_enums_that_count() -> None:
    """What is counted, and is perhaps no code, is asked about by the line with its number."""
    names = "BUSY = 4001, // The dock is busy\nGONE, // The dock is gone\n"
    errors = COUNTED["docks.h"].format(names + "CLOSED // The dock is closed")
    levels = "enum level {\n  LOW, // Low water\n  HIGH, // High water\n};\n"
    document = Document("docks.h", levels + errors)
    found = sniff.sniff(document)
    assert found
    (problem,) = found.reading.problems
    assert problem.line == 2
    left = replies.applied(document, found.reading, Replies(no_codes=frozenset({2})))
    assert left.is_whole
    assert {row.code: row.message for row in left.rows} == DOCKS
    assert left.options["prose"] == ["LOW = 0, // Low water", "HIGH = 1, // High water"]


PROPERTIES = """\
# Messages of the docks
error.4001=The dock is busy
#error.4009=
error.4002=The dock is gone
{}
error.4003=The dock is closed
"""


@pytest.mark.parametrize("empty", ["#error.4010 =", "; error.4010=", "# of the night", ""])
def test_comments_in_properties(empty: str) -> None:
    """They are no messages of what stands below, and without a text they are no question."""
    found = sniff.sniff(Document("docks.properties", PROPERTIES.format(empty)))
    assert found
    assert found.reading.is_whole
    assert {row.code: row.message for row in found.reading.rows} == DOCKS


def test_what_is_commented_out_in_properties() -> None:
    """An entry with a text is asked about, whatever stands above it."""
    document = Document("docks.properties", PROPERTIES.format("#error.4010=The dock was sold"))
    found = sniff.sniff(document)
    assert found
    (problem,) = found.reading.problems
    assert problem.line == 5
    assert '"#error.4010=The dock was sold" is neither' in problem.what
    left = replies.applied(document, found.reading, Replies(no_codes=frozenset({5})))
    assert left.is_whole
    assert {row.code: row.message for row in left.rows} == DOCKS
