"""The real index of the search in a folder of its own, for Node.

Run as a program it writes one, and has Node run the script that is named: the tests need no site.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

PROJECT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(PROJECT))

from macros import addresses, hooks, texts  # noqa: E402 - the same
from macros import atlas as whole  # noqa: E402 - needs the path
from macros.publish import answer, search_index, wording  # noqa: E402 - the same
from macros.publish.entry import entry_of  # noqa: E402 - the same

if TYPE_CHECKING:
    from macros.atlas import Atlas
    from macros.catalog.model import Code
    from macros.publish.entry import Entry

# What MkDocs would write of hand-written pages; a browser test asks the real ones.
PAGES = [
    {
        "location": "sources/",
        "title": "Sources",
        "text": "<p>Every document, <em>as it is</em></p>",
    },
    {"location": "programs/", "title": "For <code>programs</code>", "text": "JSON and Markdown"},
    {"location": "programs/#urls", "title": "Addresses", "text": "Each code has an address"},
]

# Texts whose number both sides of the index must agree on, beside the real messages and any others.
STRANGE = [
    "",
    "\uff26\uff55\uff4c\uff4c\u3000\uff57\uff49\uff44\uff54\uff48 \u2460 \u00bd \ufb01",
    "\u0130stanbul \u1e9e \u01c5 \u017f \u212a",
    "e\u0301 \u1e9b\u0323 \uac00\u11a8",
    "snake_case__name_ camelCase a1B2 _x",
    "\u0661\u0662\u0663 \u56db \u216b",
    "tabs\tand\nlines\u00a0\u3000",
    "\U0001f600 \U00010400 \U0001d7d8",
    "!\"#$%&'()*+,-./:;<=>?@[]^`{|}~",
]


def write(folder: Path, atlas: Atlas) -> None:
    """Write the files of the search as a site has them, and what the tests know as `facts.json`."""
    files = dict(search_index.files(atlas))
    files[addresses.SEARCH_PAGES()] = json.dumps({"docs": PAGES})
    files[addresses.SEARCH_LIBRARY()] = hooks.LUNR.read_text(encoding="utf-8")
    for address, content in files.items():
        file = folder / address
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    (folder / "facts.json").write_text(json.dumps(_facts(atlas)), encoding="utf-8")


def node(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Node with the index in a folder; return what it printed."""
    return subprocess.run(
        [Path(sys.executable).parent / "node", *arguments],
        cwd=PROJECT,
        env={**os.environ, "ATLAS_INDEX": str(folder)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def _facts(atlas: Atlas) -> dict[str, Any]:
    codes = atlas.codes
    messages = [message for code in codes for message in code.meanings]
    strings = [*STRANGE, *_any_texts(), *messages]
    return {
        "codes": [_code(code, entry_of(atlas, code)) for code in codes],
        "hashes": {
            text: search_index.words_hash(search_index.plain_words(text)) for text in strings
        },
        "words": {text: texts.words(text) for text in messages},
    }


def _code(code: Code, entry: Entry) -> dict[str, Any]:
    provider = code.provider
    names = ("id", "name", "product", "vendor", "aliases")
    return {
        "code": code.code,
        "url": code.url,
        "messages": code.meanings,
        "sent": code.sent,
        "dropped": code.dropped,
        "ticket": {
            "plain": wording.plain(code),
            "says": answer.ticket(entry.verdict, several=len(entry.meanings) > 1),
        },
        "provider": {name: getattr(provider, name) for name in names},
        "codeSet": code.code_set.id,
        "key": code.code_set.response.code[0].split(".")[-1],
    }


def _any_texts() -> list[str]:
    """Return texts of characters of all kinds, the same in every run."""
    choose = random.Random(0)  # noqa: S311 - nothing secret
    assigned = [
        chr(point)
        for point in range(sys.maxunicode + 1)
        if unicodedata.category(chr(point)) not in {"Cn", "Co", "Cs"}
    ]
    return ["".join(choose.choices(assigned, k=choose.randint(1, 30))) for _ in range(500)]


def main() -> int:
    """Write the index, run Node, print what it says."""
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), whole.load(PROJECT / "data"))
        ran = node(Path(name), *sys.argv[1:])
    sys.stdout.write(ran.stdout)
    sys.stderr.write(ran.stderr)
    return ran.returncode


if __name__ == "__main__":
    sys.exit(main())
