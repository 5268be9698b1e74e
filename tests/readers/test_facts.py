"""Facts on a page that look like codes: days, amounts, addresses."""

from __future__ import annotations

import pytest

from macros.readers.facts import without_amounts
from macros.readers.printed import holds_a_code


@pytest.mark.parametrize(
    "text",
    [
        "The token lives for 3600 seconds.",
        "Send at most 1000 requests a day, each of up to 2048 bytes.",
        "See https://docs.example/errors/4001 or write to help4001@docs.example.",
        "It was last updated on 14 March 2026, and before that on March 1, 2025.",
        '"traceId": "5f0c1b7e-9a53-4c7e-8d0c-0a4a7f5c6f11"',
        "2026年3月14日 更新",
        "The HTTP API answers in JSON.",
        "所有接口每天 3000 次,令牌有效期为 7200 秒",
        "하루 3,000건까지 호출할 수 있습니다",
        "Можно обращаться 1000 раз в секунду",
        "Até 1200 requisições por minuto.",
        "© Harbour Ltd, 1200 Quay",
        "Call +44 1632 960 0123.",
        '{"token":"x","expires_in":7200}',
        '"BUSY": "yes"',
    ],
)
def test_what_sentences_say_of_other_things(text: str) -> None:
    """Amounts, addresses, days, ids and everyday acronyms in a sentence are no codes."""
    pattern = "[0-9]{4}|[A-Z]{3,4}"
    assert not holds_a_code(without_amounts(text, pattern), pattern)


@pytest.mark.parametrize(
    "text",
    [
        "4001 seconds are over",
        "See 4001.",
        "In 2026 code 4002 came",
        "BUSY is over",
        "- 4003 days",
        "The error 4001 requests too often",
        "The code 4001 calls for help",
        "Code: 4001 times",
        "错误码 4001 次数超限",
        "오류 4001 건수 초과",
        "код 4001 запросов больше нет",
        '{"errcode": 4001}',
        '"BUSY": "the dock is busy"',
    ],
)
def test_what_may_be_a_code(text: str) -> None:
    """A number that stands first, or that nothing explains, may be a code."""
    pattern = "[0-9]{4}|[A-Z]{4}"
    assert holds_a_code(without_amounts(text, pattern), pattern)


def test_status_lines() -> None:
    """The status in the first line of an answer is no code; one behind the word HTTP may be."""
    assert not holds_a_code(without_amounts("HTTP/1.1 404 Not Found", "[0-9]{3}"), "[0-9]{3}")
    assert holds_a_code(without_amounts("HTTP 404 Not Found", "[0-9]{3}"), "[0-9]{3}")
