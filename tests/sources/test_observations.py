"""observations.yml: each fault is told with file and line, what it is and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros import atlas
from macros.errors import ProblemsError
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
sources:
  - id: page
    url: https://orbit.example/next
    kind: provider
    title: The next page
    date: "2024-01-01"
    seen: "2026-11-26"
  - id: talk
    url: https://talk.example/7
    kind: thread
    title: A question
    date: unknown
    seen: "2026-11-26"
codes:
  api:
    "101":
      messages:
        - {text: "dock {dock} taken", sources: [talk]}
      causes:
        - why: Two ships came at once.
          do: Send one of them away.
          acts: caller
          sources: [page]
      differs:
        - {text: The ship is gone., condition: busy, sources: [page]}
    "102":
      says: {text: The dock is wet., product: Orbit Docks, sources: [page]}
      messages:
        - {text: wet dock, sources: [talk]}
"""


def _load(folder: Path, text: str) -> atlas.Atlas:
    data = invented.write(folder)
    (data / "orbit" / "observations.yml").write_text(text, encoding="utf-8")
    invented.classify(data)
    return atlas.load(data)


def _problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(ProblemsError) as error:
        _load(folder, text)
    return str(error.value).splitlines()


def test_good(tmp_path: Path) -> None:
    """A code that no document lists stands in its place, with a page, a row and a condition."""
    codes = _load(tmp_path, GOOD).catalogs["orbit"].codes
    assert [(code.code, code.status, code.url) for code in codes] == [
        ("0", "current", "orbit/0/"),
        ("101", "current", "orbit/101/"),
        ("-101", "current", "orbit/-101/"),
        ("102", "observed", "orbit/102/"),
    ]
    listed, observed = codes[1], codes[3]
    assert (observed.messages, observed.meanings, observed.sent) == (
        (),
        ("The dock is wet.",),
        ("wet dock",),
    )
    assert (listed.meanings, listed.sent) == (("Dock is busy",), ("dock {dock} taken",))
    assert listed.observed
    assert (listed.observed.file, listed.observed.line) == ("data/orbit/observations.yml", 16)
    assert listed.observed.seen.isoformat() == "2026-11-26"


