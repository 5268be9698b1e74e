"""Lighthouse's four scores of five pages, on a phone and a desktop, beside a stock site."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.audited.row import Row
from tests.browser import chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.bench.audited.row import Audited

BENCH = Path(__file__).resolve().parent.parent
COMMAND = BENCH / "node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = (99, 100, 100, 100)
TRIES = 4  # now and then it misses the begin of a visit, and measures nothing
DEVICES = {"phone": (), "desktop": ("--preset=desktop",)}


def rows(audited: Audited) -> Iterator[Row]:
    """Yield a row for each page and device."""
    limit = " / ".join(map(str, LEAST))
    for device in DEVICES:
        for page in audited.pages:
            found = scores(audited.chromium, f"{audited.address}{page}", device, audited.runs)
            value = _shown(found)
            if audited.stock:
                stock = scores(audited.chromium, f"{audited.stock}{page}", device, 1)
                value = f"{value} (stock {_shown(stock)})"
            holds = all(score >= least for score, least in zip(found, LEAST, strict=True))
            yield Row(f"Lighthouse, {device}, /{page}", value, limit, holds)


def scores(program: str, address: str, device: str, times: int) -> list[float]:
    """Return the medians of the four scores of a page, which a browser visits so many times."""
    runs = [_run(program, address, device) for _ in range(times)]
    return [statistics.median(found) for found in zip(*runs, strict=True)]


def _run(program: str, address: str, device: str) -> list[int]:
    flags = ["--headless=new", *chromium.ARGUMENTS]
    command = [
        str(Path(sys.executable).parent / "node"),
        str(COMMAND),
        address,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={' '.join(flags)}",
        *DEVICES[device],
    ]
    environment = {**os.environ, "CHROME_PATH": program}
    for _ in range(TRIES):
        ran = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
        if not ran.returncode:
            told = json.loads(ran.stdout)["categories"]
            return [round(100 * (told[name]["score"] or 0)) for name in CATEGORIES]
    message = f"Lighthouse could not measure {address}:\n{ran.stderr}"
    raise RuntimeError(message)


def _shown(found: list[float]) -> str:
    return " / ".join(f"{score:g}" for score in found)
