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

MANY = [f"{900 + number}: Gate {number} is shut" for number in range(12)]

# rule -> documents of rows `code: message`, in which it finds one thing and no other rule does;
# `mail/7: …` is a row of another code set
FOUND: dict[str, list[list[str]]] = {
    "duplicate-code": [
        ["101: Dock is busy", "101: Dock is closed"],
        ["7: One", "8: Two", "9: Three", "7: Four"],
        ["mail/7: One", "7: Two", "mail/7: Three"],
    ],
    "shared-message": [
        ["101: Dock is busy", "-101: Dock is busy"],
        ["1: Invalid key", "2: invalid KEY.", "3: Expired key"],
        ["1: Ship is not found", "2: Ship not found", "3: No ship"],
        ["1: Invalid anchors", "2: The anchor has come up", "3: Invalid anchor"],
        ["mail/1: Mail is lost", "1: Mail is lost", "mail/2: Mail is lost"],
        ["1: 码头已满", "2: 码头已满", "3: 码头关闭"],
    ],
    "wrong-limit": [
        ["1: If the maximum button number exceeds 2 characters"],
        ["1: The number of photos exceeds 10 characters"],
        ["1: The maximum title length exceeds 76 characters"],
        ["1: The image count exceeds 3 bytes"],
    ],
    "turned-around": [
        ["1: The wide template is a required field for shipName and shipSize"],
        ["1: Mixed messages are required fields for extraText"],
        ["1: Short forms are a required parameter of dock_name"],
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
        ["1: Missing: berth", "2: A berth is closed", "3: The dock was open"],
        ["mail/1: Shut dock", "mail/2: Shut berth", "1: Open dock", "2: The berth has sunk"],
    ],
    "unlisted-number": [
        ["1001: Wrong type (neither 1008 nor 1009)", "1030: Dock is busy"],
        ["301: Read on at code 305", "309: Dock is busy"],
        ["-101: See -105, -106", "-120: Dock is busy", "-105: It is shut"],
    ],
    "bare-condition": [
        ["1: If no dock is free", "2: When the ship is too long", "3: If it rains"],
        [
            "1: If the gate is shut (at night, for instance)",
            "2: When leaving, if the ship has no name",
            "3: If the name is not 'a, b', or if it has no flag",
            "4: If the flag is red, it cannot leave",
        ],
        [*MANY, "1: In case it rains", "2: When it snows", "3: If wind, rain, or snow is near"],
    ],
    "spelling": [
        ["1: Invalild request"],
        ["1: The paramater is missing"],
        ["1: invalid kf_account", "2: kf_account exists", "3: wrong kf_acount length"],
        ["1: Wrong parameter", "2: This Paramater is too long"],
    ],
    "capitals": [
        ["1: linkMo is required", "2: Enter linkMo or linkPc", "3: Missing LinkMo"],
        ["1: shipName has signs", "2: Wrong ShipSize", "3: shipSize is short", "4: shipFlag"],
        ["1: Not a valid Json object"],
        ["1: Wrong URL", "2: Missing url of the ship"],
        ["1: The gate is shut, Please wait for it"],
        [*MANY, "1: gate token timed out"],
        ["1: ShipTalk is shut", "2: Call shiptalk again", "3: Call ShipTalk"],
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
        ["1: The address must begin with http:// https:// in small letters"],
        ["1: Docks and ships not match"],
    ],
    "agreement": [
        ["1: The tokens is wrong"],
        ["1: Gate key are wrong or do not exist"],
        ["1: Email that do not have a sign"],
        ["1: Too many heavy message"],
        ["1: Invalid number of device (one is needed)"],
        ["1: Give 50 dock ID at most"],
        ["1: No more member can be added"],
    ],
    "verb-form": [
        ["1: Please login again"],
        ["1: The gate unavailable"],
        ["1: The new dock and ship mismatch"],
        ["1: Fail to load ships"],
        ["1: You must signup before that"],
    ],
    "punctuation": [
        ["1: Server busy(queue full)"],
        ["1: Banned word in the text , sending failed"],
        ["1: If a fallback is requested,"],
        ["1: The image cannot be found For the feed type, use another image"],
        ["1: Wrong key,try again"],
        ["1: It has sunk.Please wait for another"],
        ["1: Read from the body(JSON)"],
    ],
    "said-twice": [
        ["1: Dock error (dock error)"],
        ["1: Invalid ship (Invalid Ship)."],
        ["1: No tug here (No tug here)", "2: No ship"],
    ],
    "uneven-style": [
        [*MANY, "1: This ship has sunk."],
        ["1: It can not sail", "2: It cannot swim"],
        ["1: Up to 1000 users", "2: Up to 2,000 rows"],
        ["1: Its captain’s hat", "2: A ship's cat"],
    ],
    "markup-residue": [
        [r"1: The chat\_bubble does not match"],
        ["1: First line<br>second line"],
        ["1: Size &lt; 10"],
        ['1: See <a href="/docks">docks</a>'],
        ["1: Wrong <code>dock</code>"],
    ],
}
# documents in which no rule finds anything

