"""Which shape the constants of source code have: statements of one form -> the options for them.

The values of such statements are a table: a column has the codes, another one the messages. Where
none has messages, the comments beside or above the statements can be these.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from pathlib import PurePath
from typing import TYPE_CHECKING

from macros.errors import Problem
from macros.maintain.document import (
    links,
    marked_numbers,
    reading,
    shapes,
    source,
    source_blocks,
    source_file,
)
from macros.maintain.sniffers import words
from macros.maintain.sniffers.sniffed import LEAST, Sniffed, account, shown_codes
from macros.maintain.sniffers.source import (
    attributes,
    cases,
    catalogs,
    classes,
    deprecations,
    field_options,
    keys,
    names_alone,
    names_in_comments,
    number_pairs,
    parameters,
    records,
    remarks,
    source_entry,
    source_group,
    sql,
    texts_by_name,
    toml,
    twins,
    two_comments,
    unknown_macros,
    unnumbered,
    within,
    xml,
)
from macros.readers import counting
from macros.readers.advice import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

    from macros.maintain.document.reading import Options
    from macros.maintain.document.source import Statement
    from macros.maintain.sniffers.source.source_entry import Entry
    from macros.maintain.sniffers.source.source_expression import Group
    from macros.readers.rows import Document

_LONGEST = 300_000  # characters, from which the shape of all is known
_DIFFERENT = 0.9  # of the values of a column of codes
_WITH_ALIASES = 0.5  # where a number can have several names
_CODE_KEY = re.compile(
    r"(?:err(?:or)?_?|ret_?)?(?:code|no|num|number|id|value|errno)", re.IGNORECASE
)
_KEY = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)+", re.ASCII)
_GROUPED = re.compile(r"-?[0-9]+(?:_[0-9]+)+", re.ASCII)
_NO_LABEL = re.compile("not match the pattern|no constant is called")
_OTHERS = frozenset({"_", "default", "else", "otherwise"})
# Where no code can be known.
_NOTHING: Options = {
    "format": "pattern",
    "pattern": "[0-9]+",
    "entry": "(?P<code>[0-9]+) (?P<message>.+)",
}
_LOOK = (
    "Look which it is, call the groups of `entry` in the reader below as you decide, save it to a"
    " file, and add --reader FILE."
)
# A digit of the version of a language, or of a file, is no code; nor is what a list is called, or
# what a type.
_DECLARES = re.compile(
    r"(?:syntax|edition|package|import|option|using|use|#[ \t]*include)\b.*[;\"'>]"
    r"|(?:(?:export|pub|public|static|const|final|var|let|val)[ \t]+)+[^\"'`0-9]*[={(\[]"
    r"|(?:export[ \t]+)?type[ \t]+[^\"'`0-9]*;"
)
# What a program computes, in the order in which it is written.
_COMPUTED = {
    "sums": "sums: numbers that are sums of constants of this document are written in their place",
    "counts_on": "counts_on: names without a number have that of the name above plus one, or, in an"
    " enum of texts in Swift, themselves",
}
_COUNTED = re.compile(r"\biota\b")
# As in BUSY = BASE + 1;
_SUM = re.compile(
    r"\b[A-Za-z_]\w*\s*=\s*[A-Z_][\w.]*\s*(?:[+|-]|<<)\s*[0-9]+\s*[;,)]?\s*(?://.*)?$"
)


def pattern(
    document: Document, code_set: str, fewest: int = LEAST, *, are_chosen: bool = False
) -> Sniffed | None:
    """Guess the options of source code with constants, enums or arrays of codes.

    Where numbers are sums of constants, these are computed; where names lack their numbers, these
    are counted, if the language has it so.

    Args:
        document: the document.
        code_set: the id of the codes.
        fewest: how many entries of one form list codes.
        are_chosen: whether somebody has said that its constants are codes, whatever their names.
    """
    if links.count(document.text) >= LEAST:
        return None  # a page in Markdown: [101](#101) begins as a list of source code does

    def guess(seen: Document) -> Sniffed | None:
        return _guess(seen, code_set, fewest, are_chosen=are_chosen)

    found = unknown_macros.sniff(document, lambda seen: _pattern(seen, guess))
    options = dict(found.reading.options) if found else {}
    if found is None or not (why := field_options.with_options(document, options)):
        return found
    return Sniffed(account(document, options), (*found.why, *why))


def _pattern(document: Document, guessed: Callable[[Document], Sniffed | None]) -> Sniffed | None:
    guess = guessed(document)
    is_whole = bool(
        guess and guess.reading.is_whole and not unknown_macros.touch(document, guess.reading)
    )
    computed: Options = {}
    for option, why in _COMPUTED.items():
        seen = reading.as_read(document, {**computed, option: "true"})
        suffix = PurePath(document.file).suffix.lower()
        is_counted = suffix in counting.SUFFIXES or bool(_COUNTED.search(document.text))
        if is_whole or (option == "counts_on" and not is_counted):
            continue
        better = guessed(seen) if seen != reading.as_read(document, computed) else None
        if better is None or not _says_more(better, guess, option):
            continue
        computed |= {option: "true"}
        options = better.reading.options
        own = reading.read(seen, options).problems
        asked = [one for one in better.reading.problems if one not in own]
        result = account(document, {**options, **computed})
        asked += unnumbered.doubts(document, result)
        guess = Sniffed(replace(result, problems=(*result.problems, *asked)), (*better.why, why))
        is_whole = guess.reading.is_whole
    return guess


def _says_more(better: Sniffed, guess: Sniffed | None, option: str) -> bool:
    """Tell whether a guess is better that computes numbers.

    One without sums has parts of them; one that counts none may have names for codes.
    """
    rows, before = better.reading.rows, guess.reading.rows if guess else ()
    codes, known = [row.code for row in rows], [row.code for row in before]
    are_names = not any(map(str.isdigit, "".join(known))) and all(map(str.isdigit, codes))
    others = codes != known if option == "sums" else are_names
    return len(rows) > len(before) or (others and len(rows) == len(before))


def _guess(document: Document, code_set: str, fewest: int, *, are_chosen: bool) -> Sniffed | None:
    begins = document.text.lstrip()[:5]
    text = document.text[:_LONGEST]
    lines = text.split("\n")
    if begins[:1] == "<" and begins != "<?php":
        entries = list(xml.elements(text)) if len(document.text) < _LONGEST else []
        return _best(document, code_set, entries)
    forms = _forms(lines)
    around = cache(lambda: source_blocks.around(lines))
    least = _WITH_ALIASES if "allow_alias" in text else _DIFFERENT
    others = source_group.of_other_branches(lines)
    called = cache(lambda count: parameters.names(text, count))
    beside = source_group.Beside(around, others, sql.columns(text), called)
    guesses = [
        entry
        for same in forms.values()
        for group in source_group.groups(same, beside, least, fewest)
        if (entry := source_entry.of(group, lines, list(forms.values())))
    ]
    listed = list(forms.values())
    read = {one.group.same[0].first for one in guesses if one.group.same}
    unread = [same for same in listed if same[0].first not in read]
    guesses += [one for same in unread for one in number_pairs.joined(same, lines, fewest)]
    guesses = [*twins.entries(listed), *texts_by_name.entries(listed), *guesses]
    text = "\n".join(line if len(line) <= source.LONGEST_LINE else "" for line in lines)
    if catalogs.is_catgets(text):
        return _best(document, code_set, [*catalogs.catgets(text)], catalogs.sets(document))
    spoken, answers = [*keys.lines(text)], [*cases.cases(text)]
    # Where texts stand behind a sign or are returned, no comment is one, nor what has marks among
    # their words.
    told = (*spoken, *(one for one in answers if cases.are_messages(text, one)))
    with_text = {code for one in told for code in one.codes}
    guesses = [
        one
        for one in guesses
        if not with_text.issuperset(one.codes)
        or not (one.group.message is None or _is_among_words(one.group))
    ]
    guesses += [*keys.blocks(text), *keys.catalogs(text), *spoken]
    guesses = [*toml.entries(text), *guesses, *answers]
    guesses += [*keys.shaped(text), *keys.called(text), *within.entries(text)]
    guesses += [*attributes.entries(text), *classes.described(text)]
    guesses += records.records(text)
    best = _best(document, code_set, guesses, _counted(document.file, lines), fewest)
    if not source_file.is_source(document) or (best and not _is_of_comments(document, best)):
        return best
    alone = [*names_alone.entries(forms.values(), lines, are_chosen=are_chosen)]
    return _best(document, code_set, alone, ()) or best


def _forms(lines: Sequence[str]) -> dict[str, list[Statement]]:
    """Return the statements of each form."""
    forms: dict[str, list[Statement]] = {}
    listed = [one for each in source.statements(lines) for one in source.entries(each)]
    for one in marked_numbers.bare(listed):
        forms.setdefault(one.form, []).append(one)
    return forms


def by_names(
    document: Document, code_set: str, shown_so: Container[tuple[str, str]]
) -> Sniffed | None:
    """Return how constants are read whose names are the texts of their numbers, as somebody shows.

    Args:
        document: the document.
        code_set: the id of the codes.
        shown_so: codes, each with the name that is its text.
    """
    lines = document.text[:_LONGEST].split("\n")
    return _best(document, code_set, [*names_alone.like(_forms(lines).values(), lines, shown_so)])


def _is_of_comments(document: Document, guess: Sniffed) -> bool:
    """Tell whether most rows of a guess are lines of comments, such as a sentence with a colon."""
    comments = source_file.in_comments(document.text)
    rows = guess.reading.rows
    return 2 * sum(row.line in comments for row in rows) > len(rows)


def _best(
    document: Document,
    code_set: str,
    guesses: Sequence[Entry],
    counted: tuple[Problem, ...] = (),
    fewest: int = LEAST,
) -> Sniffed | None:
    listed = [one for one in guesses if len(set(one.codes)) >= fewest]
    best = max(listed, key=lambda one: (not one.group.are_words, len(set(one.codes))), default=None)
    if best is None:
        nothing = {**_NOTHING, "code_set": code_set}
        return Sniffed(reading.Reading(nothing, (), counted, {}), ()) if counted else None
    options = _options(document, code_set, best)
    if reading.fault(options):
        return None
    why = (
        f"format pattern: {len(best.codes)} entries are {best.what}",
        f"pattern {options['pattern']}: {shown_codes(best.codes)}",
    )
    result = _without_others(document, account(document, options))
    result = deprecations.kept(document, names_in_comments.without(document, result))
    others = [_options(document, code_set, one) for one in within.entries(document.text)]
    doubts = (
        *(names_alone.doubts(document, best) if best.what == names_alone.WHAT else ()),
        *_doubts(document.file, best),
        *remarks.doubts(document, best.titles),
        *attributes.doubts(document, best),
        *number_pairs.doubts(document, best, lambda one: _options(document, code_set, one)),
        *two_comments.doubts(document, best),
        *_in_texts(document.file, result, others),
        *counted,
    )
    return Sniffed(replace(result, problems=(*result.problems, *doubts)), why)


def _options(document: Document, code_set: str, entry: Entry) -> Options:
    options: Options = {
        "format": "pattern",
        "code_set": code_set,
        "pattern": words.pattern(entry.codes)
        if entry.group.are_words
        else shapes.pattern(entry.codes),
        "entry": entry.entry,
        **entry.more,
    }
    if _is_grouped(document.text, entry.codes):
        options["code_signs"] = {"_": ""}
    return options


def _is_grouped(text: str, codes: Sequence[str]) -> bool:
    """Tell whether codes are numbers whose digits a program writes in groups: 4_001 for 4001."""
    grouped = [code for code in codes if "_" in code]
    in_marks = any(f"{mark}{code}{mark}" in text for code in grouped for mark in "\"'`")
    return bool(grouped) and not in_marks and all(map(_GROUPED.fullmatch, grouped))


def _is_among_words(group: Group) -> bool:
    """Tell whether words stand right before or behind messages, as in: The `dock` is busy."""
    place = group.message or 0
    beside = (part for one in group.same for part in one.parts[max(place - 1, 0) : place + 2 : 2])
    return any(part.kind == "words" for part in beside)


def _counted(file: str, lines: Sequence[str]) -> tuple[Problem, ...]:
    """Refuse constants that the program counts, so that no line has their codes."""
    counted = "constants are counted by `iota` here, so no line says which number each of them has."
    computed = "constants are computed here, so no line says which number each of them has."
    do = "Find a document that prints the numbers, such as the provider's page, and read that."
    code = [
        (number, line) for number, line in enumerate(lines, start=1) if not source.is_comment(line)
    ]
    sums = [number for number, line in code if _SUM.search(line)]
    return (
        *(Problem(file, number, counted, do) for number, line in code if _COUNTED.search(line)),
        *(Problem(file, number, computed, do) for number in sums[:1] if len(sums) >= LEAST),
    )


def _without_others(document: Document, result: reading.Reading) -> reading.Reading:
    """Account for what is said of all other codes: `default => "Unknown"`, and for declarations."""
    others = [one.what.split('"')[1] for one in result.problems if _NO_LABEL.search(one.what)]
    others = list(dict.fromkeys(others)) if set(others) <= _OTHERS else []
    patterns = [f"{re.escape(word)}\\b.*" for word in others]
    declared = [text for text in result.texts.values() if _DECLARES.fullmatch(text)]
    patterns += [reading.escaped(text) for text in dict.fromkeys(declared)]
    lines = document.text.split("\n")
    left = [*dict.fromkeys(result.texts.values())]
    quoted = [text for text in left if sql.declares(text)]
    quoted += sql.of_other_tables(left, [lines[row.line - 1] for row in result.rows])
    if not patterns and not quoted:
        return result
    ignore = [*result.options.get("ignore", []), *patterns]
    options = {**result.options, "ignore": ignore, "prose": quoted}
    better = account(document, {key: one for key, one in options.items() if one})
    return better if len(better.problems) < len(result.problems) else result


def _doubts(file: str, entry: Entry) -> tuple[Problem, ...]:
    """Return what a person has to decide."""
    line = entry.group.same[0].first + 1 if entry.group.same else 0
    doubts = [*entry.group.rivals]
    if entry.group.message is not None and entry.group.is_name:
        texts = entry.group.column(entry.group.message)
        if all(map(_KEY.fullmatch, texts)):
            doubts.append(f'the texts look like keys of translations: "{shown(texts[0])}".')
    asked = (words.doubt(file, line, entry.codes),) if entry.group.are_words else ()
    return (*asked, *(Problem(file, line, what, _LOOK) for what in doubts))


def _in_texts(file: str, result: reading.Reading, others: Sequence[Options]) -> Iterator[Problem]:
    """Say that all texts begin with what can be their codes, as in "LX001: the lock is open".

    Args:
        file: the document.
        result: what came of it.
        others: how it is read where these are the codes.
    """
    inner = [within.code_of(row.message) for row in result.rows]
    if not inner or not all(inner) or len(set(inner)) < len(inner):
        return
    first = result.rows[0]
    codes = f'"{shown(first.code)}"', f'"{shown(inner[0])}"'
    what = f"two values of an entry can be its code: {' and '.join(codes)}."
    if inner == [row.code for row in result.rows]:
        what = f'the texts begin with the codes themselves: "{shown(first.message)}".'
    written = next((json.dumps(options, ensure_ascii=False) for options in others), "")
    do = (
        "Save the reader below to a file, and add --reader FILE. If the code is"
        f" {codes[1]}, and the message what stands behind it, write `reader: {written}` in it"
        " instead."
    )
    yield Problem(file, first.line, what, do if written else _LOOK)
