"""`licences.txt`: whose work the theme's script, styles and icons are, and on which terms.

The texts are those of the installed packages. What is in the theme's script says its source map,
with the notices that a minifier takes out.
"""

from __future__ import annotations

import json
import re
from importlib import metadata
from pathlib import Path

# Of packages without a notice in their code.
_NOTICES = {
    "rxjs": "RxJS. Copyright (c) 2015-2018 Google, Inc., Netflix, Inc., Microsoft Corp. and "
    "contributors. Licensed under the Apache License, Version 2.0.",
    "focus-visible": "focus-visible. Copyright (c) 2018 W3C (MIT, ERCIM, Keio, Beihang). This "
    "software includes material copied from or derived from the polyfill of the WICG: "
    "https://github.com/WICG/focus-visible. W3C Software and Document Licence: "
    "https://www.w3.org/copyright/software-license/",
}
_PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_EDGES = re.compile(r"^[ \t]*/?\*+!?/?[ \t]?|\*+/$", re.MULTILINE)


def file(source_map: str) -> str:
    """Return the file.

    Args:
        source_map: the one of the theme's script.

    Raises:
        LookupError: when an installed package has no licence in it.
    """
    parts = [
        "The theme of this site is Material for MkDocs.",
        _installed("mkdocs-material", "licenses/LICENSE"),
        "In its script are parts by others. The terms of those under the MIT licence are as above.",
        *(notice for _, notice in sorted(notices(source_map).items())),
        "Icons are from this collection.",
        _installed("mkdocs-material", "material/templates/.icons/material/LICENSE"),
        "The Apache License, Version 2.0, is this.",
        _installed("requests", "licenses/LICENSE"),
    ]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def notices(source_map: str) -> dict[str, str]:
    """Return the notice of each package that is in a script, empty where none is known, by name."""
    read = json.loads(source_map)
    found: dict[str, str] = {}
    for path, text in zip(read["sources"], read["sourcesContent"], strict=True):
        if package := _PACKAGE.search(path):
            told = next(
                (one for one in _COMMENT.findall(text) if "icense" in one or "opyright" in one), ""
            )
            name = package[1]
            found[name] = found.get(name) or _EDGES.sub("", told).strip() or _NOTICES.get(name, "")
    return found


def _installed(package: str, path: str) -> str:
    """Return a licence of an installed package, by its path beside the metadata or in the package.

    The list of all files of the theme is long: it has thousands of icons.
    """
    about = metadata.distribution(package)
    if text := about.read_text(path):
        return text
    file = Path(str(about.locate_file(path)))
    if file.is_file():
        return file.read_text(encoding="utf-8")
    raise LookupError(f"the installed package {package} has no {path} in it.")
