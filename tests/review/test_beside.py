"""What a document says beside a text: what a verdict rests on ends it, and the rest does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros import atlas
from macros.publish import wording
from macros.review import open_work
from macros.review.beside import Beside
from macros.review.standing import Earlier
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas

NAMED = {
    "What to do": "remedy",
    "Remedy": "remedy",
    "Cause": "cause",
    "Status": "http",
    "Since": "note",
    "Constant": "name",
}


def _atlas(  # noqa: PLR0913 - each says one thing of 101
    folder: Path,
    heading: str,
    *said: str,
    later: str = "",
    entry: str = '"101": busy',
    messages: tuple[str, ...] = (),
    notes: str = "{}",
) -> Atlas:
    """Return the atlas of revisions that say these texts of 101 in one column.

    The messages are "Busy", where there are no others.
    """
    headings = [heading] + [later or heading] * (len(said) - 1)
    documents = [
        f"| Code | Meaning | {name} |\n|---|---|---|\n| 0 | Docked | |\n"
        f"| 101 | {message} | {text} |\n"
        for name, message, text in zip(
            headings, messages or ["Busy"] * len(said), said, strict=True
        )
    ]
    data = invented.write(folder, *documents)
    (data / "orbit" / "notes.yml").write_text(notes, "utf-8")
    path = data / "orbit" / "provider.yml"
    parts = path.read_text("utf-8").split("columns: [Code, Meaning]\n          code: Code\n")
    text = parts[0]
    for name, part in zip(headings, parts[1:], strict=True):
        named = f"\n          named: {{{NAMED[name]}: {name}}}" if name in NAMED else ""
        text += f'columns: [Code, Meaning, "{name}"]\n          code: Code{named}\n{part}'
    path.write_text(text, "utf-8")
    invented.classify(data)
    path = data / "conditions.yml"
    written = path.read_text("utf-8").replace('"101": busy', entry)
    newest = f'orbit: "{2020 + len(said)}-01-01"'
    assert newest in written
    path.write_text(written.replace(newest, 'orbit: "2021-01-01"'), "utf-8")
    return atlas.load(data)


def _retry(held: Atlas) -> str:
    code = held.code_at("orbit/101/")
    assert code
    return held.conditions.verdict(code).retry


@pytest.mark.parametrize(
    ("heading", "said", "says"),
    [
        ("What to do", "Send it again.", "Never send it again."),
        ("Status", "429", "403"),
        ("Retryable", "Yes", "No"),
        ("재시도", "가능", "불가"),
        ("Can I retry?", "after 5 s", "after 50 s"),
        ("is_retryable", "1", "0"),
        ("Cause", "The dock is full", "The dock is closed"),
        ("Remediation", "Send it again.", "Never send it again."),
        ("Number of retries", "3", "0"),
        ("Wat te doen", "Wacht een minuut", "Nooit opnieuw"),
    ],
)
def test_what_to_do(tmp_path: Path, heading: str, said: str, says: str) -> None:
    """Another advice, status or word on a new try: nothing is repeated until somebody says so."""
    held = _atlas(tmp_path, heading, said, says)
    assert _retry(held) == "check-first"
    open_ = held.conditions.unreviewed["orbit/101/"]
    assert open_.earlier
    assert open_.earlier.beside == (heading, said, says)
    assert wording.earlier(open_) == (
        f"When the document said “{said}” under “{heading}” (2021-01-01), not “{says}”, it was"
        " classified as Busy: retry later."
    )


@pytest.mark.parametrize(
    ("heading", "said", "says"),
    [
        ("What to do", "Send it again.", "send it  again"),
        ("What to do", "", "Send it again."),
        ("What to do", "Send it again.", ""),
        ("Since", "1.0", "2.0"),
        ("Constant", "BUSY", "DOCK_BUSY"),
        ("Example", "dock 1", "dock 2"),
        ("Reference", "dock 1", "dock 2"),
        ("No.", "7", "8"),
        ("버전", "1.0", "2.0"),
    ],
)
def test_the_rest(tmp_path: Path, heading: str, said: str, says: str) -> None:
    """Another form, a text that came or went, and columns that say nothing of it change nothing."""
    assert _retry(_atlas(tmp_path, heading, said, says)) == "later-with-backoff"


def test_came_back(tmp_path: Path) -> None:
    """What stood there when it was classified, and stands there again, is what it rests on."""
    held = _atlas(tmp_path, "Retryable", "Yes", "No", "Yes")
    assert _retry(held) == "later-with-backoff"


def test_a_new_column(tmp_path: Path) -> None:
    """What a column says first counts for what was chosen before, where it agrees."""
    assert _retry(_atlas(tmp_path, "Retryable", "", "Yes")) == "later-with-backoff"
    assert _retry(_atlas(tmp_path / "no", "Retryable", "", "Yes", "No")) == "check-first"
    back = _atlas(tmp_path / "back", "Retryable", "", "Yes", "No", "yes")
    assert _retry(back) == "later-with-backoff"


@pytest.mark.parametrize(
    ("heading", "says"),
    [
        ("Retryable", "No"),
        ("Retry", "Never."),
        ("Retry?", "✗"),
        ("Max. retries", "0"),
        ("Non-retryable", "Yes"),
        ("재시도", "불가"),
        ("可否重试", "否"),
        ("再試行", "不可"),
        ("Wiederholbar", "nein"),
    ],
)
def test_a_new_column_against_it(tmp_path: Path, heading: str, says: str) -> None:
    """A column that is new and forbids what the verdict allows ends it, until somebody says so."""
    held = _atlas(tmp_path, heading, "", says)
    assert _retry(held) == "check-first"
    code = held.code_at("orbit/101/")
    assert code
    first, second = held.catalogs["orbit"].provider.revisions
    assert held.conditions.said(code, first, "Busy").retry == "later-with-backoff"
    assert held.conditions.said(code, second, "Busy").retry == "check-first"
    assert wording.earlier(held.conditions.unreviewed["orbit/101/"]) == (
        f"When the document said nothing under “{heading}” (2021-01-01), not “{says}”, it was"
        " classified as Busy: retry later."
    )
    [work] = open_work.find(held.reviews.values(), held.conditions)
    again = _atlas(tmp_path / "again", heading, "", says, entry=work.line)
    assert _retry(again) == "later-with-backoff"
    assert open_work.find(again.reviews.values(), again.conditions) == ()


NEVER = '"101": {condition: busy, retry: never, do: Call the dock.}'


@pytest.mark.parametrize("says", ["Yes", "after 5 s", "3", "✅", "true", "later", "`yes`"])
def test_a_new_column_allows(tmp_path: Path, says: str) -> None:
    """A column that is new and allows what the verdict forbids ends it, too."""
    held = _atlas(tmp_path, "Retry", "", says, entry=NEVER)
    assert _retry(held) == "check-first"


@pytest.mark.parametrize(
    ("heading", "says"),
    [
        ("Retryable", "-"),
        ("Retryable", "n/a"),
        ("Retryable", "see below"),
        ("Retry", "Not before 5 minutes have passed"),
        ("Retry", "No limit"),
        ("Retry after", "0"),
        ("Retry after", "0.5 s"),
        ("No. of retries", "5"),
        ("Non-retryable", "no"),
        ("재시도", "가능"),
        ("Example", "No"),
    ],
)
def test_a_new_column_beside_it(tmp_path: Path, heading: str, says: str) -> None:
    """What agrees, leaves it open or is of something else ends nothing."""
    assert _retry(_atlas(tmp_path, heading, "", says)) == "later-with-backoff"


def test_another_heading(tmp_path: Path) -> None:
    """A column that provider.yml names is the same below another heading."""
    held = _atlas(tmp_path, "What to do", "Send it again.", "Never.", later="Remedy")
    assert _retry(held) == "check-first"
    said = "Send it again.", "send it again"
    held = _atlas(tmp_path / "same", "What to do", *said, later="Remedy")
    assert _retry(held) == "later-with-backoff"


@pytest.mark.parametrize(
    ("heading", "later"),
    [
        ("Retry", "Retryable"),
        ("retriable", "is_retryable"),
        ("재시도", "Retry"),
        ("http_status", "httpStatus"),
    ],
)
def test_another_heading_of_one_kind(tmp_path: Path, heading: str, later: str) -> None:
    """A column on new tries, or a status, is the same below another heading where it is alone."""
    held = _atlas(tmp_path, heading, "Yes", "No", later=later)
    assert _retry(held) == "check-first"
    assert held.conditions.unreviewed["orbit/101/"].earlier == Earlier(
        held.codes[1].listings[0], Beside(later, "Yes", "No"), same_text=True
    )
    assert _retry(_atlas(tmp_path / "same", heading, "Yes", "yes", later=later)) != "check-first"


@pytest.mark.parametrize("says", ["Never send it again.", "Call the dock.", "不要重试"])
def test_new_advice_against_it(tmp_path: Path, says: str) -> None:
    """Advice that is new and names no new try, or forbids one, ends a verdict that allows it."""
    assert _retry(_atlas(tmp_path, "What to do", "", says)) == "check-first"
    assert _retry(_atlas(tmp_path / "never", "What to do", "", says, entry=NEVER)) == "never"


@pytest.mark.parametrize("says", ["Send it again in a minute.", "-", "稍后重试", "N"])
def test_new_advice_beside_it(tmp_path: Path, says: str) -> None:
    """Advice that is new and says the same, or nothing, ends nothing; but a verdict of never."""
    assert _retry(_atlas(tmp_path, "What to do", "", says)) == "later-with-backoff"
    never = _atlas(tmp_path / "never", "What to do", "", says, entry=NEVER)
    assert _retry(never) == ("never" if len(says) == 1 else "check-first")


def test_confirmed(tmp_path: Path) -> None:
    """The line that open work shows, in the place of the old one, confirms what was chosen."""
    held = _atlas(tmp_path, "Retryable", "Yes", "No")
    [work] = open_work.find(held.reviews.values(), held.conditions)
    assert work.line == '"101": {condition: "busy", as_of: "2022-01-01"}'
    again = _atlas(tmp_path / "again", "Retryable", "Yes", "No", entry=work.line)
    assert _retry(again) == "later-with-backoff"
    assert open_work.find(again.reviews.values(), again.conditions) == ()


MESSAGES = "The wharf is busy", "The quay is busy"
NOTE = """\
changes:
  - code: "101"
    from: "2021-01-01"
    to: "2022-01-01"
    old: The wharf is busy
    new: The quay is busy
    kind: reworded