# What patterns look back or ahead for, again and again: `make bench-review` measures these.
HOSTILE = (
    *(
        "key are ",
        ", a",
        "a-",
        "not exist ",
        "code 100, ",
        "“a",
        "a (",
        "is a required field for aB ",
    ),
    *("1 ", "(", "()", "(1 a)", "1,", "max ", "exceeds 5 ", "a, ", "of ", "too long (5 b) "),
)

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
    [
        "1: The ship mast must not exceed 5 feet (tug)",
        "2: The ship mast must not exceed 9 feet (yacht)",
    ],
    ["1: Tug: the ship mast exceeds 5 feet", "2: Yacht: the ship mast exceeds 9 feet"],
    ["1: The name exceeds 20 letters", "2: If the name exceeds 30 letters"],
    ["1: The ship mast exceeds 1,000 pixels", "2: If the ship mast exceeds 1000 pixels"],
    ["1: The name of the ship exceeds 9 letters", "2: If the ship of the name exceeds 8 letters"],
    [
        "1: Mast height limit exceeded (9 pixels with a flag, 7 pixels without a sail)",
        "2: If the height of the mast exceeds 7 pixels",
    ],
    ["1: Once a day, twice a year, a European unit", "2: An unimportant one, an uninstalled app"],
    # duplicate-code, shared-message: another code set, a success, another meaning
    ["7: Mail has come", "mail/7: Mail was lost"],
    ["1: Mail is lost", "mail/2: Mail is lost"],
    ["0: Done", "00: Done", "1: Not done"],
    ["1: Value < 10", "2: Value > 10", "3: No value (small)", "4: No value (large)"],
    # limits: a phone number has characters, a maximum has a length
    ["1: The phone number exceeds 20 characters", "2: Its maximum length is 20 characters"],
    ["1: The number of characters exceeds 10 characters", "2: The number of docks exceeds 10"],
    ["1: If the title exceeds the maximum length of 10 characters, it is cut"],
    # turned-around: a field for a call, a field of its own, no field
    ["1: The ship name is a required field for createShip"],
    ["1: The wide template is required for shipName", "2: A template is a required field for it"],
    ["1: shipName is a required field for wide templates"],
    # mixed-terms: a field, a longer name, names that tell codes apart
    ["1: Missing: berth", "2: The dock is free", "3: Wrong parameter berth", "4: Shut (berth)"],
    ["1: The dock is free", "2: Use the Delete Berth API to sink it", "3: Call Berth Control"],
    ["1: Shut dock", "2: Shut berth", "3: A berth has sunk"],
    # unlisted-number: listed, of others, a count, longer or shorter, out of the list
    ["101: See 105", "105: Dock is busy", "120: HTTP code 110", "119: Wait 107 days"],
    ["101: See 1050", "199: See 12", "150: See 300 or 099"],
    ["101: See 102.5 and 103-A", "e9: Status code 104 of the dock", "110: Dock is busy"],
    # bare-condition: a whole sentence, a few, other words
    ["1: If it rains, wait for it", "2: When shut, it is dark", "3: If empty, fill it"],
    ["1: If it rains", "2: When it snows", "3: It rains"],
    ["1: If it rains. Wait for it", "2: If set then go", "3: Iffy dock", "4: Whenever it rains"],
    # spelling: names, abbreviations, calls, names of fields that differ on purpose
    ["1: Ask Zyxwvia or Qwertzon for it", "2: Zyxwvia has no docks", "3: Sort asc or dsc"],
    ["1: user_id user_ids user_ids", "2: image1Url image2Url image2Url", "3: varchr(20)"],
    ["1: from_dock form_dock form_dock", "2: SHIP_NAME is short", "3: ship_name is long"],
    # capitals: fields, media types, words that are words, names in a series
    ["1: Wrong ID", "2: Missing: id", "3: id is empty", "4: Not application/json", "5: id: 5"],
    ["1: userName is the username", "2: Username is shut", "3: Ask Oslo, The Hague or Rome"],
    [*MANY, "1: title is missing", "2: name cannot be empty", "3: dockName has signs", "4: berth"],
    [
        "1: Open https://a.example/Json/id",
        "2: Not a URL",
        "3: Json_key",
        "4: The field url is empty",
    ],
    # grammar: a helper further off, quotations, letters, abbreviations
    ["1: It must end in a dot and not contain signs", "2: It is needed that it not exist"],
    [
        '1: The flag "not exist" is set',
        "2: Type a or b, plan A is out",
        "3: A SQL dock, an SQL ship",
    ],
    ["1: A usage limit, a NULL value, a MAC address, an http dock, a UI"],
    ["1: An error (see above)", "2: (a) (a)", "3: Use http:// or https://", "4: See it (see)"],
    ["1: It must also not contain signs", "2: Did the dock not match?", "3: An SMS-enabled dock"],
    # agreement: another subject, a series, a noun that goes on
    ["1: Deleting templates is forbidden", "2: The news is bad", "3: The keys of this account are"],
    ["1: Too many user groups", "2: The number of device tokens", "3: The phone number of user"],
    ["1: A 3 digit code", "2: Up to 50 character names", "3: No more than one menu, more users"],
    ["1: Docks that lists templates is empty", "2: Emails that do not match", "3: All of user are"],
    # verb-form: the noun is a noun, the verb is there
    [
        "1: Cannot login page be shown",
        "2: Back to login",
        "3: Failed to log in",
        "4: Please login-dock",
    ],
    ["1: The gate is unavailable", "2: The dock was found invalid", "3: The shut gate mismatch"],
    ["1: Failure to load", "2: Ships fail to load", "3: The key has no ship registered"],
    # punctuation: calls, lists, signs that are meant
    [
        "1: Call max(a, b), get(id) or user.name(x)",
        "2: Sort by id,name,type",
        "3: One of: asc,desc",
    ],
    ["1: Parted with , or ;", "2: See dock.Ship and user.Name", "3: &lt and &copy", "4: Dock (s)"],
    [
        "1: First line" + "\n" + "If it rains, wait",
        "2: Wait ... for it",
        "3: Use ; at the end of it",
    ],
    ["1: Unexpected token ; at line 3", "2: Check the file(s)", "3: It must be lat,lng"],
    # uneven-style: the same way everywhere, few rows, several sentences
    ["1: It cannot swim", "2: Not only 1,000 users", "3: It can not only swim", "4: Room 1000"],
    ["1: It rains.", "2: It snows", "3: Port 8080", "4: Up to 2,000 rows", "5: User 1000"],
    [*MANY, "1: Shut. Wait for it.", "2: Sunk! Wait."],
    # markup-residue: values, comparisons, regular expressions
    ["1: Dock <code>: <name>", "2: Give <title> and <dock_name>", "3: a<b and c>d"],
    [r"1: It must be ^[a-z]\-[0-9]+$", r"2: It must be \d+\.\d+", r"3: See C:\docks"],
    ["1: &nosuch; &x", "2: R&D; and so on", "3: <ship> and </ship>"],
    # other languages, and one row
    [
        "1: 缺少参数 , 请重试",
        "2: 参数ID(用户 不存在)",
        "3: a 错误, Please 重试",
        "4: json not exist 错误",
        "5: Json, Please 登录",
        "6: 1000 users 超限",
        "7: 错误;重试",
    ],
    [
        "1: 파라미터가 잘못되었습니다.",
        "2: 인증(token 만료)",
        "3: 사용자 not exist",
        "4: 접속 불가,",
        "5: a 오류 (오류)",
        "6: 버튼 number exceeds 2 characters",
    ],
    ["1: Der Benutzer wurde nicht gefunden , und nun", "2: Die Datei(alt) ist zu gross"],
    ["1: Il y a une erreur(serveur), veuillez recommencer", "2: Utilisateur introuvable ,"],
    ["1: Busy"],
    ["1: ?"],
]
PROVIDER = invented.PROVIDER.replace(
    "revisions:\n", "terms:\n  - [dock, ship dock, berth]\nrevisions:\n"
)
LANGUAGE = Language(frozenset({"app", "shiptalk", "url", "urls"}))
SUCCESSES = frozenset({("api", "0"), ("api", "00")})


def provider() -> Provider:
    """Return the invented provider, with several names for one thing."""
    with tempfile.TemporaryDirectory() as folder:
        data = invented.write(Path(folder), provider=PROVIDER)
        return catalog.load(data)["orbit"].provider


def rows(document: list[str]) -> list[Row]:
    """Return the rows of a document that is written as `code: message`."""
    pairs = (line.split(": ", 1) for line in document)
    places = ((*f"api/{place}".split("/")[-2:], message) for place, message in pairs)
    return [
        Row(code, message, {}, code_set, "data/orbit/a.md", line)
        for line, (code_set, code, message) in enumerate(places, start=1)
    ]


def found(document: list[str], of: Provider) -> list[str]:
    """Return the names of the rules that find something, once for each finding."""
    checked = Subject(rows(document), LANGUAGE, of.terms, SUCCESSES)
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
