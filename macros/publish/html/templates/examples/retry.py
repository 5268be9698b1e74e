"""Send a request, and let the atlas say whether to send it again."""

import json
import time
import urllib.request
from collections import Counter
from collections.abc import Callable
from typing import Any

ATLAS = "https://atlas.example"
PATIENCE = 60  # seconds that one call may wait in all; what takes longer belongs in a queue
# Of a code that is not listed nothing is known.
UNKNOWN: dict[str, Any] = {"retry": "check-first", "wait_seconds": None}
DONE: dict[str, Any] = {"retry": "no-need", "wait_seconds": None}


def verdicts(provider: str) -> dict[str, dict[str, Any]]:
    """Return what to do, by code. Load it once, and keep a copy beside your program."""
    address = f"{ATLAS}/api/v1/retry/{provider}.json"
    with urllib.request.urlopen(address, timeout=10) as response:
        table = json.load(response)
    codes: dict[str, dict[str, Any]] = table["codes"]
    return codes | dict.fromkeys(table["success"], DONE)


def call(
    send: Callable[[], str], renew_token: Callable[[], None], table: dict[str, dict[str, Any]]
) -> tuple[str, str, int | None]:
    """Call `send`, which returns a code, until sending again is of no use.

    Returns the last code, what is left to do, and the seconds to wait before that, if known.
    """
    waited, renewed, tries = 0, False, Counter[str]()
    while True:
        # Codes are texts, as printed, with their sign.
        code = send()
        verdict = table.get(code) or UNKNOWN
        retry, pause = verdict.get("retry"), verdict.get("wait_seconds")
        # A delivery result answers no request: to send again is another message.
        plain = verdict.get("reports") == "request" and verdict.get("disputed") is False
        if retry == "after-reauthentication" and plain:
            # A new login of a user is nothing that a program can do by itself.
            if renewed or verdict.get("acts") != "caller":
                return code, retry, None
            renew_token()
            renewed = True
        elif retry == "later-with-backoff" and plain and verdict.get("confidence") is None:
            if not pause:
                return code, retry, None
            pause *= 2 ** tries[code]
            if not waited + pause <= PATIENCE:
                return code, retry, pause
            time.sleep(pause)
            waited += pause
            tries[code] += 1
        elif retry in ("never", "after-fix", "no-need"):
            return code, retry, pause
        else:
            return code, "check-first", pause