"""
THROUGHOUT = """\
throughout:
  - from: "2021-01-01"
    to: "2022-01-01"
    replaces: {wharf: quay}
    kind: reworded
"""


@pytest.mark.parametrize("notes", [NOTE, THROUGHOUT])
@pytest.mark.parametrize(
    ("heading", "said", "says"),
    [
        ("What to do", "Send it again.", "Never send it again."),
        ("Status", "503", "400"),
        ("Retry after", "1 minute", "30 minutes"),
        ("What to do", "Go to the wharf.", "Leave the quay."),
    ],
)
def test_a_note_is_on_a_text(
    tmp_path: Path, heading: str, said: str, says: str, notes: str
) -> None:
    """A person who read that a text means the same has not read what else stands beside it now."""
    held = _atlas(tmp_path, heading, said, says, messages=MESSAGES, notes=notes)
    assert _retry(held) == "check-first"
    assert wording.earlier(held.conditions.unreviewed["orbit/101/"]) == (
        f"When the document said “{said}” under “{heading}” (2021-01-01), not “{says}”, it was"
        " classified as Busy: retry later."
    )
    [work] = open_work.find(held.reviews.values(), held.conditions)
    again = _atlas(
        tmp_path / "again",
        heading,
        said,
        says,
        messages=MESSAGES,
        notes=notes,
        entry=work.line,
    )
    assert _retry(again) == "later-with-backoff"


@pytest.mark.parametrize("said", ["Send it again.", "Since 1.0", ""])
def test_a_note_where_the_rest_is_the_same(tmp_path: Path, said: str) -> None:
    """A text that means the same keeps its verdict, where the same stands beside it."""
    held = _atlas(tmp_path, "What to do", said, said, messages=MESSAGES, notes=NOTE)
    assert _retry(held) == "later-with-backoff"


def test_words_that_a_note_replaces(tmp_path: Path) -> None:
    """What a note replaces throughout is replaced beside the texts, too."""
    said = "Go to the wharf.", "Go to the quay."
    held = _atlas(tmp_path, "What to do", *said, messages=MESSAGES, notes=THROUGHOUT)
    assert _retry(held) == "later-with-backoff"
    held = _atlas(tmp_path / "one", "What to do", *said, messages=MESSAGES, notes=NOTE)
    assert _retry(held) == "check-first"


def test_a_note_of_more_rows(tmp_path: Path) -> None:
    """Of a text that became two rows, one that agrees with none before ends what was chosen."""
    notes = """\
