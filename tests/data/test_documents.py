"""The five real documents, each as a test case: what the atlas holds is what they say."""

from __future__ import annotations

import hashlib
import html
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.catalog.model import Atlas, Row

# provider, revision, code set -> rows, distinct codes
COUNTS = {
    ("wechat", "r1", "api"): (92, 92),
    ("wechat", "r2", "api"): (135, 135),
    ("kakaotalk", "2022-05-19", "api"): (76, 76),
    ("kakaotalk", "2025-12-10", "api"): (211, 211),
    ("kakaotalk", "2022-05-19", "delivery"): (78, 78),
    ("kakaotalk", "2025-12-10", "delivery"): (94, 93),
    ("fresns", "2023-05-17", "api"): (220, 220),
}
DISTINCT = {
    ("wechat", "api"): 136,
    ("kakaotalk", "api"): 220,
    ("kakaotalk", "delivery"): 94,
    ("fresns", "api"): 220,
}
SHA256 = {
    "wechat/r1.html": "75253717d6a881af93275087cf3b58bf00e24122515cea06940586fc80186339",
    "wechat/r2.txt": "f637478706e989385c7a16d5af491aaa84dd39e91abe3d71dd9a7f7642bfe6e3",
    "kakaotalk/2022-05-19.md": "ce2a5711aa13534b2f0bfa8a534f3cdd0466a5aacf10d25788a7b7b92090b21c",
    "kakaotalk/2025-12-10.md": "b5068d75483ac18184853045f10b7116c5f0e7fb64f34323d235353aeab6f552",
    "fresns/2023-05-17.txt": "20632fe6683eca9761dcec2676b6900790f155fbea411d54281adc5b8fd79332",
}


def _rows(atlas: Atlas, provider: str, revision: str) -> list[Row]:
    return [
        row
        for code in atlas.catalogs[provider].codes
        for listing in code.listings
        if listing.revision.id == revision
        for row in listing.rows
    ]


@pytest.mark.parametrize(("provider", "revision", "code_set"), COUNTS)
def test_counts(atlas: Atlas, provider: str, revision: str, code_set: str) -> None:
    """Each document has the known number of rows and of distinct codes."""
    rows = [row for row in _rows(atlas, provider, revision) if row.code_set == code_set]
    found = len(rows), len({row.code for row in rows})
    assert found == COUNTS[provider, revision, code_set]


def test_distinct_codes(atlas: Atlas) -> None:
    """All revisions together have 670 codes; no code of one provider is in two code sets."""
    found = {
        (provider, code_set.id): len(catalog.of(code_set))
        for provider, catalog in atlas.catalogs.items()
        for code_set in catalog.provider.code_sets
    }
    assert found.items() >= DISTINCT.items()
    assert sum(DISTINCT.values()) == 670
    for catalog in (atlas.catalogs[provider] for provider, _ in DISTINCT):
        printed = [code.code for code in catalog.codes]
        assert len(set(printed)) == len(printed)
        assert [code.anchor for code in catalog.codes] == printed


@pytest.mark.parametrize("name", SHA256)
def test_verbatim(project: Path, name: str) -> None:
    """The documents are the ones that were handed in, to the byte."""
    content = (project / "data" / name).read_bytes()
    assert hashlib.sha256(content).hexdigest() == SHA256[name]


def _folded(text: str) -> str:
    return " ".join(html.unescape(text).split())


def _independently(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Read a document by means that the readers do not use."""
    if name == "wechat/r2.txt":
        yield from re.findall(r"^(-?\d+) (.+)$", text, re.MULTILINE)
    elif name == "fresns/2023-05-17.txt":
        yield from ((line[:5], line[5:]) for line in text.splitlines() if line[:5].isdigit())
    else:
        for line in text.splitlines():
            cells = [cell.strip() for cell in line.strip(" |").split("|")]
            if re.fullmatch(r"-?\d+|E\d+", cells[-2] if len(cells) > 1 else ""):
                yield cells[-2], re.sub(r"\\([\[\]])", r"\1", " ".join(cells[-1].split()))
        tables = re.findall(r"<tr>\s*<td>(.*?)</td>\s*<td>(.*?)</td>\s*</tr>", text, re.DOTALL)
        for code, message in tables:
            lines = (_folded(line) for line in message.split("<br>"))
            if re.fullmatch(r"-?\d+|E\d+", code.strip()):
                yield code.strip(), "\n".join(line for line in lines if line)


@pytest.mark.parametrize("name", SHA256)
def test_messages(atlas: Atlas, project: Path, name: str) -> None:
    """Read by other means, a document has the same codes and messages in the same order."""
    provider, _, file = name.partition("/")
    rows = sorted(
        (row for row in _rows(atlas, provider, file.rpartition(".")[0])), key=lambda row: row.line
    )
    text = (project / "data" / name).read_text(encoding="utf-8")
    assert [(row.code, row.message) for row in rows] == list(_independently(name, text))


@pytest.mark.parametrize("name", SHA256)
def test_lines(atlas: Atlas, project: Path, name: str) -> None:
    """The line that a row cites is the line on which its code is printed."""
    provider, _, file = name.partition("/")
    lines = (project / "data" / name).read_text(encoding="utf-8").split("\n")
    for row in _rows(atlas, provider, file.rpartition(".")[0]):
        assert row.file == f"data/{name}"
        assert row.code in lines[row.line - 1]


def test_known_entries(atlas: Atlas) -> None:
    """Entries that are easily got wrong: two rows, markup, escapes, line breaks, dropped codes."""
    kakaotalk = atlas.catalogs["kakaotalk"].by_address
    assert kakaotalk["3050"].messages == (
        "Opt out spec. (N type) unsupported",
        (
            "Non-KakaoTalk user\nUser opting to block AlimTalk of users who record no KakaoTalk"
            " service use within 72 hours\nNot a friend of FriendTalk"
        ),
    )
    assert kakaotalk["1033"].messages[0].endswith(r"and chat\_bubble\_type paramater mismatch")
    assert r"\[" not in kakaotalk["-3299"].messages[0]
    assert kakaotalk["-1000"].last.rows[0].columns == {"service": "Common", "isSuccess": "false"}
    assert kakaotalk["0"].success
    assert kakaotalk["1000"].success
    wechat = atlas.catalogs["wechat"].by_address
    assert wechat["46002"].messages == ("This menu version doesn not exist.",)
    assert [code for code, entry in wechat.items() if entry.dropped] == ["61501"]
    assert [code for code, entry in kakaotalk.items() if entry.dropped] == [
        "-1009", "-2022", "-2999", "-3019", "-3022", "-3023", "-4006", "-4016", "-4100", "2000",
    ]  # fmt: skip
    assert sum(code.new for code in kakaotalk.values()) == 160
    assert sum(code.new for code in wechat.values()) == 44
