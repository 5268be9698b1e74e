"""The pages of a provider: what each has to say where there is little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros import atlas
from macros.publish.html import provider
from tests import invented, pages

if TYPE_CHECKING:
    from pathlib import Path

    from justhtml.dom import Node


NAMED = (
    "| 101 | The name (shipName) exceeds 40 letters |\n"
    "| -101 | For <b>tugs</b>, the mast can be up to 9 feet |\n"
    "| 102 | At most 3 flags, wrong ShipName |\n"
)


def _limits(folder: Path, *documents: str) -> Node:
    texts = [invented.TABLE + document for document in documents]
    return pages.parse(provider.limits(invented.atlas(folder, *texts).reviews["orbit"], str))


def _rows(page: Node) -> list[list[str]]:
    return [
        [" ".join(pages.text(cell).split()) for cell in row.query("th, td")]
        for row in page.query("tbody tr")
    ]


def test_limits(tmp_path: Path) -> None:
    """Limits stand by what they are of, each with its words marked; fields with all their codes."""
    page = _limits(tmp_path, NAMED.replace("<", "&lt;"))
    assert _rows(page) == [
        ["flags", "at most 3 flags", "102", "At most 3 flags, wrong ShipName"],
        [
            *("mast", "at most 9 feet For <b>tugs</b>", "-101"),
            "For <b>tugs</b>, the mast can be up to 9 feet",
        ],
        [
            *("name (shipName)", "at most 40 letters", "101"),
            "The name (shipName) exceeds 40 letters",
        ],
        [
            "shipName also ShipName",
            "101 The name (shipName) exceeds 40 letters 102 At most 3 flags, wrong ShipName",
        ],
    ]
    marked = [pages.text(one) for one in page.query("mark")]
    assert marked == ["At most 3 flags", "up to 9 feet", "exceeds 40 letters"]
    assert page.query("[id='field:shipName']")
    links = [(one.attrs or {})["href"] for one in page.query("tbody a")]
    assert links == ["orbit/102/", "orbit/-101/", "orbit/101/", "orbit/101/", "orbit/102/"]


def test_limits_of_the_newest_messages(tmp_path: Path) -> None:
    """Of three revisions the newest message of each code counts; a dropped code is marked."""
    page = _limits(
        tmp_path,
        "| 101 | The mast exceeds 7 feet |\n| 102 | The deck exceeds 5 feet |\n| 103 | a |\n",
        "| 101 | The mast exceeds 8 feet |\n| 102 | The deck exceeds 6 feet |\n| 103 | a |\n",
        "| 101 | The mast exceeds 9 feet |\n| 103 | No shipName |\n",
    )
    assert _rows(page) == [
        ["deck", "at most 6 feet", "102 dropped", "The deck exceeds 6 feet"],
        ["mast", "at most 9 feet", "101", "The mast exceeds 9 feet"],
        ["shipName", "103 No shipName"],
    ]


def test_no_limits(tmp_path: Path) -> None:
    """A provider whose messages name neither says so in a sentence, in any language."""
    for name, message in {"a": "Dock is busy", "b": "标题不能超过64个字符"}.items():
        page = _limits(tmp_path / name, f"| 101 | {message} |\n")
        assert _rows(page) == []
        assert "The program finds no limit and no field in these messages." in pages.text(page)
    assert "The program finds no limit" not in pages.text(
        _limits(tmp_path / "c", "| 101 | No a_b |\n")
    )


OBSERVED = """\
sources:
  - id: next
    url: https://orbit.example/next
    kind: provider
    title: The next page
    date: "2024-01-01"
    seen: "2026-11-26"
codes:
  api:
    "101":
      differs:
        - {text: The mast may have <b>9</b> feet., condition: busy, sources: [next]}
"""


def test_limits_that_a_later_page_gives_otherwise(tmp_path: Path) -> None:
    """Whoever reads a limit that a later page gives otherwise is told so beside it."""
    document = (
        f"{invented.TABLE}| 101 | The mast exceeds 7 feet |\n| 102 | The deck exceeds 5 feet |\n"
    )
    data = invented.write(tmp_path, document)
    (data / "orbit" / "observations.yml").write_text(OBSERVED, encoding="utf-8")
    invented.classify(data)
    page = pages.parse(provider.limits(atlas.load(data).reviews["orbit"], str))
    told = "A later page of the provider says: The mast may have <b>9</b> feet."
    said = f"The mast exceeds 7 feet{told}"
    assert [row[-1] for row in _rows(page)] == ["The deck exceeds 5 feet", said]
