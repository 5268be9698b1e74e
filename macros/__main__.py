"""The maintainer's commands: `python -m macros check` and `python -m macros schema`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from macros import catalog
from macros.errors import ProblemsError
from macros.provider import Provider

_PROJECT = Path(__file__).resolve().parent.parent


def schema() -> str:
    """Return the JSON Schema of `provider.yml`, for editors."""
    return json.dumps(Provider.editor_schema(), indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    """Run one command; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m macros")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="read and check all providers, print what they hold")
    check.add_argument("data", nargs="?", type=Path, default=_PROJECT / "data")
    commands.add_parser("schema", help="write data/provider.schema.json from the model")
    arguments = parser.parse_args()
    if arguments.command == "schema":
        (_PROJECT / "data" / "provider.schema.json").write_text(schema(), encoding="utf-8")
        return 0
    return _check(arguments.data)


def _check(data: Path) -> int:
    try:
        atlas = catalog.load(data)
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
    return 0


if __name__ == "__main__":
    sys.exit(main())
