"""A Chromium for the browser tests: found, or installed.

Run as a program it prints the path of the one that tests use; with `--install` it first gets one
if there is none. In order: the environment variable CHROMIUM, a browser on the PATH, one that
Playwright downloaded; to install, a Debian package, else Playwright's own download. The headless
shell comes first: it draws the same pages with half the work.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Playwright

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
MACOS = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
ADVICE = """\
There is no Chromium for the browser tests, and none could be installed. Either
  - set CHROMIUM to the path of a Chromium or Chrome,
  - install one (Debian: sudo apt-get install chromium), or
  - let Playwright download one (.venv/bin/playwright install chromium)."""

# What Chromium needs to start as root, and to keep quiet on a network that is not there.
ARGUMENTS = (
    *(("--no-sandbox",) if os.geteuid() == 0 else ()),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def launch(playwright: Playwright, path: str | None) -> Browser:
    """Start the Chromium at a path; without one that which Playwright brings."""
    return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)


def find() -> str | None:
    """Return the path of a Chromium, or None.

    Raises:
        FileNotFoundError: when CHROMIUM names a program that does not exist.
    """
    if named := os.environ.get("CHROMIUM"):
        if path := shutil.which(named):
            return path
        raise FileNotFoundError(f"CHROMIUM is {named}, and there is no such program.")
    if path := next(filter(None, map(shutil.which, NAMES)), None):
        return path
    if MACOS.exists():
        return str(MACOS)
    with sync_playwright() as playwright:
        downloaded = playwright.chromium.executable_path
    return downloaded if Path(downloaded).exists() else None


def install() -> None:
    """Try the Debian packages where there are any, then Playwright's own download."""
    administrator: list[str] = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if _is_debian() and shutil.which("apt-get"):
        _run([*administrator, "apt-get", "update", "-qq"])
        for package in ("chromium-headless-shell", "chromium"):
            if not find():
                _run([*administrator, "apt-get", "install", "-qq", "-y", package])
    if not find():
        dependencies = ["--with-deps"] if os.geteuid() == 0 and shutil.which("apt-get") else []
        _run([sys.executable, "-m", "playwright", "install", *dependencies, "chromium"])


def _is_debian() -> bool:
    """Ubuntu's package of this name only points to a snap."""
    release = Path("/etc/os-release")
    return release.exists() and "\nID=debian\n" in "\n" + release.read_text(encoding="utf-8")


def _run(command: list[str]) -> None:
    print("+", *command, flush=True)  # noqa: T201 - it can take a while
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, check=False, env=environment)


def main() -> int:
    """Find a Chromium, install one if asked to, print its path."""
    try:
        if not find() and "--install" in sys.argv:
            install()
        path = find()
    except FileNotFoundError as error:
        print(error, file=sys.stderr)  # noqa: T201 - this is a program
        return 1
    print(path or ADVICE, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
