"""Numbers in texts of any language: what says the same, and what is no number of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.readers.patience import patience
from macros.review.amounts import Amount, amounts

# Texts that say the same, each with its language; each names one number in digits.
SAME = {
    "grouped": [("at most 1,000 signs", "en"), ("최대 1000자", "ko"), ("最多1,000字", "zh")],
    "wide": [("\uff11\uff10\uff10\uff10字", "zh"), ("1000 signs", "en")],
    "other digits": [("\u0661\u0660 سفن", "ar"), ("10 ships", "en")],
    "a thousand": [("1천 자", "ko"), ("1000 signs", "en"), ("1千字", "ja")],
    "ten thousands": [("1만5천 건", "ko"), ("15,000 rows", "en"), ("1万5千件", "ja")],
    "spaced": [("1만 5천 건", "ko"), ("15000 rows", "en")],
    "within": [("3천5백만 원", "ko"), ("35,000,000 won", "en")],
    "k": [("10k rows", "en"), ("1만 건", "ko")],
    "million": [("2 million rows", "en"), ("200만 건", "ko")],
    "decimals": [("1.5 docks", "en"), ("1.50 부두", "ko"), ("1,5 Docks", "de")],
    "German": [("1.000 Zeichen", "de"), ("1,000 signs", "en")],
    "a day": [("within 24 hours", "en"), ("1일 이내", "ko"), ("1天内", "zh")],
    "minutes": [("in 5 minutes", "en"), ("300초 후", "ko"), ("5分钟后", "zh")],
    "bytes": [("5 MB", "en"), ("5,120 KB", "ko")],
    "day by name": [("from December 10, 2025", "en"), ("2025년 12월 10일부터", "ko")],
    "days": [("since 2025-12-10", "en"), ("10/12/2025", "de"), ("2025年12月10日起", "zh")],
    "time": [("after 8:50 PM", "en"), ("20:50 이후", "ko"), ("오후 8시 50분", "ko")],
    "hour": [("9 p.m.", "en"), ("21시", "ko"), ("晚上9点", "zh"), ("午後9時", "ja")],
    "midnight": [("12 AM", "en"), ("00:00", "ko"), ("24시", "ko")],
    "ordinal": [("the 3rd ship", "en"), ("3번째 배", "ko")],
    "before a full stop": [("no more than 50.", "en"), ("50자.", "ko")],
}


def _written(text: str, language: str) -> list[Amount]:
    return [amount for amount in amounts(text, language) if amount.written]


@pytest.mark.parametrize("name", SAME)
def test_same(name: str) -> None:
    """What says the same in other signs is the same, in both directions."""
    texts = SAME[name]
    for text, language in texts:
        (amount,) = _written(text, language)
        for other in texts:
            (theirs,) = _written(*other)
            assert amount.is_said(theirs), (text, other)


DIFFERENT = [
    [("50 signs", "en"), ("100자", "ko")],
    [("1,000 signs", "en"), ("1자", "ko")],
    [("1.000 seconds", "en"), ("1000초", "ko")],
    [("5 minutes", "en"), ("5초", "ko")],
    [("5 MB", "en"), ("5 KB", "ko")],
    [("1만 건", "ko"), ("1,000 rows", "en")],
    [("10만 건", "ko"), ("10 rows", "en")],
    [("2025-12-10", "en"), ("2025년 12월 11일", "ko")],
    [("8:50 PM", "en"), ("오전 8시 50분", "ko")],
    [("12 PM", "en"), ("00:00", "ko")],
]


@pytest.mark.parametrize("pair", DIFFERENT)
def test_different(pair: list[tuple[str, str]]) -> None:
    """Another number, another unit, another half of the day are not the same."""
    (one,), (other,) = (_written(*text) for text in pair)
    assert not one.is_said(other)
    assert not other.is_said(one)


IN_WORDS = [
    ("two ships", "en", "2"),
    ("twenty-four signs", "en", "24"),
    ("one hundred and fifty ships", "en", "150"),
    ("two thousand five hundred ships", "en", "2500"),
    ("once", "en", "1"),
    ("half of it", "en", "0.5"),
    ("두 척의 배", "ko", "2"),
    ("스물네 척", "ko", "24"),
    ("오십 자", "ko", "50"),
    ("이십사 자", "ko", "24"),
    ("이 척", "ko", "0"),
    ("三艘船", "zh", "3"),
    ("二十四字", "zh", "24"),
    ("一万五千字", "zh", "15000"),
    ("两百字", "zh", "200"),
    ("半分", "ja", "0.5"),
]


@pytest.mark.parametrize(("text", "language", "value"), IN_WORDS)
def test_in_words(text: str, language: str, value: str) -> None:
    """A number in words can bear out one in digits, and is none that another text has to say."""
    assert _written(text, language) == []
    said = {one for amount in amounts(text, language) for one in amount.values}
    assert (value in said) is (value != "0")


def test_days_in_words() -> None:
    """A word for days counts them: 하루 is 24 hours, and 이틀 is not."""
    (hours,) = _written("24 hours", "en")
    one, two, daily = amounts("하루", "ko")[0], amounts("이틀", "ko")[0], amounts("daily", "en")[0]
    assert [hours.is_said(other) for other in (one, two, daily)] == [True, False, True]


NO_NUMBERS = [
    "base64 of utf8mb4 by SHA256",
    "https://orbit.example/v2/30?page=40",
    "mail dock7@orbit9.example",
    "put {0} and %1$s here",
    "OAuth2.0 and v1.2.3",
    "3rdPartyId",
]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_no_numbers(text: str) -> None:
    """Digits in names, addresses and places for something else are no numbers of a text."""
    assert _written(text, "en") == []


def test_digits_in_names_bear_out() -> None:
    """What one text writes within a name, the other may write as a number."""
    (number,) = _written("OAuth 2", "en")
    assert any(number.is_said(other) for other in amounts("OAuth2", "ko"))


@given(
    st.text(
        alphabet=st.characters() | st.sampled_from("0123456789,.년월일시분만천 :-"), max_size=60
    )
)
def test_any_text(text: str) -> None:
    """Whatever stands in a text, its amounts stand in it, and say what they say themselves."""
    for language in ("en", "ko", "zh", "de"):
        for amount in amounts(text, language):
            assert 0 <= amount.start < amount.end <= len(text)
            assert amount.is_said(amount)


LONG = [
    "12 ships ",
    "2025-12-10 ",
    "9 PM ",
    "이십 ",
    "one hundred and ",
    "1",
    "1,234",
    "{",
    "a@",
    "%9",
]


@pytest.mark.parametrize("text", LONG)
def test_long_texts(text: str) -> None:
    """A text of 100,000 signs ends, whatever it repeats."""
    with patience(60):
        for language in ("en", "ko", "zh"):
            amounts(text * (100_000 // len(text)), language)
