"""Published addresses: kept for ever, or refused with what to do."""

from __future__ import annotations

import re
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from macros import __main__ as commands
from macros import atlas as whole
from macros.catalog import load as catalog
from macros.errors import ProblemsError
from macros.kinds import Kind
from macros.publish import published
from macros.publish.site import Site
from macros.sources.published import FILE
from tests import invented
from tests.catalog.test_load import SECOND_SET, SECOND_TABLE

if TYPE_CHECKING:
    from pathlib import Path

OLD = "| Code | Meaning |\n|---|---|\n| 101 | Dock is busy |\n| 102 | Dock is shut |\n"
NEW = "| Code | Meaning |\n|---|---|\n| 101 | Dock is busy |\n| 103 | Dock is free |\n"


def _docs(folder: Path) -> Path:
    docs = folder / "docs"
    (docs / "compare").mkdir(parents=True)
    for name in ("index.md", "programs.md", "compare/index.md", "compare/responses.md"):
        (docs / name).write_text("# A page\n", encoding="utf-8")
    return docs


def _publish(folder: Path, *documents: str, **options: str) -> tuple[Path, Path]:
    """Write data and pages, and list their addresses; return both folders."""
    data, docs = invented.write(folder, *documents, **options), _docs(folder)
    published.write(whole.load(data), data, docs)
    return data, docs


def _check(data: Path, docs: Path) -> list[str]:
    """Return what is wrong, as `make check` says it."""
    try:
        problems = list(published.problems(whole.load(data), data, docs))
    except ProblemsError as error:
        problems = list(error.problems)
    return [str(problem) for problem in problems]


def test_lists(tmp_path: Path) -> None:
    """A list names each code with its anchor and its set, another one all other addresses."""
    data, docs = _publish(tmp_path, OLD, NEW)
    codes = (data / "orbit" / FILE).read_text("utf-8").splitlines()
    assert codes[0].startswith("# ")
    assert codes[1:] == ["101 api 101", "102 api 102", "103 api 103"]
    others = (data / FILE).read_text("utf-8").splitlines()[1:]
    assert others == sorted(others)
    assert set(others) >= {
        *("/", "/programs/", "/compare/", "/compare/responses/", "/compare/#condition:busy"),
        *("/compare/#family:docks", "/compare/responses/#orbit:api", "/orbit/", "/orbit/changes/"),
        *("/orbit/limits/", "/orbit/changes/#from:2021-01-01:2022-01-01"),
        *("/orbit/changes/#added:2022-01-01", "/orbit/changes/#reassigned:2022-01-01"),
        *("/orbit/changes/#ec:wrong", "/orbit/changes/#ec:later"),
        *(
            "/orbital/ /orbit/",
            "/sources/orbit/2021-01-01.txt",
            "/sources/#source:orbit",
            "/feed.xml",
        ),
        *("/orbit/feed.xml", "/opensearch.xml", "/llms.txt", "/llms-full.txt"),
        *("/api/not-found.json", "/api/v1/index.json", "/api/v1/orbit.json", "/api/v1/orbit.csv"),
        *("/api/v1/retry/orbit.json", "/api/v1/schema/code.json"),
    }
    assert _check(data, docs) == []


def test_new_addresses_are_asked_for(tmp_path: Path) -> None:
    """What is in no list yet is counted, with the command that adds it and takes nothing away."""
    data, docs = _publish(tmp_path, OLD)
    invented.write(tmp_path, OLD, NEW)
    do = "Run `make published`, and commit what it adds."
    assert _check(data, docs) == [
        # The document, the step to it, and each kind of change in it.
        f"data/published.txt: addresses that are not listed here yet: {2 + len(Kind)}. {do}",
        f"data/feed.txt: entries of the feeds that say something new: 1. {do}",
        f"data/orbit/published.txt: codes that are not listed here yet: 1. {do}",
    ]
    published.write(whole.load(data), data, docs)
    assert _check(data, docs) == []
    assert "102 api 102\n" in (data / "orbit" / FILE).read_text("utf-8")


