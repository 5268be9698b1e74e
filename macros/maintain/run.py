"""Commands run: options -> what is printed, what is asked, and the exit status.

Plans are made elsewhere; here a person sees one, is asked once, and it is written or not. Without a
terminal nothing is asked: `--yes` writes, unless something speaks against it, and `--anyway` writes
even then.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

from macros.errors import Problem, ProblemsError
from macros.maintain import (
    by_example,
    check,
    inside,
    open_work,
    provider,
    prune,
    read,
    replies,
    sniff,
    staged,
    terminal,
)
from macros.maintain.document import reading
from macros.maintain.intake import UNKNOWN, Planned, RefusedError, reader_of, taken
from macros.maintain.revision import add, retract
from macros.maintain.revision.places import Order
from macros.maintain.revision.wish import Wish
from macros.maintain.sniffers import choices, message_named
from macros.maintain.sniffers.source import unknown_macros
from macros.maintain.sniffers.such_as.such_as_doubts import Example
from macros.texts import one_line

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from macros.maintain.document.reading import Reading
    from macros.maintain.revision.rehome import Ask, Question
    from macros.maintain.sniffers.sniffed import Choice, Sniffed
    from macros.readers.rows import Document

DONE, FAILED, NOT_WRITTEN = 0, 1, 2


def say(text: str = "") -> None:
    """Print a text, when the line that tells of progress is gone."""
    terminal.tell("")
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def show_problems(problems: Sequence[Problem], form: str = "text") -> None:
    """Print problems in a form: `text` for people, `json` and `github` for programs."""
    terminal.tell("")
    if form == "json":
        sys.stdout.write(f"{check.as_json(problems)}\n")
    elif form == "github":
        sys.stdout.write(f"{check.as_github(problems)}\n" if problems else "")
    elif problems:
        text = check.as_text(problems, lambda name: terminal.bold(name, sys.stderr))
        sys.stderr.write(f"{text}\n")


def run_check(data: Path, docs: Path, form: str) -> int:
    """Check everything and print what it holds, what is open, and what is wrong."""
    checked = check.check(data, docs, terminal.tell)
    if form == "text":
        for line in (
            *check.holdings(checked.catalogs),
            *(open_work.counted(checked.atlas) if checked.atlas else ()),
        ):
            say(line)
        if checked.problems and checked.catalogs:
            say()
    show_problems(checked.problems, form)
    return FAILED if checked.problems else DONE


def run_open_work(options: Namespace) -> int:
    """Print what nobody has looked at yet."""
    checked = check.check(options.data, options.docs, terminal.tell)
    if not checked.atlas:
        show_problems(checked.problems)
        return FAILED
    if options.provider and options.provider not in checked.atlas.catalogs:
        known = ", ".join(checked.atlas.catalogs)
        say(f'there is no provider "{options.provider}". The providers are {known}.')
        return FAILED
    for line in open_work.told(checked.atlas, options.data.name, options.provider):
        say(line)
    return DONE


def run_read(options: Namespace) -> int:
    """Print how a document can be read."""
    document, _ = taken(options.file)
    said = _replies(options)
    doubts: tuple[str, ...] = ()
    result: Reading | None
    if options.like:
        folders, within = (options.data, options.docs), options.within
        fitted, doubts = read.like(document, folders, options.like, within=within, said=said)
        why, result = fitted.changes, fitted.reading
    elif options.reader:
        given = reader_of(options.reader)
        if options.within:
            given = {**given, "within": options.within}
        why, result = (f"as {options.reader} says",), reading.read(document, given)
    else:
        sniffed = _sniffed(document, options)
        why = sniffed.why if sniffed else ()
        result = sniffed.reading if sniffed else None
    if result and not options.like:
        result = replies.applied(document, result, said)
    is_guess = not (options.like or options.reader)
    for line in read.told(document, why, result, doubts, is_guess=is_guess):
        say(line)
    if options.like and result and result.is_whole:
        say()
        say(f"`add-revision {options.like} {options.file} --dry-run` says what it changes.")
    return DONE if result and result.is_whole and not doubts else FAILED


def run_add_revision(options: Namespace, today: date) -> int:
    """Add a document to a provider."""
    sides: tuple[Literal["after", "before"], ...] = ("after", "before")
    order = next(
        (Order(side, of) for side in sides if (of := getattr(options, side)) is not None), None
    )
    wish = Wish(
        options.provider,
        tuple(options.files),
        today,
        date=options.date,
        sources=tuple(options.source),
        licence=options.licence,
        dated_by=options.dated_by,
        languages=tuple(options.language),
        of=options.of,
        order=order,
        readers=tuple(options.reader),
        replied=_replies(options),
        within=tuple(options.within),
        ask=_ask(options),
    )
    return _planned(options, lambda data: add.plan(data, options.docs, wish))


def run_retract(options: Namespace) -> int:
    """Mark a revision as taken back by its provider."""
    wish = retract.Retraction(options.provider, options.revision, options.why, _ask(options))
    return _planned(options, lambda data: retract.plan(data, options.docs, wish))


def run_prune(options: Namespace) -> int:
    """Remove what was observed and does not count any more."""
    return _planned(options, lambda data: prune.plan(data, options.docs, options.provider))


def _ask(options: Namespace) -> Ask | None:
    """Return what asks of which step a note speaks, where somebody can be asked."""
    if options.dry_run or options.yes or not terminal.is_interactive():
        return None
    return _asked


def _asked(question: Question) -> int | None:
    """Ask of which step a note speaks that is about none as it stands."""
    note = question.note
    say(f"{note.code}: the note says of {note.before} to {note.after}: {note.kind.label.lower()}.")
    say(f"    {note.why or 'No reason is given.'}")
    for number, choice in enumerate(question.choices, start=1):
        before, after = choice.step
        say(f"  {number}: keep it for {before} to {after}")
        say(f"     {' / '.join(choice.old)} -> {' / '.join(choice.new)}")
    say("  c: keep it as a comment in notes.yml")
    answers = {str(number + 1): number for number in range(len(question.choices))}
    while (answer := terminal.ask("Which", "c").lower()) not in {*answers, "c"}:
        pass
    return answers.get(answer)


def run_new_provider(options: Namespace, today: date) -> int:
    """Make a provider of its first document; ask for what is not said, on a terminal."""
    ident = options.id
    try:
        provider.refuse_id(options.data, ident)
        given = reader_of(options.reader) if options.reader else None
        if given and options.within:
            given = {**given, "within": options.within}
        described = provider.describe(
            options.file, given, lambda document: _sniffed(document, options), _replies(options)
        )
    except RefusedError as error:
        say(str(error))
        return FAILED
    guess = ident.capitalize()
    name = _answer(options.name, "Short name, as before a code in a ticket", guess, options)
    product = _answer(options.product, "Product", f"{name} API", options)
    vendor = _answer(options.vendor, "Vendor, the company or project behind it", name, options)
    url = _answer(
        options.url, "Address of its own page of codes (https://…)", options.source or "", options
    )
    if not url:
        say(f"{options.file}: the provider's page is not known. Say it: --url https://…")
        return FAILED
    answers = provider.Answers(
        *(ident, options.file, today, name, product, vendor, url),
        about=options.about or "",
        example=_example(described, options),
        date=options.date,
        source=options.source or UNKNOWN,
        licence=options.licence,
        language=options.language,
    )
    return _planned(options, lambda data: provider.plan(data, options.docs, answers, described))


def _example(described: provider.Described, options: Namespace) -> str:
    """Ask for a body until it is one, or none is given; one that is an option is not asked again.

    Raises:
        ProblemsError: when the option is no body with a code.
    """
    question = "A failing body as JSON, in one line (empty where there is none)"
    while True:
        example = _answer(options.example, question, "", options)
        try:
            described.check(example)
        except ProblemsError as error:
            if options.example is not None:
                raise
            for problem in error.problems:
                say(f"{problem.what} {problem.do}")
        else:
            return example


def _sniffed(document: Document, options: Namespace) -> Sniffed | None:
    """Return how a document can be read, with what an option or somebody asked says of it."""
    if options.such_as and options.within:
        what = f"{sniff.SUCH_AS} and --in are both given."
        do = f"Give one of them: --in for source code, {sniff.SUCH_AS} for any other text."
        raise ProblemsError([Problem(document.file, 0, what, do)])
    if options.such_as:
        return by_example.sniffed(document, [Example(*one) for one in options.such_as])

    def guess(text: Document) -> Sniffed | None:
        return inside.sniffed(text, options.within) if options.within else sniff.sniff(text)

    given = options.macro
    sniffed = unknown_macros.sniffed(document, given, guess) if given else guess(document)
    if sniffed and options.message:
        sniffed = message_named.with_choices(document, sniffed, options.message)
    if not sniffed or not sniffed.choices:
        return sniffed
    asks = terminal.is_interactive() and not getattr(options, "yes", False)

    def choose(choice: Choice) -> str | None:
        given = next((one for one in choice.headings if one in options.message), None)
        return given or (_chosen(choice) if asks else None)

    return choices.decided(document, sniffed, choose)


def _replies(options: Namespace) -> replies.Replies:
    """Return what `--no-codes`, `--as-read`, `--as-meant` and `--listed` say of lines."""
    none, right, meant, bare = (
        frozenset[int]().union(*lines)
        for lines in (options.no_codes, options.as_read, options.as_meant, options.listed)
    )
    is_first = not hasattr(options, "provider") and not getattr(options, "like", None)
    return replies.Replies(none, right, meant, bare, is_first)


def _chosen(choice: Choice) -> str | None:
    """Ask which column has the messages; None where nobody wants to say."""
    say(f"line {choice.line}: which column is the message, what the API itself answers with?")
    pairs = zip(choice.headings, choice.samples, strict=True)
    for number, (heading, sample) in enumerate(pairs, start=1):
        say(f"  {number}: {heading}: {one_line(sample)}")
    answers = {str(number + 1): heading for number, heading in enumerate(choice.headings)}
    while (answer := terminal.ask("Which (empty for neither)")) not in {*answers, ""}:
        pass
    return answers.get(answer)


def _answer(given: str | None, question: str, default: str, options: Namespace) -> str:
    if given is not None or options.yes or not terminal.is_interactive():
        return given if given is not None else default
    return terminal.ask(question, default)


def _planned(options: Namespace, plan: Callable[[Path], Planned]) -> int:
    """Plan in a copy, show the plan, and write it if it is wanted."""
    data = options.data
    with staged.alone(data):
        copy: staged.Copy | None = None
        try:
            terminal.tell("copying the data")
            copy = staged.Copy(data)
            terminal.tell("reading and checking")
            planned = plan(copy.data)
            problems = _new_problems(planned, data, options.docs)
            files = copy.changed()
            for line in planned.lines:
                say(line)
            if not files:
                return DONE
            say(f"Writes {', '.join(f'{data.name}/{name}' for name in files)}.")
            status = _decided(options, planned.doubts, problems)
            if status == DONE and not options.dry_run:
                copy.commit()
                say("Written.")
                for line in planned.after:
                    say(line)
        except RefusedError as error:
            say(str(error))
            return FAILED
        except (KeyboardInterrupt, EOFError):
            staged.recover(data)
            say(f"\n{_stopped(data.name, is_new=copy is not None and copy.is_written)}")
            return FAILED
        else:
            return status
        finally:
            staged.recover(data)


def _stopped(name: str, *, is_new: bool) -> str:
    """Say what a folder holds after somebody has stopped a command."""
    if is_new:
        return f"Stopped, when all was written: {name}/ is new."
    return f"Stopped: nothing is written, {name}/ is as it was."


def _new_problems(planned: Planned, data: Path, docs: Path) -> list[Problem]:
    """Return what is wrong after a plan, and was not before."""
    if not planned.problems:
        return []
    known = {(one.file, one.what) for one in check.check(data, docs).problems}
    return [one for one in planned.problems if (one.file, one.what) not in known]


def _decided(options: Namespace, doubts: Sequence[str], problems: Sequence[Problem]) -> int:
    """Return `DONE` where the plan may be written."""
    for doubt in doubts:
        say(terminal.warning(f"Look twice: {doubt}", sys.stdout))
    if problems:
        say(terminal.warning("After that, `check` finds what was not there before:", sys.stdout))
        for problem in problems:
            say(f"  {problem}")
    if options.dry_run:
        say("Nothing is written: --dry-run.")
        return DONE
    doubtful = bool(doubts or problems)
    if options.yes:
        if doubtful and not options.anyway:
            say("Nothing is written, because of the above. --yes --anyway writes all the same.")
            return NOT_WRITTEN
        return DONE
    if not terminal.is_interactive():
        say("Nothing is written: nobody can be asked here. --yes writes without a question.")
        return NOT_WRITTEN
    if terminal.confirmed("Write this?"):
        return DONE
    say("Nothing is written.")
    return NOT_WRITTEN
