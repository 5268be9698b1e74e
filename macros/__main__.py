"""The maintainer's commands: `python -m macros check`, and those that write files.

`check` reads all data and prints what it holds, the changes that nobody has reviewed yet, ready to
paste into `notes.yml`, and what is wrong. `read`, `add-revision` and `new-provider` take in
documents, and `watch` tells when there are new ones; what they do stands in `maintain/`, and here
which options they have.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from macros import addresses, atlas
from macros.errors import ProblemsError
from macros.maintain import replies, run, sniff, staged
from macros.maintain.offline import run_offline
from macros.maintain.watch.command import run_watch
from macros.maintain.write import run_write
from macros.publish import pages, published
from macros.sources import manual
from macros.sources.conditions import ConditionsFile
from macros.sources.notes import Notes
from macros.sources.observations import Observations
from macros.sources.others import OthersFile
from macros.sources.provider import Provider
from macros.sources.synonyms import SynonymsFile

if TYPE_CHECKING:
    from collections.abc import Sequence

    Options = argparse._MutuallyExclusiveGroup  # noqa: SLF001 - as below
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - it has no other name

_PROJECT = Path(__file__).resolve().parent.parent


def written() -> dict[str, str]:
    """Return the files that are made from the code, by their paths in the project.

    These are the JSON Schemas of the YAML files, for editors, the manual's tables of their keys,
    and the addresses of the site, for the scripts of its pages.
    """
    schemas = {
        "provider": Provider.editor_schema(),
        "notes": Notes.model_json_schema(),
        "observations": Observations.model_json_schema(),
        "conditions": ConditionsFile.model_json_schema(),
        "others": OthersFile.model_json_schema(),
        "synonyms": SynonymsFile.model_json_schema(),
    }
    files = {
        f"data/{name}.schema.json": json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
        for name, schema in schemas.items()
    }
    return {
        **files,
        "data/README.md": manual.filled((_PROJECT / "data/README.md").read_text(encoding="utf-8")),
        "docs/assets/shared/addresses.js": addresses.script(),
    }


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status."""
    options = _parser().parse_args(words)
    try:
        if options.command != "schema" and staged.is_left_over(options.data):
            with staged.alone(options.data):
                pass  # it brings to an end what a command before began
        return int(options.run(options))
    except ProblemsError as error:
        run.show_problems(error.problems)
        return 1
    except BrokenPipeError:
        # Whoever reads has had enough, such as `head`; nothing is left to be flushed at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except (KeyboardInterrupt, EOFError):
        # What edits `data/` says itself what it holds, once there is something to write.
        more = ": nothing is written." if hasattr(options, "dry_run") else "."
        print(f"\nStopped{more}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m macros")
    commands = parser.add_subparsers(dest="command", required=True)
    where = argparse.ArgumentParser(add_help=False)
    where.add_argument("data", nargs="?", type=_folder, default=_PROJECT / "data")
    where.add_argument("docs", nargs="?", type=_folder, default=_PROJECT / "docs")
    folders = argparse.ArgumentParser(add_help=False)
    folders.add_argument("--data", type=_folder, default=_PROJECT / "data", help="the folder data/")
    folders.add_argument("--docs", type=_folder, default=_PROJECT / "docs", help="the folder docs/")

    check = commands.add_parser(
        "check", parents=[where], help="read and check all providers, print what they hold"
    )
    check.add_argument("--format", choices=("text", "json", "github"), default="text")
    check.set_defaults(run=lambda given: run.run_check(given.data, given.docs, given.format))
    listed = commands.add_parser(
        "published", parents=[where], help="add what is new to the lists of published addresses"
    )
    listed.set_defaults(run=lambda given: _publish(given.data, given.docs))
    schema = commands.add_parser("schema", help="write the files that are made from the code")
    schema.set_defaults(run=lambda _: _write_made())

    open_work = commands.add_parser(
        "open-work", parents=[folders], help="print what nobody has looked at yet, the worst first"
    )
    open_work.add_argument("provider", nargs="?", help="the one provider to print it of")
    open_work.set_defaults(run=run.run_open_work)

    write = commands.add_parser(
        "write", parents=[folders], help="write the site without MkDocs, in a bare frame"
    )
    write.add_argument(
        "folder", nargs="?", type=Path, help="where to: an empty folder or a new one"
    )
    write.add_argument("--url", default="", help="the address that it will have")
    write.add_argument(
        "--search-documents",
        type=Path,
        metavar="FILE",
        help="write what a search engine loads, a JSON object for each code in a line",
    )
    write.set_defaults(run=run_write)

    copy = commands.add_parser(
        "offline",
        parents=[folders],
        help="write archives of a built site, for a disk and for Dash or Zeal",
    )
    copy.add_argument("site", type=_folder, help="the folder of the built site")
    copy.add_argument("folder", type=Path, help="where to")
    copy.set_defaults(run=run_offline)

    read = commands.add_parser(
        "read", parents=[folders], help="say how a document can be read, and write its reader"
    )
    read.add_argument("file", type=Path, help="the document, wherever it lies")
    begin = read.add_mutually_exclusive_group()
    begin.add_argument(
        "--like", metavar="PROVIDER", help="begin with this provider's newest reader"
    )
    begin.add_argument("--reader", type=Path, metavar="FILE", help="a file with its reader: block")
    _add_such_as(begin)
    _add_message(read)
    read.set_defaults(run=run.run_read)

    _add_revision(commands, folders)
    _retract(commands, folders)
    _prune(commands, folders)

    look = commands.add_parser(
        "watch",
        parents=[folders],
        help="compare what providers publish now with the newest revisions",
        description="Compare what providers publish now with the newest revisions: exit status 0"
        " where codes and texts are the same, 3 where some differ, 1 where that is not known.",
    )
    look.add_argument("providers", nargs="*", metavar="PROVIDER", help="by id; all by default")
    look.add_argument("--save", type=Path, metavar="DIR", help="keep what is not held, in DIR")
    look.add_argument(
        "--record", action="store_true", help="write what came of it into data/, for pages to say"
    )
    look.add_argument("--format", choices=("text", "json", "github"), default="text")
    look.set_defaults(run=lambda given: run_watch(given, _today()))

    _new_provider(commands, folders)
    return parser


