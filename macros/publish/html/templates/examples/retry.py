"""Send a request, and let the atlas say whether to send it again."""

import json
import time
import urllib.request
from collections.abc import Callable
from typing import Any

ATLAS = "https://atlas.example"
PATIENCE = 60  # seconds that one call may wait in all; what takes longer belongs in a queue
# Of a code that is not listed nothing is known.
UNKNOWN = {"retry": "check-first", "wait_seconds": None}
DONE = {"retry": "no-need", "wait_seconds": None}


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
    waited = tries = 0
    renewed = False
    while True:
        # Codes are texts, as printed, with their sign.
        code = send()
        verdict = table.get(code, UNKNOWN)
        retry, pause = verdict["retry"], verdict["wait_seconds"]
        if verdict.get("disputed") and retry not in ("never", "no-need", "after-fix"):
            return code, "check-first", pause
        if retry == "after-reauthentication":
            # A new login of a user is nothing that a program can do by itself.
            if renewed or verdict["acts"] != "caller":
                return code, retry, None
            renew_token()
            renewed = True
        elif retry == "later-with-backoff":
            # A delivery result answers no request: to send again is another message.
            if verdict["confidence"] == "low" or verdict["reports"] == "delivery":
                return code, "check-first", pause
            if pause is None or waited + pause * 2**tries > PATIENCE:
                return code, retry, pause and pause * 2**tries
            time.sleep(pause * 2**tries)
            waited += pause * 2**tries
            tries += 1
        else:
            return code, retry, pause