def test_a_revision_that_comes_between(tmp_path: Path) -> None:
    """The step that became two is still an address, and the page has it where the last one is."""
    data, docs = _publish(tmp_path, OLD, NEW)
    text = (data / "orbit/provider.yml").read_text("utf-8")
    first, newest = text.rindex('  - id: "2021'), text.rindex('  - id: "2022')
    between = text[first:newest].replace("2021-01-01", "2021-06-01")
    (data / "orbit/2021-06-01.md").write_text(OLD, encoding="utf-8")
    (data / "orbit/provider.yml").write_text(text[:newest] + between + text[newest:], "utf-8")
    published.write(whole.load(data), data, docs)
    assert _check(data, docs) == []
    assert "/orbit/changes/#from:2021-01-01:2022-01-01\n" in (data / FILE).read_text("utf-8")
    page = Site(whole.load(data), data).parts["changes_page"]("orbit", str)
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(set(ids)) == len(ids)
    assert {
        one.partition("#")[2]
        for one in (data / FILE).read_text("utf-8").splitlines()
        if one.startswith("/orbit/changes/#")
    } <= set(ids)
    last = page[page.index('id="from:2021-06-01:2022-01-01"') :]
    assert last.index('id="from:2021-01-01:2022-01-01"') < last.index("<h2")


def test_feeds_that_say_something_else(tmp_path: Path) -> None:
    """An entry is updated on the day from which on it says what a person has noted since."""
    data, docs = _publish(tmp_path, OLD, OLD.replace("shut", "gone"))
    told = (data / "feed.txt").read_text("utf-8")
    assert [line.split()[:2] for line in told.splitlines()[1:]] == [
        ["revision/orbit/2021-01-01", "2026-11-22"],
        ["revision/orbit/2022-01-01", "2026-11-22"],
    ]
    published.write(whole.load(data), data, docs, date(2030, 1, 1))
    assert (data / "feed.txt").read_text("utf-8") == told
    note = (
        'changes:\n  - {code: "102", from: "2021-01-01", to: "2022-01-01", old: Dock is shut,'
        " new: Dock is gone, kind: meaning-changed, why: It is gone.}\n"
    )
    (data / "orbit/notes.yml").write_text(note, encoding="utf-8")
    (told,) = _check(data, docs)
    assert told.startswith("data/feed.txt: entries of the feeds that say something new: 1. Run")
    assert _updated(data) == ["2026-11-22", "2026-11-22"]
    published.write(whole.load(data), data, docs, date(2030, 1, 1))
    assert _check(data, docs) == []
    assert _updated(data) == ["2030-01-01", "2026-11-22"]


def _updated(data: Path) -> list[str]:
    """Return the days of the entries in the provider's feed, newest first."""
    files = dict(Site(whole.load(data), data, "https://a.example/").files())
    return re.findall("<updated>([0-9-]+)T", str(files["orbit/feed.xml"]))[1:]


def test_a_feed_list_that_is_none(tmp_path: Path) -> None:
    """A line that is none of the list of feeds is named."""
    data, docs = _publish(tmp_path, OLD)
    for line in ("a b", "a 2026-13-01 b", "a 2026-01-01 b c"):
        (data / "feed.txt").write_text(f"# A list.\n{line}\n", encoding="utf-8")
        (told,) = _check(data, docs)
        assert told.startswith(f'data/feed.txt:2: "{line}" is not an entry, a day and a digest')