def _new_provider(commands: Commands, folders: argparse.ArgumentParser) -> None:
    new = commands.add_parser(
        "new-provider", parents=[folders], help="make a provider of its first document"
    )
    new.add_argument("id", help="its id, in every address for ever: small letters and digits")
    new.add_argument("file", type=Path, help="the document, wherever it lies")
    _add_document(new)
    new.add_argument("--source", metavar="URL", help="where it was published")
    known = new.add_mutually_exclusive_group()
    known.add_argument("--reader", type=Path, metavar="FILE", help="a file with its reader: block")
    _add_such_as(known)
    new.add_argument("--language", metavar="L", help="its language, such as en or ko")
    _add_message(new)
    for name, says in {
        "name": "the short name, as before a code in a ticket",
        "product": "the product whose API it is",
        "vendor": "the company or project behind it",
        "url": "its own current page of codes",
        "about": "a sentence on what the product is",
        "example": "a failing body, as JSON",
    }.items():
        new.add_argument(f"--{name}", metavar="TEXT", help=says)
    new.set_defaults(run=lambda given: run.run_new_provider(given, _today()))


def _add_revision(commands: Commands, folders: argparse.ArgumentParser) -> None:
    add = commands.add_parser(
        "add-revision", parents=[folders], help="take in a provider's next document"
    )
    add.add_argument("provider", help="the provider's id, its folder in data/")
    add.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="the document, wherever it lies; several for a revision of several",
    )
    _add_document(add)
    add.add_argument(
        "--source",
        metavar="URL",
        action="append",
        default=[],
        help="where it was published; once for all documents, or once for each",
    )
    add.add_argument(
        "--reader",
        type=Path,
        metavar="FILE",
        action="append",
        default=[],
        help="a file with its reader: block; once for all documents, or once for each",
    )
    _add_replies(add)
    add.add_argument("--dated-by", metavar="TEXT", help="how its day is known")
    add.add_argument(
        "--language",
        metavar="L",
        action="append",
        default=[],
        help="its language, such as en or ko; once for all documents, or once for each",
    )
    add.add_argument(
        "--of", metavar="REVISION", help="add it to a revision: a part, or in another language"
    )
    place = add.add_mutually_exclusive_group()
    place.add_argument("--after", metavar="REVISION", help="the revision that came before it")
    place.add_argument("--before", metavar="REVISION", help="the revision that came after it")
    add.set_defaults(run=lambda given: run.run_add_revision(given, _today()))


