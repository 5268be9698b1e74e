"""An invented provider, "orbit", whose data tests write, break and mend."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from macros import atlas as whole
from macros.catalog import load as catalog
from macros.errors import ProblemsError

if TYPE_CHECKING:
    from macros.atlas import Atlas

PROJECT = Path(__file__).resolve().parent.parent
PASTING = "# Pasting\n\n<script>planted()</script>\n"
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


FAMILIES = """\
families:
  - {id: docks, title: Docks}
conditions:
"""
BUSY = """\
  - id: busy
    family: docks
    title: Busy
    says: Somebody else is there.
    synonyms: [taken]
    rpc: UNAVAILABLE
    http: 503
    retry: later-with-backoff
    wait: seconds
    why: It becomes free.
    acts: caller
    for_user: Please wait.
"""
UNREVIEWED = """\
  - id: unreviewed
    family: docks
    title: Not reviewed
    says: Nobody has classified what the provider says now.
    synonyms: []
    rpc: UNKNOWN
    http: 500
    retry: check-first
    why: "Read the message: nobody has said yet whether the request can be sent again."
    acts: caller
    for_user: Something went wrong. Please check before you try again.
"""
CONDITIONS = FAMILIES + BUSY + UNREVIEWED


def write(
    folder: Path,
    *documents: str,
    ident: str = "orbit",
    provider: str = PROVIDER,
    revision: str = REVISION,
    pattern: str = "-?[0-9]+",
) -> Path:
    """Write a provider's folder into `folder/data`, with a revision for each Markdown document.

    Every code of every provider there is gets the same condition.

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
    classify(folder / "data")
    return folder / "data"


PLANETS = ("ceres", "earth", "jupiter", "mars", "mercury", "neptune", "saturn", "venus")
TABLE = "| Code | Meaning |\n|---|---|\n"
HURTFUL = (
    TABLE
    + r"""| 0 | {{ 1 + 1 }} {% raw %} {# no #} |
| 101 | &lt;script>alert(1)&lt;/script> &lt;/td> &amp;amp; \*a\* \_b\_ \`c\` \| d |
| 102 | مشغول &lt;!-- "e" 'f' \[^1] --8&lt;-- |
"""
)

# What is known beyond the document, in words as hurtful; 900 stands in no document.
HURTFUL_OBSERVATIONS = """\
sources:
  - id: page
    url: https://orbit.example/next?a=%22&b='{{c}}'
    kind: provider
    title: The next page & "more"
    date: "2026-01-01"
    seen: "2026-11-26"
codes:
  api:
    "101":
      causes:
        - why: "<img src=x onerror=alert(1)> {{ 1 + 1 }} *a*"
          tell: "</li></ol> {% raw %}"
          do: "`b` [^1] | c"
          acts: caller
          sources: [page]
      differs:
        - {text: "</div><script>alert(2)</script>", condition: busy, sources: [page]}
    "900":
      says: {text: "</p><script>alert(3)</script> {{ 2 }}", product: Docks, sources: [page]}
      messages:
        - {text: "</code><b>{name}</b> &amp; [c](d)", sources: [page]}
"""


def large() -> dict[int, str]:
    """Return 1,000 codes with their messages."""
    return {code: f"Dock {code % 97} is busy" for code in range(1000, 2000)}


def write_many(folder: Path) -> None:
    """Write ten providers: eight planets, one with 1,000 codes, one with hurtful words."""
    ships = "".join(
        f"| {code} | The dock of ship {code} is occupied |\n" for code in range(200, 206)
    )
    rows = "".join(f"| {code} | {message} |\n" for code, message in large().items())
    documents = {
        **dict.fromkeys(PLANETS, DOCUMENT + ships),
        "hurtful": HURTFUL,
        "large": TABLE + rows,
    }
    for ident, document in documents.items():
        provider = PROVIDER.replace("orbital", f"{ident}-port").replace("Orbit", ident.title())
        if ident == "large":
            provider = provider.replace('first: "100"', 'first: "1000"')
            provider = provider.replace('last: "199"', 'last: "1999"')
        write(folder, document, ident=ident, provider=provider)
    file = folder / "data" / "hurtful" / "observations.yml"
    file.write_text(HURTFUL_OBSERVATIONS, encoding="utf-8")
    classify(folder / "data")


def classify(data: Path) -> None:
    """Give all codes the same condition; do nothing while the data is meant to be bad."""
    try:
        catalogs = catalog.load(data)
    except ProblemsError:
        return
    lines = [
        line
        for ident, shown in catalogs.items()
        for line in (f"  {ident}:", *(f'    "{code.anchor}": busy' for code in shown.codes))
    ]
    reviewed = [f'  {ident}: "{shown.provider.latest.id}"' for ident, shown in catalogs.items()]
    written = [CONDITIONS.rstrip("\n"), "reviewed:", *reviewed, "codes:", *lines]
    (data / "conditions.yml").write_text("\n".join(written) + "\n", encoding="utf-8")


def atlas(folder: Path, *documents: str, provider: str = PROVIDER) -> Atlas:
    """Return the atlas of the invented provider with a revision for each document."""
    return whole.load(write(folder, *documents, provider=provider))


def link_project(folder: Path) -> None:
    """Give `folder` the project's own files, so that MkDocs can build its data there.

    One hand-written page names codes of the real providers, which are not there; in its place is
    one with a script of its own.
    """
    for part in PARTS:
        if part != "docs":
            (folder / part).symlink_to(PROJECT / part)
    (folder / "docs").mkdir()
    for entry in (PROJECT / "docs").iterdir():
        if entry.name != "pasting.md":
            (folder / "docs" / entry.name).symlink_to(entry)
    (folder / "docs" / "pasting.md").write_text(PASTING, encoding="utf-8")
