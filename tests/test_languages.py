"""Tags of languages: the one spelling of each, and what it is called."""

from __future__ import annotations

import pytest

from macros import languages

NAMES = {
    "en": "English",
    "en-GB": "British English",
    "ko": "Korean",
    "zh-Hans": "Simplified Chinese",
    "zh-TW": "Chinese (Taiwan)",
    "sr-Latn-ME": "Serbian (Latin, Montenegro)",
    "es-419": "Latin American Spanish",
}


@pytest.mark.parametrize("tag", NAMES)
def test_good_tag(tag: str) -> None:
    """A tag in its one spelling has a name, with its script and its country."""
    assert languages.fault(tag) is None
    assert languages.name(tag) == NAMES[tag]


FAULTS = {
    "": "is not a tag",
    "EN": "is not a tag",
    "zh-hans": "is not a tag",
    "zh_Hans": "is not a tag",
    "Korean": "is not a tag",
    "en-": "is not a tag",
    "ko ": "is not a tag",
    "ko\n": "is not a tag",
    "kr": 'that of its language is "ko"',
    "jp": 'that of its language is "ja"',
    "CN": 'that of its language is "zh"',
    "cn-Hans": 'that of its language is "zh"',
    "qq": 'nobody knows "qq"',
    "zh-Hanq": 'nobody knows "Hanq"',
    "en-XQ": 'nobody knows "XQ"',
}


@pytest.mark.parametrize("tag", FAULTS)
def test_bad_tag(tag: str) -> None:
    """A country for a language, another spelling and what nobody knows are refused."""
    assert FAULTS[tag] in str(languages.fault(tag))


def test_english() -> None:
    """English is English in whatever country; what begins with the same letters is not."""
    assert [languages.is_english(tag) for tag in ("en", "en-US", "enm", "ko", "")] == [
        *(True, True),
        *(False, False, False),
    ]