changes:
  - code: "101"
    from: "2021-01-01"
    to: "2022-01-01"
    old: Busy
    new: [Berth is busy, Dock is busy]
    kind: reworded
"""
    both = "Berth is busy | {} |\n| 101 | Dock is busy"
    for name, first in (("same", "Wait."), ("other", "Never.")):
        messages = "Busy", both.format(first)
        held = _atlas(
            tmp_path / name, "What to do", "Wait.", "wait", messages=messages, notes=notes
        )
        assert _retry(held) == ("later-with-backoff" if name == "same" else "check-first")


def test_text_and_advice(tmp_path: Path) -> None:
    """Where both changed, both are shown to who confirms, and to who reads the page."""
    held = _atlas(tmp_path, "What to do", "Send it again.", "Never.", messages=MESSAGES)
    assert wording.earlier(held.conditions.unreviewed["orbit/101/"]) == (
        "An earlier text, “The wharf is busy” with “Send it again.” under “What to do”"
        " (2021-01-01), not “Never.”, was classified as Busy: retry later."
    )


def test_a_note_of_rows_that_say_different_things(tmp_path: Path) -> None:
    """A row agrees where one of several rows before said what it says beside its text."""
    notes = """\
changes:
  - code: "101"
    from: "2021-01-01"
    to: "2022-01-01"
    old: [Berth is busy, Dock is busy]
    new: [Berth is taken, Dock is taken, Pier is taken]
    kind: reworded
"""
    old = "Berth is busy | Wait. |\n| 101 | Dock is busy"
    new = "Berth is taken | Wait. |\n| 101 | Dock is taken | Never. |\n| 101 | Pier is taken"
    for name, last in (("same", "wait"), ("other", "Call the pilot.")):
        held = _atlas(
            tmp_path / name, "What to do", "Never.", last, messages=(old, new), notes=notes
        )
        assert _retry(held) == ("later-with-backoff" if name == "same" else "check-first")
