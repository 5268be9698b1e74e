"""Words and identifiers: what a rule takes for a word, and what a program spells."""

from __future__ import annotations

from collections import Counter

import pytest

from macros.review.language import Language, identifiers, is_ascii, unquoted, words

WORDS = {
    "Dock is busy.": [(0, "Dock"), (5, "is"), (8, "busy")],
    "(see: 'abc def') user’s re-try and/or": [
        (1, "see"),
        (17, "user’s"),
        (24, "re"),
        (27, "try"),
        (31, "and"),
        (35, "or"),
    ],
    'msg_type, linkMo, JSON, v2, a.b, "x y" and [token]': [(39, "and")],
    "isn't 'it'?": [(0, "isn't")],
    "": [],
    "... !? ''": [],
}


@pytest.mark.parametrize("text", WORDS)
def test_words(text: str) -> None:
    """Words come with their places; codes, quotations and identifiers are none."""
    assert list(words(text)) == WORDS[text]


def test_identifiers() -> None:
    """What has an underscore or a hump is an identifier, without the signs around it."""
    assert list(identifiers("wrong kf_account: linkMo, 'sendAt' JSON a_ _b Ab")) == [
        (6, "kf_account"),
        (18, "linkMo"),
        (40, "a_"),
    ]


def test_knows() -> None:
    """The dictionary and the glossary know a word in any case, with any apostrophe."""
    language = Language(frozenset({"appkey"}))
    assert language.knows("AppKey")
    assert language.knows("Dock")
    assert language.knows("doesn’t")
    assert not language.knows("paramater")


def test_british_words() -> None:
    """British spelling is right, and so are words of computing and what belongs to one."""
    language = Language(frozenset({"app"}))
    british = "colour favourite authorised recognises organisation analysed metres cheque catalogue"
    for word in (*british.split(), "webhooks", "timestamp", "app's", "admin’s"):
        assert language.knows(word), word
    for word in ("colur", "authorisd", "xqzvkour", "metrer"):
        assert not language.knows(word), word


def test_is_english() -> None:
    """A message of another language is told by its small words and by words like none in English.

    Misspelt words and a small word of another language among English ones leave it English.
    """
    language = Language(frozenset())
    for english in (
        "Invalild paramater retrys",
        "Non-existent dock",
        "User not exist",
        "Is it xqzvk?",
        "A_b tarrif",
        "The city La Paz is unknown",
        "",
    ):
        assert language.is_english(english), english
    for other in (
        "Fehler 5: Datei nicht gefunden.",
        "Erreur interne du serveur ; merci de patienter",
        "Vuelva a intentarlo en 5 minutos",
        "Zugang verweigert",
        "Der Nutzer not exist",
        "码头",
    ):
        assert not language.is_english(other), other


def test_probable() -> None:
    """A word of the same document comes before the dictionary's; a capital stays one."""
    language = Language(frozenset())
    assert language.probable("Paramater", Counter()) == "Parameter"
    assert language.probable("paramater", Counter()) == "parameter"
    assert language.probable("tarrif", Counter({"tariff": 1})) == "tariff"
    assert language.probable("docj", Counter({"dock": 2, "doc": 1})) == "dock"
    assert language.probable("docj", Counter({"dock": 1, "doc": 2})) == "doc"
    assert language.probable("sucessfull", Counter()) == "successful"
    assert language.probable("transcation", Counter()) == "transaction"
    assert language.probable("fichiers", Counter()) is None, "too short for two letters"
    assert language.probable("fichiers", Counter({"fighters": 1})) == "fighters"
    assert language.probable("xqzvk", Counter()) is None
    assert language.probable("twilio", Counter()) is None, "a word that is hardly used"
    assert language.probable("twilio", Counter({"twilit": 1})) == "twilit"


def test_reads() -> None:
    """English is told from what has other words; a few may be unknown."""
    language = Language(frozenset({"appkey"}))
    assert language.reads(["The appkey is wrong", "No such usre"])
    assert language.reads(["Invalild paramater retrys"])
    assert not language.reads(["Der Benutzer wurde nicht gefunden"])
    assert not language.reads(["The dock is busy", "Il y a une erreur, veuillez recommencer"])
    assert language.reads([])


def test_letters() -> None:
    """Letters of other alphabets are told from signs."""
    assert is_ascii("It’s shut…")
    assert not is_ascii("Dock 码头")
    assert not is_ascii("Über")


def test_unquoted() -> None:
    """What is quoted becomes underscores, and all else keeps its place."""
    assert unquoted("The 'a b' and \"c\" [file] it's") == "The _____ and ___ ______ it's"
