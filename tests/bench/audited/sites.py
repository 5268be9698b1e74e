"""The two sites: ours as it is published, and a stock Material site with the same on its pages."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import build

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.atlas import Atlas

PROJECT = Path(__file__).resolve().parents[3]
URL = "https://atlas.example/"

_ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
# What a page in Markdown would not have: scripts and forms, and what styles and scripts look for.
_OURS = re.compile(
    r"<(script|form|svg)\b.*?</\1>|\s(?:class|data-[\w-]+|hidden)(?:=\"[^\"]*\")?(?=[\s>])",
    re.DOTALL,
)
_BLANK = re.compile(r"\n\s*\n")

# A host compresses what it serves; this is what one does that compresses while it answers.
COMPRESS = """
    const { brotliCompressSync, constants } = require("zlib")
    const fs = require("fs")
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
    for (const path of fs.readFileSync(0, "utf8").split("\\n"))
        fs.writeFileSync(`${path}.br`, brotliCompressSync(fs.readFileSync(path), options))
"""


def ours(folder: Path) -> None:
    """Build our site into a folder."""
    _build(PROJECT, folder)


def stock(atlas: Atlas, pages: Iterable[str], site: Path, project: Path, folder: Path) -> None:
    """Build a stock site with a page for each code, and with what some pages of ours show.

    Args:
        atlas: the codes.
        pages: the addresses of pages of ours.
        site: our site.
        project: where the pages are written as Markdown.
        folder: where the stock site is built.
    """
    build.write_plain(project, atlas)
    for address in pages:
        page = (site / address / "index.html").read_text(encoding="utf-8")
        (article,) = _ARTICLE.findall(page)
        file = project / "docs" / address / "index.md"
        if address.count("/") < 2:  # a code's page is there, as a person would write it
            file.parent.mkdir(parents=True, exist_ok=True)
            plain = _BLANK.sub("\n", _OURS.sub("", article))
            file.write_text(f"# Page\n\n<div>{plain}</div>\n", encoding="utf-8")
    _build(project, folder)


def _build(project: Path, folder: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": URL}
    subprocess.run(command, cwd=project, env=environment, check=True)


def compress(site: Path) -> None:
    """Put a compressed file beside each file of a site that a browser fetches, as `*.br`."""
    ends = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"}
    files = [
        str(path) for path in site.rglob("*") if path.suffix in ends and "/api/" not in str(path)
    ]
    node = Path(sys.executable).parent / "node"
    subprocess.run([str(node), "-e", COMPRESS], input="\n".join(files), text=True, check=True)
