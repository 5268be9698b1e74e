"""Numbers that are written in words: text, language -> places and values.

English, Chinese, Japanese and Korean are known. What may be a number is one: who asks wants to know
whether a text can say a number, not that it does.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KNOWN = frozenset({"en", "ko", "zh", "ja"})
# In a language whose numerals are not known, any number up to this one may stand in words.
MOST_IN_WORDS = 12


def _table(words: str) -> dict[str, int]:
    """Return words with the numbers that stand behind them."""
    listed = words.split()
    return {word: int(number) for word, number in zip(listed[::2], listed[1::2], strict=True)}


_SMALL = _table("십 10 十 10 백 100 百 100 천 1000 千 1000")
_LARGE = _table(
    "만 10000 万 10000 萬 10000 억 100000000 亿 100000000 億 100000000"
    " 조 1000000000000 兆 1000000000000"
)
_ENGLISH = _table(
    "zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11"
    " twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19"
    " twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90"
)
_ENGLISH_LARGE = _table("hundred 100 thousand 1000 million 1000000")
_ENGLISH_OTHERS = _table(
    "no 0 none 0 nothing 0 empty 0 never 0 a 1 an 1 single 1 once 1 first 1 only 1 each 1 per 1"
    " every 1 daily 1 another 1 both 2 double 2 twice 2 second 2 pair 2 third 3 fourth 4 fifth 5"
    " sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 dozen 12"
)
_HALF = {"half", "半", "반"}
_HAN = _table(
    "\u3007 0 一 1 二 2 三 3 四 4 五 5 六 6 七 7 八 8 九 9 零 0 无 0 無 0 空 0 两 2 兩 2 每 1 首 1"
    " 单 1 単 1 當 1 当 1"
)
_KOREAN = _table("영 0 일 1 이 2 삼 3 사 4 오 5 육 6 칠 7 팔 8 구 9")
_TENS = _table("열 10 스물 20 서른 30 마흔 40 쉰 50 예순 60 일흔 70 여든 80 아흔 90")
_NATIVE = _table(
    "하나 1 한 1 둘 2 두 2 셋 3 세 3 석 3 넷 4 네 4 넉 4 다섯 5 여섯 6 일곱 7 여덟 8 아홉 9 스무 20"
    " 하루 1 이틀 2 사흘 3 나흘 4 닷새 5 열흘 10 매 1 첫 1 단 1 양 2 빈 0 비어 0 없 0"
)
# Words that count days, and have no unit behind them.
DAYS = frozenset("daily 하루 이틀 사흘 나흘 닷새 열흘".split())
# What is counted: a lone syllable such as 이 is a number before one of these alone.
_COUNTERS = "자개회번명건통장글시분초일주달년월원층배행줄단차종바"

_ENGLISH_WORD = re.compile(r"[A-Za-z]+")
_HAN_RUN = re.compile(f"[{''.join(_HAN)}半十百千万萬亿億兆]+")
_KOREAN_RUN = re.compile(
    r"(?<![가-힣])(?:[일이삼사오육칠팔구]?[십백천만억][십백천만억일이삼사오육칠팔구]*"
    rf"|[영일이삼사오육칠팔구](?=\s?[{_COUNTERS}]))"
)
_NATIVE_RUN = re.compile(
    rf"(?<![가-힣])(?:(?P<tens>{'|'.join(_TENS)})\s?)?(?P<ones>{'|'.join(_NATIVE)})?"
)


def numerals(text: str, language: str) -> Iterator[tuple[int, int, Decimal]]:
    """Yield what may be numbers in words, with the places where they begin and end."""
    main = language.partition("-")[0]
    if main == "en":
        yield from _english(text)
    elif main in {"zh", "ja"}:
        yield from _han(text)
    elif main == "ko":
        yield from _korean(text)


def joined(steps: Iterable[tuple[Decimal, str]]) -> Decimal:
    """Return a number of which each part has its multiples behind it: 3천5백만 is 35,000,000."""
    total = section = Decimal(0)
    for number, many in steps:
        part = number
        for sign in many:
            if sign in _SMALL:
                part *= _SMALL[sign]
            else:
                total += (section + part) * _LARGE[sign]
                part = section = Decimal(0)
        section += part
    return total + section


def _english(text: str) -> Iterator[tuple[int, int, Decimal]]:
    run: list[re.Match[str]] = []
    for word in _ENGLISH_WORD.finditer(text):
        lower = word[0].lower()
        if lower in _ENGLISH_OTHERS:
            yield *word.span(), Decimal(_ENGLISH_OTHERS[lower])
        if lower in _HALF:
            yield *word.span(), Decimal("0.5")
        near = run and text[run[-1].end() : word.start()] in {" ", "-", " and "}
        if run and (not near or lower not in {*_ENGLISH, *_ENGLISH_LARGE, "and"}):
            yield run[0].start(), run[-1].end(), _english_value([one[0].lower() for one in run])
            run = []
        if lower in _ENGLISH or lower in _ENGLISH_LARGE:
            run.append(word)
    if run:
        yield run[0].start(), run[-1].end(), _english_value([one[0].lower() for one in run])


def _english_value(words: list[str]) -> Decimal:
    total = section = 0
    for word in words:
        if word in _ENGLISH:
            section += _ENGLISH[word]
        elif word == "hundred":
            section = max(section, 1) * 100
        else:
            total += max(section, 1) * _ENGLISH_LARGE[word]
            section = 0
    return Decimal(total + section)


def _han(text: str) -> Iterator[tuple[int, int, Decimal]]:
    for run in _HAN_RUN.finditer(text):
        for place, sign in enumerate(run[0]):
            if sign in _HALF:
                yield run.start() + place, run.start() + place + 1, Decimal("0.5")
        value = _digits(run[0].replace("半", ""), _HAN)
        if value is not None:
            yield *run.span(), value


def _korean(text: str) -> Iterator[tuple[int, int, Decimal]]:
    for run in _KOREAN_RUN.finditer(text):
        value = _digits(run[0], _KOREAN)
        if value is not None:
            yield *run.span(), value
    for native in _NATIVE_RUN.finditer(text):
        if native[0].strip():
            value = Decimal(_TENS.get(native["tens"], 0) + _NATIVE.get(native["ones"], 0))
            yield native.start(), native.end(), value
    for half in re.finditer("반", text):
        yield *half.span(), Decimal("0.5")


def _digits(run: str, digits: dict[str, int]) -> Decimal | None:
    """Return the value of signs for digits and multiples: 二十四, 이십사, 二四."""
    if not run:
        return None
    if all(sign in digits for sign in run):
        return Decimal("".join(str(digits[sign]) for sign in run))
    steps: list[tuple[Decimal, str]] = []
    number: Decimal | None = None
    for sign in run:
        if sign in digits:
            if number is not None:
                steps.append((number, ""))
            number = Decimal(digits[sign])
        elif number is None and steps and sign in _LARGE:
            steps[-1] = (steps[-1][0], steps[-1][1] + sign)
        else:
            steps.append((Decimal(1) if number is None else number, sign))
            number = None
    if number is not None:
        steps.append((number, ""))
    return joined(steps)
