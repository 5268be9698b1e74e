"""Lines between rows that begin with a count, or are statuses of HTTP: asked, with a way on."""

from __future__ import annotations

from random import Random

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

COUNTS = " begin a text as a count does, out of the order of the codes, so they are perhaps no"
STATUSES = (
    " have the number and the text of statuses of HTTP, between other codes, so they are perhaps no"
)
CODES = ["101", "102", "103"]
TEXTS = ["Dock is busy", "Gate is shut", "Crane is broken"]


def _read(lines: list[str], file: str = "errors.txt") -> tuple[Document, sniff.Sniffed]:
    document = Document(file, "".join(f"{line}\n" for line in lines))
    found = sniff.sniff(document)
    assert found
    return document, found


def _between(texts: list[str], counts: list[str], lead: str = "") -> list[str]:
    rows = [f"{lead}{code} {text}" for code, text in zip(CODES, texts, strict=True)]
    own = [f"{lead}{count}" for count in counts]
    return [rows[0], own[0], rows[1], *own[1:], rows[2]]


@pytest.mark.parametrize(
    ("file", "lines", "said"),
    [
        ("x.txt", _between(TEXTS, ["24 hours later it opens", "3 ships may wait"]), COUNTS),
        ("x.txt", _between(TEXTS, ["100 ships an hour may pass", "30 wait"]), COUNTS),
        ("x.md", _between(TEXTS, ["3 retries are allowed", "2 keys are needed"], "- "), COUNTS),
        (
            "x.txt",
            _between(
                ["Dock belegt", "Tor zu", "Kran kaputt"], ["24 Stunden später", "3 Versuche frei"]
            ),
            COUNTS,
        ),
        ("x.txt", _between(["码头忙", "关闭", "损坏"], ["3 次重试", "24 小时后开放"]), COUNTS),
        ("x.txt", _between(["사용 중", "문 닫힘", "고장"], ["3 회 재시도", "24 시간 후"]), COUNTS),
        ("x.txt", _between(TEXTS, ["409 Conflict", "423 Locked"]), STATUSES),
        ("x.md", _between(TEXTS, ["409 Conflict", "503 Service Unavailable"], "- "), STATUSES),
    ],
)
def test_asked(file: str, lines: list[str], said: str) -> None:
    """One question names all of them, and both answers lead to what they say."""
    document, found = _read(lines, file)
    [problem] = found.reading.problems
    first = lines[1].removeprefix("- ").split(" ")[0]
    assert problem.line == 2
    assert problem.what == f'"{first}" and 1 more{said} codes.'
    given = frozenset({2})
    none = replies.applied(document, found.reading, Replies(no_codes=given))
    assert none.is_whole
    texts = [line.removeprefix("- ").partition(" ")[2] for line in lines]
    assert [(row.code, row.message) for row in none.rows] == [
        ("101", texts[0]),
        ("102", texts[2]),
        ("103", texts[4]),
    ]
    as_read = replies.applied(document, found.reading, Replies(as_read=given))
    assert as_read.is_whole
    assert len(as_read.rows) == len(lines)


@pytest.mark.parametrize(
    "lines",
    [
        ["101 Dock is busy", "102 gate is shut", "103 Crane is broken", "104 no such ship"],
        ["400 Bad Request", "401 Unauthorized", "1001 Dock", "1002 Gate", "1003 Crane"],
        ["1001 Dock", "1002 Gate", "1003 Crane", "400 Bad Request", "401 Unauthorized"],
        ["400 Bad Request", "420 Too calm", "429 Too Many Requests", "440 Storm", "450 Tide"],
    ],
)
def test_sound(lines: list[str]) -> None:
    """In the order of the codes, or where these have none, nothing is asked of them."""
    _, found = _read(lines)
    assert found.reading.is_whole
    assert [f"{row.code} {row.message}" for row in found.reading.rows] == lines


def test_never_in_silence() -> None:
    """Wherever counts stand between rows that ascend, the question names them or they are rests."""
    random = Random(7)  # noqa: S311 - the same in each run
    words = ["hours later", "minutes are over", "ships may wait", "keys are needed"]
    for _ in range(40):
        first = random.randint(1000, 9000)
        lines = [f"{first + number} Dock {number} is busy" for number in range(6)]
        counts = random.sample(range(2, 900), random.randint(1, 3))
        for count in counts:
            lines.insert(random.randint(1, len(lines)), f"{count} {random.choice(words)}")
        _, found = _read(lines)
        assert not found.reading.is_whole, lines
        told = " ".join(one.what + one.do for one in found.reading.problems)
        assert all(f'"{count} ' in told or f'"{count}"' in told for count in counts), lines


STEPS = "".join(
    f"{code}{{sign}} {text}\n1{{sign}} Look at it\n2{{sign}} Call us, and {text.lower()}\n"
    for code, text in zip(CODES, TEXTS, strict=True)
)


@pytest.mark.parametrize("sign", ["", ":"])
def test_steps(sign: str) -> None:
    """Numbers that count from 1 on below each code are asked about once, and are left out."""
    document, found = _read(STEPS.format(sign=sign).removesuffix("\n").split("\n"))
    [problem] = found.reading.problems
    assert problem.what == (
        '"1" and 5 more count from 1 on below other codes, as the numbers of steps do, so they are'
        " perhaps no codes."
    )
    none = replies.applied(document, found.reading, Replies(no_codes=frozenset({2})))
    assert none.is_whole
    assert {row.code: row.message for row in none.rows} == dict(zip(CODES, TEXTS, strict=True))


@pytest.mark.parametrize("step", ["Step {}: {}", "({}) {}", "{}) {}", "Schritt {}: {}"])
def test_steps_of_another_form(step: str) -> None:
    """More steps than codes are no codes for that, and each is asked about below its code."""
    lines = []
    for code, text in zip(CODES, TEXTS, strict=True):
        lines += [f"{code} {text}", step.format(1, "Look at it"), step.format(2, f"Call {code[0]}")]
    _, found = _read(lines)
    assert {row.code: row.message for row in found.reading.rows} == dict(
        zip(CODES, TEXTS, strict=True)
    )
    below = "stands right below the code"
    asked = [one.line for one in found.reading.problems if below in one.what]
    assert asked == [2, 3, 5, 6, 8, 9]


def test_lists_that_count_alike() -> None:
    """Where each list has the codes 1, 2, 3 and no others, these are no steps."""
    lines = ["Dock:", "1 Busy", "2 Gone", "3 Shut", "", "Gate:", "1 Late", "2 Lost", "3 Low"]
    _, found = _read(lines)
    assert not [one for one in found.reading.problems if "steps" in one.what]
