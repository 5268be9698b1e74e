"""The maintainer's commands: `python -m macros check`, and two that write files.

`check` reads all data and prints what it holds; at its end stand the changes that nobody has
reviewed yet, ready to paste into `notes.yml`, and the codes that have no condition yet, ready to
paste into `conditions.yml`.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros import addresses, atlas
from macros.atlas import Atlas
from macros.catalog import load as catalog
from macros.errors import ProblemsError
from macros.publish import pages, published
from macros.review import conditions, notes, others, synonyms
from macros.review import load as review
from macros.sources import manual
from macros.sources.conditions import ConditionsFile
from macros.sources.notes import Notes
from macros.sources.observations import Observations
from macros.sources.others import OthersFile
from macros.sources.provider import Provider
from macros.sources.synonyms import SynonymsFile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.catalog.model import Catalog
    from macros.review.model import Review

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


def main() -> int:
    """Run one command; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m macros")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, says in {
        "check": "read and check all providers, print what they hold",
        "published": "add what is new to the lists of published addresses",
    }.items():
        command = commands.add_parser(name, help=says)
        command.add_argument("data", nargs="?", type=_folder, default=_PROJECT / "data")
        command.add_argument("docs", nargs="?", type=_folder, default=_PROJECT / "docs")
    commands.add_parser("schema", help="write the files that are made from the code")
    arguments = parser.parse_args()
    try:
        if arguments.command == "schema":
            for path, content in written().items():
                (_PROJECT / path).write_text(content, encoding="utf-8")
        elif arguments.command == "published":
            _publish(arguments.data, arguments.docs)
        else:
            _check(arguments.data, arguments.docs)
    except ProblemsError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _folder(name: str) -> Path:
    if not Path(name).is_dir():
        raise argparse.ArgumentTypeError(f'there is no folder "{name}".')
    return Path(name)


def _publish(data: Path, docs: Path) -> None:
    published.write(atlas.load(data, pages.written(docs)), data, docs)


def _check(data: Path, docs: Path) -> None:
    catalogs = catalog.load(data, pages.written(docs))
    reviews = review.load(data, catalogs)
    _print_counts(catalogs)
    _print_unreviewed(reviews)
    found = conditions.load(data, catalogs, reviews)
    whole = Atlas(
        *(catalogs, reviews, found),
        others.load(data, catalogs),
        synonyms.load(data, catalogs, found),
    )
    contradictions = notes.contradictions(reviews.values(), found)
    if broken := [*contradictions, *published.problems(whole, data, docs)]:
        raise ProblemsError(broken)


def _print_counts(catalogs: Mapping[str, Catalog]) -> None:
    for held in catalogs.values():
        for code_set in held.provider.code_sets:
            listed = [code for code in held.documented if code.code_set is code_set]
            observed = [code for code in held.observed if code.code_set is code_set]
            more = f", {len(observed)} observed beyond" if observed else ""
            print(f"{held.provider.product}, {code_set.title}: {len(listed)} codes{more}")
            for revision in held.provider.revisions:
                rows = sum(len(code.rows(revision)) for code in listed)
                print(f"  {revision.id}: {rows} rows, {held.listed(code_set, revision)} codes")


def _print_unreviewed(reviews: Mapping[str, Review]) -> None:
    for provider_id, reviewed in reviews.items():
        if drafts := [notes.draft(change) for change in reviewed.unreviewed]:
            print(f"\nNobody has reviewed these yet. Add them to data/{provider_id}/notes.yml:")
            print("\n".join(["changes:", *drafts]))


if __name__ == "__main__":
    sys.exit(main())