SAYS = "says: {text: The dock is wet., product: Orbit Docks, sources: [page]}"
UNUSED = """\
  - {id: x, url: https://x.example/, kind: sdk, title: X, date: unknown, seen: "2026-11-26"}
"""
WET = "        - {text: wet dock, sources: [talk]}\n"
# what is replaced, by what -> line, what is said
BAD = {
    "no address": (
        "    url: https://orbit.example/next\n",
        "",
        2,
        'the key "sources.0.url" is mis',
    ),
    "a bad address": ("https://orbit", "http://orbit", 3, "sources.0.url"),
    "no day": ('    date: "2024-01-01"\n', "", 2, 'the key "sources.0.date" is missing'),
    "no such day": ("2024-01-01", "2024-13-01", 6, "sources.0.date"),
    "seen too early": ('seen: "2026-11-26"', 'seen: "2023-01-01"', 2, "on a day before its own"),
    "an unknown kind": ("kind: thread", "kind: blog", 10, '"blog" is not allowed'),
    "a statement without source": (", sources: [talk]}", ", sources: []}", 18, "sources"),
    "no sources at all": (", sources: [talk]}\n      c", "}\n      c", 18, "sources"),
    "an unknown source": ("sources: [talk]", "sources: [tale]", 18, 'no source "tale"'),
    "a source twice": ("sources: [talk]", "sources: [talk, talk]", 18, "is named twice"),
    "two sources alike": ("id: talk", "id: page", 8, 'two sources "page"'),
    "an unused source": (
        "  - id: talk",
        f"{UNUSED}  - id: talk",
        8,
        'nothing rests on the source "x"',
    ),
    "an unknown code set": ("  api:", "  web:", 15, 'there is no code set "web"'),
    "not in order": ('    "102":', '    "100":', 26, "is not in its place"),
    "everything matches": ("dock {dock} taken", "{text}", 18, "would match everything"),
    "capitals in a name": ("dock {dock} taken", "dock {Dock} taken", 18, "in small letters"),
    "half a name": ("dock {dock} taken", "dock {dock taken", 18, "in small letters"),
    "letters around": ("dock {dock} taken", "a{x}b", 18, "would match everything"),
    "a sign nobody sees": ("Two ships came", "Two\u200bships came", 20, "has a sign that nobody"),
    "a code with a space": ('"102":', '"10 2":', 26, "codes.api.10 2"),
    "one page twice": (
        "https://talk.example/7",
        "https://orbit.example/next",
        8,
        'the page of "page"',
    ),
    "by a library alone": ("kind: provider", "kind: sdk", 25, "no page of the provider says so"),
    "a text twice": (
        WET,
        f"{WET}{WET.replace('wet ', 'Wet  ')}",
        29,
        "stands twice",
    ),
    "other variables": ("wet dock", '"Dock  {ship} taken"', 18, "stands for 102 too"),
    "signs match": ("dock {dock} taken", "{a}: {b}!", 18, "would match everything"),
    "an unlisted one says nothing": (f"      {SAYS}\n", "", 26, "nothing says what it means"),
    "an unlisted one differs": (
        SAYS,
        f"{SAYS}\n      differs:\n        - {{text: A., condition: busy, sources: [page]}}",
        26,
        "so nothing can differ from it",
    ),
    "a cause by one thread": (
        "acts: caller\n          sources: [page]",
        "acts: caller\n          sources: [talk]",
        20,
        "one thread alone names this cause",
    ),
    "a meaning by one thread": (
        "Orbit Docks, sources: [page]",
        "Orbit Docks, sources: [talk]",
        27,
        "one thread alone says",
    ),
    "differs without page": (
        "condition: busy, sources: [page]",
        "condition: busy, sources: [talk]",
        25,
        "no page of the provider says so",
    ),
    "a page without day": ('date: "2024-01-01"', "date: unknown", 25, "day of the provider's page"),
    "an unknown condition": ("condition: busy", "condition: wet", 25, 'no condition "wet"'),
    "one text of two": ("wet dock", '"DOCK {dock} taken"', 18, "stands for 102 too"),
    "shared alone": ("wet dock,", 'wet dock, shared: ["101"],', 29, "no other code sends"),
    "too long": ("Two ships came", f"Two {'ships ' * 40} came", 20, "is not allowed here"),
    "an unknown key": ("do: Send", "doo: Send", 21, 'unknown key "doo"'),
    "no verb": ("          do: Send one of them away.\n", "", 20, "causes.0.do"),
    "a code twice": ('    "102":', '    "101":', 26, "already stands in line 16"),
}


@pytest.mark.parametrize("case", BAD)
def test_bad(tmp_path: Path, case: str) -> None:
    """What is wrong is said, with its line and what to do."""
    what, by, line, says = BAD[case]
    assert what in GOOD
    told = _problems(tmp_path, GOOD.replace(what, by, 1))
    place = f"data/orbit/observations.yml:{line}: "
    found = [one for one in told if one.startswith(place) and says in one]
    assert found, told
    assert found[0].endswith("."), found


def test_an_empty_observation(tmp_path: Path) -> None:
    """A code of which nothing is said is refused."""
    (told,) = _problems(tmp_path, GOOD[: GOOD.index("      messages")] + "      messages: []\n")
    assert told.startswith("data/orbit/observations.yml:16: ")
    assert "nothing is said of this code" in told


def test_enough(tmp_path: Path) -> None:
    """Two threads are enough, a confirmed one is, and whoever doubts says so."""
    cause = "acts: caller\n          sources: [page]"
    other = "acts: caller\n          sources: [talk]"
    confirmed = GOOD.replace(cause, other).replace(
        "A question\n", "A question\n    confirmed: true\n"
    )
    _load(tmp_path / "a", confirmed)
    _load(tmp_path / "b", GOOD.replace(cause, f"{other}\n          doubt: Nobody confirmed it."))
    two = GOOD.replace("kind: provider", "kind: thread")
    two = two[: two.index("      differs")] + two[two.index('    "102"') :]
    told = _problems(tmp_path / "c", two)
    assert len(told) == 2
    _load(tmp_path / "d", two.replace("[page]", "[page, talk]"))


