"""The maintainer's commands: `python -m macros check` and `python -m macros schema`.

`check` reads all data and prints what it holds; at its end stand the changes that nobody has
reviewed yet, ready to paste into `notes.yml`, and the codes that have no condition yet, ready to
paste into `conditions.yml`.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from macros.catalog import load as catalog
from macros.errors import ProblemsError
from macros.review import conditions, notes
from macros.review import load as review
from macros.sources.provider import Provider

_PROJECT = Path(__file__).resolve().parent.parent


def schemas() -> dict[str, str]:
    """Return the JSON Schemas of `provider.yml` and `notes.yml`, for editors, by file name."""
    models = {
        "provider.schema.json": Provider.editor_schema(),
        "notes.schema.json": notes.Notes.model_json_schema(),
        "conditions.schema.json": conditions.ConditionsFile.model_json_schema(),
    }
    return {
        name: json.dumps(model, indent=2, ensure_ascii=False) + "\n"
        for name, model in models.items()
    }


def main() -> int:
    """Run one command; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m macros")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="read and check all providers, print what they hold")
    check.add_argument("data", nargs="?", type=Path, default=_PROJECT / "data")
    commands.add_parser("schema", help="write data/*.schema.json from the models")
    arguments = parser.parse_args()
    if arguments.command == "schema":
        for name, content in schemas().items():
            (_PROJECT / "data" / name).write_text(content, encoding="utf-8")
        return 0
    return _check(arguments.data)


def _check(data: Path) -> int:
    try:
        atlas = catalog.load(data)
        reviews = review.load(data, atlas)
    except ProblemsError as error:
        print(error, file=sys.stderr)
        return 1
    for one in atlas.catalogs.values():
        for code_set in one.provider.code_sets:
            listed = one.of(code_set)
            print(f"{one.provider.product}, {code_set.title}: {len(listed)} codes")
            for revision in one.provider.revisions:
                rows = [row for code in listed for row in code.rows(revision)]
                print(f"  {revision.id}: {len(rows)} rows, {one.listed(code_set, revision)} codes")
    for provider_id, reviewed in reviews.items():
        if drafts := [notes.draft(change) for change in reviewed.unreviewed]:
            print(f"\nNobody has reviewed these yet. Add them to data/{provider_id}/notes.yml:")
            print("\n".join(["changes:", *drafts]))
    try:
        conditions.load(data, atlas)
    except ProblemsError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
