"""An invented provider, "orbit", whose data tests write, break and mend."""

from __future__ import annotations

import hashlib
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
PARTS = ("mkdocs.yml", "docs", "macros", "overrides")

PROVIDER = """\
name: Orbit
product: Orbit Docks
vendor: Orbit Works
aliases: [orbital]
about: Docks for ships that do not exist.
official:
  url: https://orbit.example/errors
code_sets:
  - id: api
    title: Error codes
    response:
      example: '{"code": 101, "text": "…"}'
      code: [code]
      message: [text]
      type: integer
      success: ["0"]
      success_means: code is 0.
    ranges:
      - {first: "100", last: "199", title: Docks, titled_by: atlas}
revisions:
"""

REVISION = """\
  - id: "ID"
    file: FILE
    date: "ID"
    dated_by: Invented.
    added: "2026-11-22"
    source: unknown
    licence: none stated
    sha256: SHA256
    reader:
      format: markdown
      tables:
        - code_set: api
          columns: [Code, Meaning]
          code: Code
          message: Meaning
          pattern: "PATTERN"
"""

DOCUMENT = """\
# Errors

| Code | Meaning |
|---|---|
| 0 | Docked |
| 101 | Dock is busy |
| -101 | Dock is closed |
"""


def write(
    folder: Path,
    *documents: str,
    ident: str = "orbit",
    provider: str = PROVIDER,
    revision: str = REVISION,
    pattern: str = "-?[0-9]+",
) -> Path:
    """Write a provider's folder into `folder/data`, with a revision for each Markdown document.

    Returns:
        the folder `data`.
    """
    orbit = folder / "data" / ident
    orbit.mkdir(parents=True, exist_ok=True)
    text = provider
    for year, document in enumerate(documents or (DOCUMENT,), start=2021):
        day = f"{year}-01-01"
        content = document.encode()
        (orbit / f"{day}.md").write_bytes(content)
        digest = hashlib.sha256(content).hexdigest()
        text += (
            revision.replace("ID", day)
            .replace("FILE", f"{day}.md")
            .replace("SHA256", digest)
            .replace("PATTERN", pattern)
        )
    (orbit / "provider.yml").write_text(text, encoding="utf-8")
    return folder / "data"


def link_project(folder: Path) -> None:
    """Give `folder` the project's own files, so that MkDocs can build its data there."""
    for part in PARTS:
        (folder / part).symlink_to(PROJECT / part)