def test_newest_page(tmp_path: Path) -> None:
    """Of several pages of the provider the newest counts; a page may be read on its own day."""
    second = GOOD.replace(
        "  - id: talk",
        """\
  - id: old
    url: https://orbit.example/old
    kind: provider
    title: An old page
    date: "2019-01-01"
    seen: "2019-01-01"
  - id: talk""",
    ).replace("condition: busy, sources: [page]", "condition: busy, sources: [old, page]")
    assert _load(tmp_path, second).catalogs["orbit"].disputed[0].code == "101"


def test_a_dropped_code(tmp_path: Path) -> None:
    """A later page may list a code again that the newest document dropped, in the same words."""
    data = invented.write(
        tmp_path, invented.DOCUMENT, invented.DOCUMENT.replace("| 101 | Dock is busy |\n", "")
    )
    text = GOOD.replace("The ship is gone.", "Dock is busy.")
    (data / "orbit" / "observations.yml").write_text(text, encoding="utf-8")
    invented.classify(data)
    code = atlas.load(data).catalogs["orbit"].by_address["101"]
    assert (code.status, len(code.differs)) == ("dropped", 1)


def test_a_doubtful_meaning(tmp_path: Path) -> None:
    """Where it is not sure what a code means, its condition is not sure either."""
    text = GOOD.replace(SAYS[:-1], SAYS[:-1] + ", doubt: One page says so.")
    (told,) = _problems(tmp_path, text)
    assert told.startswith("data/conditions.yml:")
    assert "what Orbit 102 means is not sure. Add `confidence: low` and `why`." in told


def test_documents_come_first(tmp_path: Path) -> None:
    """A listed code has the bare address, whichever code set observed the same code."""
    provider = invented.PROVIDER.replace(
        "revisions:\n",
        """\
  - id: mail
    title: Mail states
    response:
      example: '{"state": 102}'
      code: [state]
      message: []
      type: integer
      success: []
      success_means: never.
revisions:
""",
    ).replace("revisions:\nrevisions:\n", "revisions:\n")
    table = "\n| Status | Text |\n|---|---|\n| 102 | Sent |\n"
    mail = """\
        - code_set: mail
          columns: [Status, Text]
          code: Status
          message: Text
          pattern: "[0-9]+"
"""
    data = invented.write(
        tmp_path, invented.DOCUMENT + table, provider=provider, revision=invented.REVISION + mail
    )
    (data / "orbit" / "observations.yml").write_text(GOOD, encoding="utf-8")
    invented.classify(data)
    codes = atlas.load(data).catalogs["orbit"].codes
    assert [code.anchor for code in codes if code.code == "102"] == ["api.102", "102"]


def test_shared_by_both(tmp_path: Path) -> None:
    """Two codes may send the same text, if each names the other."""
    text = GOOD.replace('{text: "dock {dock} taken",', '{text: wet dock, shared: ["102"],')
    assert len(_problems(tmp_path / "a", text)) == 1
    text = text.replace("{text: wet dock, sources", '{text: wet dock, shared: ["101"], sources')
    atlas = _load(tmp_path / "b", text)
    assert [code.sent for code in atlas.codes if code.sent] == [("wet dock",), ("wet dock",)]