def test_a_revision_that_is_taken_away(tmp_path: Path) -> None:
    """A code that no held revision lists any more stops everything, and is told how to keep."""
    data, docs = _publish(tmp_path, OLD, NEW)
    text = (data / "orbit/provider.yml").read_text("utf-8")
    head, _, newest = text.partition('  - id: "2021-01-01"')
    newest = newest[newest.index('  - id: "2022-01-01"') :]
    (data / "orbit/provider.yml").write_text(head + newest, encoding="utf-8")
    (data / "orbit/2021-01-01.md").unlink()
    (told,) = _check(data, docs)
    assert told == (
        'data/orbit/published.txt:3: /orbit/102/ is published, and no document lists "102" of the'
        ' code set "api" any more. Put the revision or the observation back that lists it, or mend'
        " its reader: a code that the newest revision drops keeps its page, as long as an older one"
        " is held. Where the line is new and no site has had it yet, remove the line."
    )


def test_a_page_that_is_taken_away(tmp_path: Path) -> None:
    """A hand-written page, a condition and a whole provider are missed as well."""
    data, docs = _publish(tmp_path, OLD)
    (docs / "programs.md").unlink()
    text = (data / "conditions.yml").read_text("utf-8").replace("busy", "taken")
    (data / "conditions.yml").write_text(text, encoding="utf-8")
    gone = [one for one in _check(data, docs) if "nothing is there any more" in one]
    assert [one.split(" ")[1] for one in gone] == ["/compare/#condition:busy", "/programs/"]
    assert all("addresses are permanent" in one for one in gone)
    (data / "orbit").rename(data / "venus")
    invented.classify(data)
    told = " ".join(_check(data, docs))
    assert "/orbit/ is published, and nothing is there any more." in told
    # The other name leads to another provider now.
    assert "/orbital/ /orbit/ is published, and nothing is there any more." in told


def _with_later_set() -> dict[str, str]:
    provider = invented.PROVIDER.replace("revisions:\n", SECOND_SET + "revisions:\n")
    return {"provider": provider, "revision": invented.REVISION + SECOND_TABLE}


LATER = "\n| Status | Text |\n|---|---|\n| 7 | Late |\n"


def test_a_clash_that_comes_later(tmp_path: Path) -> None:
    """A published code keeps its address, also when an earlier code set gains one like it."""
    options = _with_later_set()
    data, docs = _publish(tmp_path, OLD + LATER, **options)
    invented.write(tmp_path, OLD + LATER, OLD + "| 7 | Soon |\n" + LATER, **options)
    codes = catalog.load(data)["orbit"].codes
    assert [(code.code_set.id, code.code, code.anchor) for code in codes] == [
        ("api", "7", "api.7"),
        ("api", "101", "101"),
        ("api", "102", "102"),
        ("later", "7", "7"),
    ]
    published.write(whole.load(data), data, docs)
    assert "api.7 api 7\n7 later 7\n" not in (data / "orbit" / FILE).read_text("utf-8")
    assert _check(data, docs) == []
    again = catalog.load(data)["orbit"].codes
    assert [code.anchor for code in again] == [code.anchor for code in codes]


def test_an_address_that_is_given_another_one(tmp_path: Path) -> None:
    """provider.yml cannot move a published code; the message says what to write."""
    data, docs = _publish(tmp_path, OLD)
    ranges = '    addresses: {"101": "one"}\n    ranges:\n'
    invented.write(tmp_path, OLD, provider=invented.PROVIDER.replace("    ranges:\n", ranges))
    (told,) = _check(data, docs)
    assert told == (
        'data/orbit/provider.yml:18: the code "101" is published as "101".'
        ' Write "101" here: published addresses never move.'
    )


def test_a_list_that_is_taken_away(tmp_path: Path) -> None:
    """A provider whose page is published cannot have its codes' addresses promised anew."""
    data, docs = _publish(tmp_path, OLD)
    (data / "orbit" / FILE).unlink()
    assert _check(data, docs) == [
        (
            "data/orbit/published.txt: the list of this provider's codes is gone, and its addresses"
            " are published. Restore the file."
        )
    ]


