"""Does the fork of MkDocs build the same site? Run by `make properdocs`, with the fork's Python."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
# The theme names what it was built with.
GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


def build(python: str, module: str, site: Path) -> dict[str, bytes]:
    """Build the real site with a generator; return the content of its files by path."""
    command = [python, "-m", module, "build", "--strict", "--quiet", "--site-dir", str(site)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "https://atlas.example/"}
    subprocess.run(command, cwd=PROJECT, env=environment, check=True)
    return {
        path.relative_to(site).as_posix(): GENERATOR.sub(b"", path.read_bytes())
        for path in site.rglob("*")
        if path.is_file()
    }


def main(fork: str) -> None:
    """Build with both; end with the paths that differ, if any."""
    with tempfile.TemporaryDirectory() as folder:
        ours = build(sys.executable, "mkdocs", Path(folder, "mkdocs"))
        theirs = build(fork, "properdocs", Path(folder, "properdocs"))
    paths = sorted(ours.keys() | theirs.keys())
    if differing := [path for path in paths if ours.get(path) != theirs.get(path)]:
        sys.exit("\n".join(["ProperDocs builds these files otherwise than MkDocs:", *differing]))
    sys.stdout.write(f"ProperDocs builds the same {len(paths)} files as MkDocs.\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
