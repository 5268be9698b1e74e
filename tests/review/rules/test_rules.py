"""Each rule for discrepancies: what it finds, with the marks, and what it must leave alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.review.rules import RULES, Harm
from tests.review.rules import planted
from tests.review.rules.shown import BY_NAME, found, says, subject

if TYPE_CHECKING:
    from collections.abc import Callable

# rule, message -> the marks and what should stand there; none: it is right
MESSAGES: list[tuple[str, str, str | None]] = [
    ("spelling", "Invalild appkey", "Invalild -> Invalid"),
    ("spelling", "Too many retrys", "retrys -> retry"),
    ("spelling", "Invalild paramater", "Invalild -> Invalid; paramater -> parameter"),
    ("spelling", "Is it xqzvk?", "xqzvk -> None"),
    ("spelling", "Wrong retrys:", "retrys -> retry"),
    ("spelling", "a vulgrar xqzvks", "vulgrar -> vulgar; xqzvks -> None"),
    ("spelling", "Ask Zyxwvia or Abnormel, sort asc", None),
    ("spelling", "Zyxwvia is shut, varchr(20), signup by https", None),
    ("spelling", "JSON, msg_type, linkMo and 'qwertz' of mp.weixin.qq.com", None),
    ("spelling", "This doesn not match, it doesn't", None),
    ("spelling", "The transcation is shut", "transcation -> transaction"),
    ("spelling", "The gate's admin: multi subnet lookups, webhook timestamp, wrong checksum", None),
    ("spelling", "The user’s re-delivery of read/write access", None),
    ("grammar", "It doesn not exist", "doesn not -> does not"),
    ("grammar", "It doesn't not exist", "doesn't not -> does not"),
    ("grammar", "Name does not exists", "does not exists -> does not exist"),
    ("grammar", "Value cannot exceeds 10", "cannot exceeds -> cannot exceed"),
    ("grammar", "Account not exist", "not exist -> does not exist"),
    ("grammar", "It does not exist, or may not match; please do not match", None),
    ("grammar", "It is not always there, and cannot always be", None),
    ("grammar", "It does not pass, cannot focus, will not sometimes, can not this", None),
    ("grammar", "It does not always, cannot analysis, do not sideways", None),
    ("grammar", "It cannot matches and does not tries", "cannot matches -> cannot match"),
    ("grammar", "Failed since because it is so", "since because -> because"),
    ("grammar", "Send the the message", "the the -> the"),
    ("grammar", "It is that that had had it", None),
    ("grammar", "a outgoing call", "a outgoing -> an outgoing"),
    ("grammar", "an verification call", "an verification -> a verification"),
    ("grammar", "a user, a URL, a one-time code, an hour, an SMS, an API, a unique uniform", None),
    ("grammar", "a unit, an unimportant one, an M/N type, a European, an AC button", None),
    ("grammar", "Users not exist", "not exist -> do not exist"),
    ("grammar", "Key and token not match", "not match -> do not match"),
    ("grammar", "It is shut and not match", "not match -> does not match"),
    ("grammar", "Wrong user or not exist", "not exist -> does not exist"),
    ("grammar", "They not belong here", "not belong -> do not belong"),
    ("grammar", "Not exist. Not match", "Not exist -> Does not exist; Not match -> Does not match"),
    ("grammar", "It does not has one", "does not has -> does not have"),
    ("grammar", "Must be small and not contain signs, or not match it", None),
    ("grammar", "It is required that it not exist", None),
    ("grammar", "The flag 'not exist' is set; type a is for this", None),
    ("grammar", "An UUID and an JSON", "An UUID -> A UUID; an JSON -> a JSON"),
    ("grammar", "See an url of an UUID", "an url -> a url; an UUID -> a UUID"),
    ("grammar", "A SQL and an SQL, a NULL, an http", None),
    ("grammar", "a HTTP and a SMS, a ID", "a HTTP -> an HTTP; a SMS -> an SMS; a ID -> an ID"),
    ("said-twice", "Dock error (dock error).", " (dock error) -> "),
    ("said-twice", "Dock error (the dock error)", None),
    ("said-twice", "(dock) (dock)", None),
    ("grammar", "Dock error or not exist", "not exist -> None"),
    ("grammar", "Wrong dock or not exist", "not exist -> does not exist"),
    ("punctuation", "If a dock is asked for,", ", -> None"),
    ("capitals", "Parameter missing: dock id; wrong ID", None),
    ("grammar", "Please wait since user not exist", "not exist -> does not exist"),
    ("grammar", "Key is shut and token not match", "not match -> does not match"),
    ("grammar", "Docks need not include it; it must also not contain b", None),
    ("grammar", "Should the dock not exist, it is made. Do you not have one?", None),
    ("grammar", "Did the dock not match? Ask the harbour, not support", None),
    ("grammar", "It is Deny or not Allow; write to x@a.example not support@a.example", None),
    ("grammar", "Cannot sail since dock not exist", "not exist -> does not exist"),
    ("grammar", "Dock is not exist", "is not exist -> does not exist"),
    ("grammar", "It was not support docks", "was not support -> None"),
    ("grammar", "Turned on on it, signed in in it, FF FF, long long, Walla Walla, is is", None),
    ("grammar", "The the dock, message message", "The the -> The; message message -> message"),
    ("grammar", "Since because it is so", "Since because -> Because"),
    ("grammar", "An SMS-enabled dock, an S3-compatible one, an X-Dock-Id, an M-Pesa key", None),
    (
        "grammar",
        "An EU-based dock, an HttpOnly one, an XMLDock, an nginx, an Xbox, an n-gram",
        None,
    ),
    ("grammar", "A UK-based dock, a uint64, a Uint8Array, a UPnP key, a U-turn, a Unix dock", None),
    ("grammar", "A Utah dock, an Ubuntu dock, a unary sign, an UNKNOWN dock, an herb", None),
    (
        "grammar",
        "an UDP-based dock, a SMS-only",
        "an UDP-based -> a UDP-based; a SMS-only -> an SMS-only",
    ),
    ("grammar", "See option A internal or B", None),
    ("grammar", "With http:// https:// before", "  ->  or "),
    ("agreement", "Composite templates is required", "templates is -> templates are"),
    ("agreement", "Composite templates is a field", None),
    ("agreement", "Login token are wrong", "token are -> token is"),
    ("agreement", "Token are wrong or do not exist", "Token are -> Token is; do -> does"),
    ("agreement", "Token are wrong (they do not exist) and do", "Token are -> Token is"),
    ("agreement", "The users whose token are wrong", None),
    ("agreement", "Email that do not exist", "do -> does"),
    ("agreement", "Status is wrong, the address is wrong, title and code are wrong", None),
    ("agreement", "The list of templates is empty", None),
    ("agreement", "Sending templates is forbidden", None),
    ("agreement", "Flibbets is wrong", None),
    ("agreement", "The flibbets is wrong", None),
    ("agreement", 'It says "too many menu at once" here', None),
    ("agreement", "Too many menu", "menu -> menus"),
    ("agreement", "Too many open query, too many old key.", "key -> keys"),
    ("agreement", "Too many menu items, too many messages", None),
    ("agreement", "The number of device", "device -> devices"),
    ("agreement", "The serial number of device", None),
    ("agreement", "Up to 50 device ID are read", "ID -> IDs"),
    ("agreement", "50 device ID at a time", "ID -> IDs"),
    ("agreement", "Up to 1 device, a 50 character name", None),
    ("agreement", "No more member can be added", "member -> members"),
    ("agreement", "A wide templates is needed", "templates -> template"),
    ("agreement", "The settings is wrong", "settings is -> settings are"),
    ("agreement", "The data it contains is old; 100 characters is short, 30 seconds is long", None),
    ("agreement", "The list your users is in; docks under this key are shut", None),
    ("agreement", "Docks per user are few; all but one file are lost", None),
    ("agreement", "The number of this account, the number of your order", None),
    ("agreement", "Too many requests from user, no more results on page", None),
    ("agreement", "Too many file or dock names", None),
    ("agreement", "Too many failed login attempt", "attempt -> attempts"),
    ("verb-form", "Login token, please login again", "login -> log in"),
    ("verb-form", "You must Login, unable to logout", "Login -> Log in; logout -> log out"),
    ("verb-form", "Cannot login page, please login-dock", None),
    ("verb-form", "Please log in at the login", None),
    ("verb-form", 'It says "please login" here', None),
    ("verb-form", "Fail to load", "Fail -> Failed"),
    ("verb-form", "They fail to load", None),
    ("verb-form", "The option unavailable", "unavailable -> is unavailable"),
    ("verb-form", "The old options not found (see)", "not found -> are not found"),
    ("verb-form", "The dock and ship invalid", "invalid -> are invalid"),
    ("verb-form", "The dock and ship mismatch", "mismatch -> do not match"),
    ("verb-form", "The dock mismatch", None),
    ("verb-form", "The option was found invalid", None),
    ("verb-form", "Option unavailable", None),
    ("verb-form", "Your session expired", None),
    ("verb-form", "This leaves the dock disabled.", None),
    ("verb-form", "Your dock came back invalid", None),
    ("verb-form", "The dock ships disabled", None),
    ("verb-form", "Should login with a key fail, use another", None),
    (
        "wrong-limit",
        "maximum button number exceeds 2 characters",
        "maximum button number exceeds 2 characters -> number of buttons exceeds 2",
    ),
    (
        "wrong-limit",
        "photo count must not exceed 2 letters",
        "photo count must not exceed 2 letters -> number of photos must not exceed 2",
    ),
    ("wrong-limit", "number of large photos exceeds 10 characters", " characters -> "),
    ("wrong-limit", "the maximum title length exceeds 76", "maximum  -> "),
    (
        "wrong-limit",
        "account number exceeds 10 characters; number of letters exceeds 10 digits",
        None,
    ),
    ("wrong-limit", "the maximum exceeds the minimum", None),
    ("wrong-limit", "Your maximum bid exceeds the remaining credit", None),
    ("wrong-limit", "Max dock size exceeds 5 feet", "Max d -> D"),
    (
        "wrong-limit",
        "Max image count exceeds 5 bytes",
        "Max image count exceeds 5 bytes -> Number of images exceeds 5",
    ),
    ("wrong-limit", "it exceeds the maximum title length of 76", None),
    (
        "turned-around",
        "The wide template is a required field for shipName and b",
        "wide template is a required field for shipName -> None",
    ),
    ("turned-around", "The ship name is a required field for shipName", None),
    ("turned-around", "The wide template is a required field for sendShip", None),
    ("turned-around", "The wide template is a required field for ships", None),
    ("capitals", "Not a Json or Xml, nor Jsons", "Json -> JSON; Xml -> XML; Jsons -> JSONs"),
    ("capitals", "a URL and urls, an IP and ip", "urls -> URLs; ip -> IP"),
    ("capitals", "a json, a url, an Id, /Json, Json.x, .Json", None),
    ("capitals", "ID, then: id; the id field; id: 5; (id); a.id; my-id", None),
    ("capitals", 'a "URL" and a url', None),
    ("capitals", "wrong oauth code", "oauth -> OAuth"),
    ("capitals", "shut, Please wait", "Please -> please"),
    ("capitals", "shut, Please, The Hague, PLEASE do", None),
    ("capitals", "wrong userName of the username", None),
    ("capitals", "wrong shipName or ShipName", "shipName -> None; ShipName -> None"),
    ("capitals", "ShipTalk, ShipTalk or shiptalk", "shiptalk -> ShipTalk"),
    ("capitals", "HTTP: only http and https, not JSON or json", None),
    ("capitals", "One of Active, Not started, or Done", None),
    ("capitals", "SHIP_NAME and ship_name", None),
    ("punctuation", "Busy(queue full)", "( ->  ("),
    ("punctuation", "Busy (queue full), call f() for file(s)", None),
    ("punctuation", "content , when", "  -> "),
    ("punctuation", "a fallback is requested,", ", -> "),
    ("punctuation", "It is gone For the feed type, use another", " -> ."),
    ("punctuation", "Only 1,000 at 12:30, see http://a.example.com", None),
    ("punctuation", "It failed.Please wait", ". -> . "),
    ("punctuation", "the system.Exception of request.Header", None),
    ("punctuation", "Shut(since then), max(a, b), Body(JSON)", "( ->  (; ( ->  ("),
    ("punctuation", "Wrong getShip(a b) or dock.ship(it is)", None),
    ("punctuation", "The dock(old) or get(id), the get(name) call", "( ->  ("),
    ("punctuation", "Part with , or ;", None),
    ("punctuation", "sort by id,name,type; in: a,b; &lt;b", None),
    ("punctuation", "wrong key,try it", ", -> , "),
    ("punctuation", "Shut\nIf it rains", None),
    ("punctuation", "Unexpected token ; here, missing ; before it, expected , or }", None),
    ("punctuation", "It must not contain . or $, none of these characters: , ; |", None),
    ("punctuation", "Unexpected token ,", None),
    ("punctuation", "The dock is missing , and shut;use A", "  -> ; ; -> ; "),
    ("punctuation", "It must be lat,lng. Sort by dock,asc. The scopes read,write are few", None),
    ("punctuation", "Accept the Terms of Use before it, set it to Only me and wait", None),
    ("punctuation", "Use sha(a + b), CAST(a AS INT), user(login: a), list({a = b})", None),
    (
        "punctuation",
        "A list(string), a varchar(max), Check the file(s), Sign(R), Room 506(B)",
        None,
    ),
    ("punctuation", "It is shut ,try again", " , -> , "),
    ("punctuation", "It is shut( wait here ).", "( -> None"),
    ("markup-residue", r"chat\_bubble type", r"\_ -> _"),
    ("markup-residue", "a &lt; b<br>c", "&lt; -> <; <br> -> "),
    ("markup-residue", r"x \&lt; y", r"\& -> &"),
    ("markup-residue", '<a b="&lt;">', '<a b="&lt;"> -> '),
    ("markup-residue", "<code>a</code>, <code>", "<code> -> ; </code> -> ; <code> -> "),
    ("markup-residue", "<code>, <name> and a <b and c>", None),
    ("markup-residue", "<a href='b'>c", "<a href='b'> -> "),
    ("markup-residue", r"No \, / or *; escape it as \".; see C:\$docks", None),
    ("markup-residue", "Write & as &amp; to escape it; no HTML: <i>a</i>", None),
    ("markup-residue", "Replace <i> with it, use <br> for a line, only <b> is a tag", None),
    ("markup-residue", r"^[a-z]\-[0-9]$ or \d\.", None),
    ("markup-residue", r'the character "\uxxxx", 1 < 2 & 3, a&b;', None),
]


@pytest.mark.parametrize(("rule", "message", "marks"), MESSAGES)
def test_message(
    rule: str,
    message: str,
    marks: str | None,
    as_before: Callable[[str], None],
) -> None:
    """A rule finds what is wrong in a message, marks it, says so, and leaves right ones alone."""
    assert found(rule, message) == ([f"100: {marks}"] if marks is not None else [])
    if marks is not None:
        as_before(says(rule, message))


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4))
def test_any_text(messages: list[str]) -> None:
    """Any text goes through all rules, and every mark lies within its message, in order."""
    checked = subject(*messages)
    for rule in RULES:
        for hit in rule.find(checked):
            assert hit.quotes
            for quote in hit.quotes:
                places = [place for mark in quote.marks for place in (mark.start, mark.end)]
                assert places == sorted(places), "marks that overlap would falsify the quotation"
                assert all(0 <= place <= len(quote.row.message) for place in places)


def test_every_rule_is_described() -> None:
    """Each rule has a name, a title and a sentence, and no two have the same name."""
    assert len(BY_NAME) == len(RULES)
    assert all(rule.title and rule.description.endswith(".") for rule in RULES)


def test_order() -> None:
    """Pages show first what misleads, then what is unclear, then style."""
    harms = [rule.harm for rule in RULES]
    assert harms == sorted(harms, key=list(Harm).index)


def test_other_languages() -> None:
    """Rules speak of no row in another language, and of no document in one."""
    german = ("Der Benutzer ist nicht da , und", "Datei zu gross(alt)", "Der Nutzer not exist")
    assert [hit for rule in RULES for hit in rule.find(subject(*german))] == []
    mixed = (
        "이 사용자 not exist ,",
        *german,
        "User not exist",
        "Vuelva a intentarlo en 5 minutos ,",
    )
    assert found("grammar", *mixed) == ["104: not exist -> does not exist"]
    assert found("punctuation", *mixed) == []


def test_many_rows() -> None:
    """10,000 rows of which each is another go through all rules, and none is found."""
    many = [f"Wrong dock_{row} or shipNo{row}, code {row}" for row in range(10_000)]
    assert [hit for rule in RULES for hit in rule.find(subject(*many))] == []


@pytest.mark.parametrize("shape", planted.HOSTILE)
def test_long_message(shape: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message that repeats itself 3,000 times goes through all rules, with marks in order."""
    checked = subject(shape * 3000)
    monkeypatch.setattr(type(checked), "english", property(lambda whole: whole.rows))
    for rule in RULES:
        for hit in rule.find(checked):
            for quote in hit.quotes:
                places = [place for mark in quote.marks for place in (mark.start, mark.end)]
                assert places == sorted(places)


@pytest.mark.parametrize("document", planted.SILENT)
def test_near_misses(document: list[str]) -> None:
    """What only looks like a mistake is left alone by every rule."""
    assert planted.found(document, planted.provider()) == []


def test_precision_and_recall() -> None:
    """On the planted documents every rule finds what is its own, all of it, and nothing else."""
    assert set(planted.FOUND) == set(BY_NAME)
    assert planted.measure() == dict.fromkeys(BY_NAME, (1.0, 1.0))
