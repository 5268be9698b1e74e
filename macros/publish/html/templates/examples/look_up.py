"""Say what a code means, for a ticket."""

import json
import urllib.error
import urllib.request
from urllib.parse import quote

ATLAS = "https://atlas.example"


def look_up(provider: str, code: str) -> str:
    """Return the code's message, what to do and where to read on."""
    address = f"{ATLAS}/api/v1/{provider}/{quote(code.lower(), safe='')}.json"
    try:
        with urllib.request.urlopen(address, timeout=10) as response:
            entry = json.load(response)
    except urllib.error.HTTPError as error:
        if error.code == 404:
            return f"{provider} {code}: not in the atlas"
        raise
    # Of a code that no document lists there may be no message, but a sentence of the atlas.
    meaning = entry["message"] or entry["observation"]["says"]["text"]
    unsure = entry["disputed"] or entry["classification"]["confidence"]
    advice = f"{entry['advice']}{' (unsure)' if unsure else ''}"
    return "\n".join([f"{entry['name']}: {meaning}", advice, entry["url"]])