def _retract(commands: Commands, folders: argparse.ArgumentParser) -> None:
    take_back = commands.add_parser(
        "retract", parents=[folders], help="mark a revision that the provider took back"
    )
    take_back.add_argument("provider", help="the provider's id, its folder in data/")
    take_back.add_argument("revision", help="the revision's id")
    take_back.add_argument(
        "--why", required=True, metavar="TEXT", help="why, and how that is known"
    )
    _add_writing(take_back)
    take_back.set_defaults(run=run.run_retract)


def _prune(commands: Commands, folders: argparse.ArgumentParser) -> None:
    remove = commands.add_parser(
        "prune",
        parents=[folders],
        help="remove from observations.yml what documents have overtaken",
    )
    remove.add_argument("provider", help="the provider's id, its folder in data/")
    _add_writing(remove)
    remove.set_defaults(run=run.run_prune)


def _add_such_as(command: Options) -> None:
    command.add_argument(
        sniff.SUCH_AS,
        nargs=2,
        action="append",
        default=[],
        metavar=("CODE", "TEXT"),
        help="a code with its whole text as the document has them, where it is not read so; once"
        " for each form that they have",
    )


def _add_message(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--message",
        metavar="HEADING",
        action="append",
        default=[],
        help="the column with the messages, where several can have them; once for each table",
    )
    command.add_argument(
        "--macro",
        metavar="DEFINITION",
        action="append",
        default=[],
        help="a macro around numbers that a header uses and another one defines, such as"
        ' "MAKE_ERR(a, b) ((a << 16) | b)"',
    )
    _add_replies(command)


def _add_replies(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--in",
        dest="within",
        metavar="NAME",
        action="append",
        default=[],
        help="the class, enum or other block of source code that alone lists codes, or what the"
        " names of its constants begin with, such as QUAY_ERR_",
    )
    for option, says in {
        "--no-codes": "what is asked about on these lines lists no codes; as in 14,151-153",
        "--as-read": "what is doubted on these lines is right as it is read",
        "--as-meant": "what is asked about on these lines is what the question says",
        "--listed": "the codes on these lines have no text, and are listed without one",
    }.items():
        command.add_argument(
            option, metavar="LINES", type=replies.lines, action="append", default=[], help=says
        )


def _add_document(command: argparse.ArgumentParser) -> None:
    """Add what both commands that take in a document know."""
    command.add_argument("--date", metavar="DAY", help="its day, 2026-01-31, or unknown")
    command.add_argument("--licence", metavar="TEXT", help="its licence, where it states one")
    _add_writing(command)


def _add_writing(command: argparse.ArgumentParser) -> None:
    """Add what all commands know that write into `data/`."""
    command.add_argument("--dry-run", action="store_true", help="say what it would change alone")
    command.add_argument("--yes", action="store_true", help="write without a question")
    command.add_argument("--anyway", action="store_true", help="with --yes: write despite doubts")


def _today() -> date:
    return datetime.now(tz=UTC).date()


def _folder(name: str) -> Path:
    if not Path(name).is_dir():
        raise argparse.ArgumentTypeError(f'there is no folder "{name}".')
    return Path(name)


def _publish(data: Path, docs: Path) -> int:
    published.write(atlas.load(data, pages.written(docs)), data, docs)
    return 0


def _write_made() -> int:
    for path, content in written().items():
        (_PROJECT / path).write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    # Hundreds of thousands of rows and words stay until the end: to look through them again and
    # again for some that could go takes a fifth of the time.
    gc.set_threshold(50_000, 20, 50)
    sys.exit(main())
