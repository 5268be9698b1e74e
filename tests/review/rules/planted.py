"""Invented documents in which each rule's finding is planted once, and near misses.

Run as a program, as `make check` does, it prints precision and recall of every rule over all of
them: a finding where another one was planted, or none, is a false alarm.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent.parent
sys.path.insert(0, str(PROJECT))

from macros.catalog import load as catalog  # noqa: E402 - the same
from macros.readers.rows import Row  # noqa: E402 - the same
from macros.review.language import Language  # noqa: E402 - the same
from macros.review.rules import RULES, Subject  # noqa: E402 - the same
from macros.sources.provider import Provider  # noqa: E402, TC001 - the same
from tests import invented  # noqa: E402 - the same

# rule -> documents of rows `code: message`, in which it finds one thing and no other rule does
FOUND: dict[str, list[list[str]]] = {
    "duplicate-code": [
        ["101: Dock is busy", "101: Dock is closed"],
        ["7: One", "8: Two", "9: Three", "7: Four"],
    ],
    "shared-message": [
        ["101: Dock is busy", "-101: Dock is busy"],
        ["1: Invalid key", "2: invalid KEY.", "3: Expired key"],
    ],
    "contradicting-limits": [
        ["1: The ship name exceeds 20 characters", "2: A ship name cannot exceed 30 characters"],
        ["1: Crew list too long (5 names)", "2: The list of the crew can have up to 7 names"],
        [
            "1: Mast height limit exceeded (9 pixels with a flag, 7 pixels without a flag)",
            "2: If the height of the mast exceeds 7 pixels",
        ],
    ],
    "mixed-terms": [
        ["1: The berth is free", "2: No dock is free"],
        ["1: Docks are full", "2: Ship dock was closed", "3: Tow the ship"],
    ],
    "spelling": [
        ["1: Invalild request"],
        ["1: The paramater is missing"],
        ["1: invalid kf_account", "2: kf_account exists", "3: wrong kf_acount length"],
        ["1: linkMo is required", "2: Enter linkMo or linkPc", "3: Missing LinkMo"],
    ],
    "grammar": [
        ["1: This menu doesn not exist"],
        ["1: Button name does not exists"],
        ["1: Value cannot exceeds 100"],
        ["1: User not exist"],
        ["1: Failed since because the body is too long"],
        ["1: When sending an message"],
        ["1: This is a error"],
        ["1: Please send the the key"],
    ],
    "punctuation": [
        ["1: Server busy(queue full)"],
        ["1: Banned word in the text , sending failed"],
        ["1: If a fallback is requested,"],
        ["1: The image cannot be found For the feed type, use another image"],
        ["1: Wrong key,try again"],
    ],
    "markup-residue": [
        [r"1: The chat\_bubble does not match"],
        ["1: First line<br>second line"],
        ["1: Size &lt; 10"],
    ],
}
# documents in which no rule finds anything
SILENT: list[list[str]] = [
    ["101: Dock is busy", "-101: Dock is closed", "1010: Dock was busy"],
    ["1: A dock is free", "2: Docks are full", "3: Docking failed"],
    ["1: Invalid JSON in msg_type of mp.weixin.qq.com", '2: Not "qwertz"', "3: Use 'asdf'"],
    ["1: linkMo is required", "2: linkPc is required", "3: schemeIos or schemeAndroid"],
    ["1: discountRate", "2: discountFixed", "3: discountPrice"],
    ["1: It does not always exist", "2: Cannot process this", "3: You must not match others"],
    ["1: A user, a URL, an hour, an SMS, a one-time key, an honest API, a unique ID"],
    ["1: The status is wrong", "2: Title and key are wrong", "3: People are here"],
    ["1: The list of templates is empty", "2: Your address is too long", "3: That that is, is"],
    ["1: Call f() or choose file(s)", "2: Only 1,000 at 12:30", "3: See http://a.example/b,c"],
    ["1: For the feed, use one. For the shop, another", "2: Sign in For Business"],
    ["1: 1 < 2 & 3 > 2", r'2: The character "\uxxxx"', "3: AT&T; or not"],
    # Limits of other things, in other units, cases and directions; of what may be anything.
    ["1: The ship name exceeds 20 characters", "2: If the ship title exceeds 30 characters"],
    ["1: The ship name exceeds 20 letters", "2: If the ship name exceeds 60 bytes"],
    ["1: The ship name exceeds 20 letters", "2: A ship name must have at least 3 letters"],
    ["1: The ship name exceeds 20 letters", "2: The ship name exceeds 9 letters (with a title)"],
    ["1: For tugs, the crew size cannot exceed 3", "2: For yachts, the crew size cannot exceed 5"],
    ["1: The name exceeds 20 letters", "2: If the name exceeds 30 letters"],
    ["1: The ship name exceeds 1,000 letters", "2: If the ship name exceeds 1000 letters"],
    ["1: The name of the ship exceeds 9 letters", "2: If the ship of the name exceeds 8 letters"],
    [
        "1: Mast height limit exceeded (9 pixels with a flag, 7 pixels without a sail)",
        "2: If the height of the mast exceeds 7 pixels",
    ],
    ["1: Once a day, twice a year, a European unit", "2: An unimportant one, an uninstalled app"],
]
PROVIDER = invented.PROVIDER.replace(
    "revisions:\n", "terms:\n  - [dock, ship dock, berth]\nrevisions:\n"
)
LANGUAGE = Language(frozenset({"app", "url", "http"}))


def provider() -> Provider:
    """Return the invented provider, with several names for one thing."""
    with tempfile.TemporaryDirectory() as folder:
        data = invented.write(Path(folder), provider=PROVIDER)
        return catalog.load(data)["orbit"].provider


def rows(document: list[str]) -> list[Row]:
    """Return the rows of a document that is written as `code: message`."""
    pairs = (line.split(": ", 1) for line in document)
    return [
        Row(code, message, {}, "api", "data/orbit/a.md", line)
        for line, (code, message) in enumerate(pairs, start=1)
    ]


def found(document: list[str], of: Provider) -> list[str]:
    """Return the names of the rules that find something, once for each finding."""
    checked = Subject(rows(document), LANGUAGE, of.terms)
    return [rule.name for rule in RULES for _ in rule.find(checked)]


def measure() -> dict[str, tuple[float, float]]:
    """Return precision and recall of each rule."""
    orbit = provider()
    documents = [(name, one) for name, planted in FOUND.items() for one in planted]
    documents += [("", one) for one in SILENT]
    hits, alarms = Counter[str](), Counter[str]()
    for planted, document in documents:
        names = Counter(found(document, orbit))
        hits[planted] += min(names[planted], 1)
        names[planted] -= 1
        alarms += names  # what is left, and only that, was not planted
    return {
        rule.name: (
            hits[rule.name] / max(hits[rule.name] + alarms[rule.name], 1),
            hits[rule.name] / len(FOUND[rule.name]),
        )
        for rule in RULES
    }


def main() -> None:
    """Print the table."""
    print(f"{'rule':<22}{'precision':>10}{'recall':>8}")
    for name, (precision, recall) in measure().items():
        print(f"{name:<22}{precision:>10.0%}{recall:>8.0%}")


if __name__ == "__main__":
    main()
