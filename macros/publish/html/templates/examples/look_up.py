"""Say what a code means, for a ticket."""

import hashlib
import json
import urllib.request
from typing import Any
from urllib.error import HTTPError

API = "https://atlas.example/api/v1"
rule: dict[str, Any] = {}  # how packs are named: read once, and again when a pack is gone


def load(path: str) -> dict[str, Any]:
    """Return a file of the atlas."""
    with urllib.request.urlopen(f"{API}/{path}", timeout=10) as response:
        content: dict[str, Any] = json.load(response)
    return content


def entries(code: str) -> list[dict[str, Any]]:
    """Return all that is known of a code, of any provider; nothing where nobody lists it."""
    key = code.encode().lower()  # as bytes: A to Z alone
    digits = hashlib.sha256(key).hexdigest()
    try:
        pack = load(f"codes/{digits[: rule['digits']]}.json")
    except (KeyError, HTTPError):
        rule.update(load("index.json")["packs"])
        pack = load(f"codes/{digits[: rule['digits']]}.json")
    found: list[dict[str, Any]] = pack["codes"].get(key.decode(), [])
    return found


def look_up(provider: str, code: str) -> str:
    """Return the code's message, what to do and where to read on; of each list that has it."""
    found = [entry for entry in entries(code) if entry["provider"] == provider]
    return "\n\n".join(map(told, found)) or f"{provider} {code}: not in the atlas"


def told(entry: dict[str, Any]) -> str:
    """Return what is told of one entry."""
    # Of a code that no document lists there may be no message, but a sentence of the atlas.
    meaning = entry["message"] or entry["observation"]["says"]["text"]
    unsure = entry["disputed"] or entry["classification"]["confidence"]
    advice = f"{entry['advice']}{' (unsure)' if unsure else ''}"
    return "\n".join([f"{entry['name']}: {meaning}", advice, entry["url"]])
