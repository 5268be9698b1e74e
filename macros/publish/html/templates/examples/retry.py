"""Send a request, and let the atlas say whether to send it again."""

import json
import time
import urllib.request
from collections.abc import Callable

ATLAS = "https://atlas.example"


def verdicts(provider: str) -> dict[str, str]:
    """Return whether to retry, by code. Load it once, and keep a copy beside your program."""
    address = f"{ATLAS}/api/v1/retry/{provider}.json"
    with urllib.request.urlopen(address, timeout=10) as response:
        table = json.load(response)
    retry = {code: entry["retry"] for code, entry in table["codes"].items()}
    return retry | dict.fromkeys(table["success"], "no-need")


def call(
    send: Callable[[], str], log_in: Callable[[], None], retry: dict[str, str], most: int = 5
) -> str:
    """Call `send`, which returns a code, until sending again is of no use; return the last one."""
    code = send()
    logged_in = False
    for attempt in range(1, most):
        # Codes are texts, as printed, with their sign. Of one that is not listed nothing is known.
        verdict = retry.get(code, "check-first")
        if verdict == "later-with-backoff":
            time.sleep(2**attempt)
        elif verdict == "after-reauthentication" and not logged_in:
            log_in()
            logged_in = True
        else:
            break
        code = send()
    return code