@pytest.mark.parametrize(
    ("own", "other", "verdict"),
    [("busy", "shut", "never"), ("shut", "busy", "never"), ("busy", "busy", "later-with-backoff")],
)
def test_the_most_cautious_verdict(tmp_path: Path, own: str, other: str, verdict: str) -> None:
    """Of a document's meaning and a later page's the more cautious verdict holds."""
    shut = """\
  - id: shut
    family: docks
    title: Shut
    says: Nobody gets in.
    synonyms: [closed]
    rpc: NOT_FOUND
    http: 404
    retry: never
    why: It stays shut.
    acts: caller
    for_user: Please wait.
"""
    data = invented.write(tmp_path)
    text = GOOD.replace("gone., condition: busy", f"gone., condition: {other}")
    (data / "orbit" / "observations.yml").write_text(text, encoding="utf-8")
    invented.classify(data)
    path = data / "conditions.yml"
    unreviewed = "  - id: unreviewed\n"
    written = path.read_text("utf-8").replace(unreviewed, f"{shut}{unreviewed}", 1)
    written = written.replace('    "101": busy', f'    "101": {own}')
    if "shut" not in {own, other}:
        written = written.replace('    "0": busy', '    "0": shut')
    path.write_text(written, encoding="utf-8")
    found = atlas.load(data)
    code = found.catalogs["orbit"].by_address["101"]
    assert found.condition_of(code).id == own
    most = found.conditions.verdict(code)
    assert most.retry == verdict
    # Whoever reads the document's meaning needs what helps with that, too.
    does = {"busy": "It becomes free.", "shut": "It stays shut."}
    told = (
        "Find out from the message in your response which of these it means."
        f" “Dock is busy”: {does[own].lower()}"
        f" “The ship is gone” (says a later page): {does[other].lower()}"
    )
    assert most.says == (does[own] if own == other else told)


def test_listed_later(tmp_path: Path) -> None:
    """A code that a document lists by now keeps its page, and its own sentence counts no more."""
    data = invented.write(
        tmp_path, invented.DOCUMENT, invented.DOCUMENT + "| 102 | Dock is wet |\n"
    )
    (data / "orbit" / "observations.yml").write_text(GOOD, encoding="utf-8")
    held = atlas.load(data).catalogs["orbit"]
    code = held.by_address["102"]
    assert (code.status, code.url, code.meanings) == ("current", "orbit/102/", ("Dock is wet",))
    assert code.sent == ("wet dock",)
    assert [(one.code, one.path, one.why) for one in held.overtaken] == [
        ("102", ("codes", "api", "102", "says"), "The document of 2022-01-01 lists the code.")
    ]


@pytest.mark.parametrize(
    ("what", "by", "why"),
    [
        (
            'date: "2024-01-01"',
            'date: "2020-01-01"',
            "The document of 2021-01-01 is newer than the page that says so.",
        ),
        (
            "The ship is gone.",
            "Dock is BUSY",
            "The document of 2021-01-01 says the same: “Dock is busy”.",
        ),
        ("The ship is gone.", "The dock is bus", ""),
        ('date: "2024-01-01"', 'date: "2021-01-01"', ""),
    ],
)
def test_overtaken(tmp_path: Path, what: str, by: str, why: str) -> None:
    """A later page counts no more where the document is newer, or says the same as it."""
    assert what in GOOD
    held = _load(tmp_path, GOOD.replace(what, by)).catalogs["orbit"]
    code = held.by_address["101"]
    place = ("codes", "api", "101", "differs", 0)
    assert [(one.path, one.why) for one in held.overtaken] == ([(place, why)] if why else [])
    assert bool(code.differs) is not bool(why)
    assert (code in held.disputed) is not bool(why)
    # The rest of what is known of it stays.
    assert code.sent == ("dock {dock} taken",)


def test_published_stays(tmp_path: Path) -> None:
    """An observed code whose address is published cannot be taken away."""
    data = invented.write(tmp_path)
    (data / "orbit" / "observations.yml").write_text(GOOD, encoding="utf-8")
    (data / "orbit" / "published.txt").write_text("102 api 102\n", encoding="utf-8")
    invented.classify(data)
    assert atlas.load(data).catalogs["orbit"].by_address["102"].status == "observed"
    (data / "orbit" / "observations.yml").unlink()
    with pytest.raises(ProblemsError, match="Put the revision or the observation back"):
        atlas.load(data)