def test_pages_with_like_names(tmp_path: Path) -> None:
    """A page is listed where MkDocs publishes it, whatever its name ends in."""
    data, docs = invented.write(tmp_path, OLD), _docs(tmp_path)
    (docs / "reindex.md").write_text("# A\n", encoding="utf-8")
    (docs / "help").mkdir()
    (docs / "help/README.md").write_text("# B\n", encoding="utf-8")
    pages = published.promised(whole.load(data), docs)
    assert {"reindex/", "help/", "compare/responses/", "compare/", ""} <= set(pages)
    assert not {"re/", "help/README/", "compare/index/"} & set(pages)


BAD_LISTS = {
    "a word too few": ("101 api\n", 2, "is not an anchor, a code set and a code"),
    "an address twice": ("101 api 101\nE9 api E9\ne9 api e9\n", 4, "the code of line 3"),
    "a page of the site": ("101 api 101\nChanges api Changes\n", 3, '"changes" is reserved'),
    "no segment": ("../x api 101\n", 2, '"../x" has a character outside'),
    "a code twice": ("101 api 101\n102 api 101\n", 3, "the address or the code of line 2"),
}


@pytest.mark.parametrize("case", BAD_LISTS)
def test_a_list_written_by_hand(tmp_path: Path, case: str) -> None:
    """A list that is none is told with its line, and how to get it back."""
    lines, line, says = BAD_LISTS[case]
    data = invented.write(tmp_path, OLD)
    (data / "orbit" / FILE).write_text(f"# head\n{lines}", encoding="utf-8")
    with pytest.raises(ProblemsError) as error:
        catalog.load(data)
    told = str(error.value).splitlines()[0]
    assert told.startswith(f"data/orbit/published.txt:{line}: ")
    assert says in told
    ends = ("restore it, then run `make published`.", "of the site another one.")
    assert told.endswith(ends)


def test_other_encodings(tmp_path: Path) -> None:
    """A list or glossary that is not UTF-8 is told with its line; a byte order mark is nothing."""
    data, docs = _publish(tmp_path, OLD)
    for path in (data / FILE, data / "orbit" / FILE):
        text = path.read_bytes()
        path.write_bytes(b"\xef\xbb\xbf" + text)
        assert _check(data, docs) == []
        path.write_bytes(text + b"\xff\n")
        (told,) = _check(data, docs)
        assert told.startswith(f"data/{path.relative_to(data)}:")
        assert "this line is not UTF-8. Save the file as UTF-8." in told
        path.write_bytes(text)
    (data / "glossary.txt").write_bytes(b"# ours\n\xff\n")
    assert _check(data, docs) == [
        "data/glossary.txt:2: this line is not UTF-8. Save the file as UTF-8."
    ]


def test_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`check` refuses what is not listed and prints what there is; `published` lists it."""
    data, docs = invented.write(tmp_path, OLD, NEW), _docs(tmp_path)

    def run(command: str) -> int:
        monkeypatch.setattr("sys.argv", ["macros", command, str(data), str(docs)])
        return commands.main()

    assert run("check") == 1
    assert "not listed here yet" in capsys.readouterr().err
    assert run("published") == 0
    assert run("check") == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "Orbit Docks, Error codes: 3 codes",
        "  2021-01-01: 2 rows, 2 codes",
        "  2022-01-01: 2 rows, 2 codes",
        "  dropped, pages kept: 102 (last in 2021-01-01)",
    ]
    assert printed.err == ""
    invented.write(tmp_path, OLD, OLD.replace("shut", "gone"))
    assert run("check") == 1  # 103 is listed by no document any more
    (docs / "orbit.md").write_text("# A page\n", encoding="utf-8")
    assert run("check") == 1
    assert 'the provider id "orbit" is the name of a page' in capsys.readouterr().err
    shutil.rmtree(data / "orbit")
    assert run("check") == 1
    assert capsys.readouterr().err.endswith("how the folder is laid out.\n")
    monkeypatch.setattr("sys.argv", ["macros", "check", str(data / "nowhere")])
    with pytest.raises(SystemExit):
        commands.main()
    assert "there is no folder" in capsys.readouterr().err
