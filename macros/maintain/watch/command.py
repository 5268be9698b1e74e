"""`watch` run: options -> what is printed, saved and recorded, and the exit status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.catalog import load as catalog
from macros.errors import Problem, ProblemsError
from macros.maintain import staged, terminal
from macros.maintain.run import say
from macros.maintain.watch import report
from macros.maintain.watch.comparison import Comparison, exit_status
from macros.publish import pages
from macros.sources import compared

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from macros.catalog.catalog import Catalog
    from macros.maintain.watch.seen import Seen


def run_watch(options: Namespace, today: date) -> int:
    """Compare what providers publish now with what is held; write what is asked for."""
    data, folder = options.data, options.save
    _refuse_data(data, folder)
    held = catalog.load(data, pages.written(options.docs))
    _refuse_strangers(data, held, options.providers)
    everything: list[Seen] = []
    for ident in options.providers or held:
        terminal.tell(f"looking at what is published of {ident}")
        named = folder.as_posix() if folder else "DIR"
        seen = list(Comparison(data, held[ident].provider, today, named).seen())
        everything += seen
        if folder:
            report.save(seen, folder)
        told = [line for one in seen for line in report.text(one, saved=bool(folder))]
        if options.record:
            told += [f"  {_recorded(data, ident, report.record(seen, today))}"]
        if options.format == "text":
            for line in told:
                say(line)
    if options.format == "json":
        say(report.as_json(everything, today, saved=bool(folder)))
    elif options.format == "github":
        say(report.as_github(everything, saved=bool(folder)))
    return exit_status(everything)


def _refuse_data(data: Path, folder: Path | None) -> None:
    if folder and data.resolve() in {folder.resolve(), *folder.resolve().parents}:
        what = "this folder is in data/, where documents stand that are taken in."
        raise ProblemsError([Problem(f"--save {folder}", 0, what, "Name another folder.")])


def _refuse_strangers(data: Path, held: Mapping[str, Catalog], named: list[str]) -> None:
    if strangers := [ident for ident in named if ident not in held]:
        what = f'there is no provider "{strangers[0]}".'
        do = f"The providers are {', '.join(held)}."
        raise ProblemsError([Problem(data.name, 0, what, do)])


def _recorded(data: Path, ident: str, text: str | None) -> str:
    """Write what is recorded of a provider, as a whole or not at all; say whether it is."""
    name = f"{data.name}/{ident}/{compared.FILE}"
    if text is None:
        return f"{name} stays as it is: not all documents of {ident} were compared."
    path = data / ident / compared.FILE
    draft = path.with_name(f".{path.name}.draft")
    with staged.alone(data):
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    return f"Recorded in {name}; commit it."
