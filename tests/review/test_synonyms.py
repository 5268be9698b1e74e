"""The synonyms: each fault is told with file and line, and the search can use every word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros import atlas as whole
from macros.errors import ProblemsError
from tests import invented

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from macros.atlas import Atlas

SYNONYMS = """\
synonyms:
  - means: [dock, close]
    said: [船坞, 船塢, ドック, 독 크]
  - {means: [busy], said: [繁忙, 바쁘]}
"""


def _write(folder: Path, text: str = SYNONYMS) -> Path:
    data = invented.write(folder)
    (data / "synonyms.yml").write_text(text, encoding="utf-8")
    return data


def test_read(tmp_path: Path) -> None:
    """What is said stands with what it means, in the order of the file."""
    first, second = whole.load(_write(tmp_path)).synonyms
    assert (first.means, first.said) == (["dock", "close"], ["船坞", "船塢", "ドック", "독 크"])
    assert (second.means, second.said) == (["busy"], ["繁忙", "바쁘"])


def test_no_file(tmp_path: Path) -> None:
    """Whose messages nobody asks for in other languages needs no file."""
    assert invented.atlas(tmp_path).synonyms == ()


# what is replaced in synonyms.yml, by what -> line, what is said
BAD = {
    "unknown key": ("    said: [船坞", "    says: [船坞", 3, 'unknown key "says"'),
    "nothing said": ("said: [繁忙, 바쁘]", "said: []", 4, "synonyms.1.said"),
    "nothing meant": ("means: [busy]", "means: []", 4, "synonyms.1.means"),
    "no means": ("means: [busy], ", "", 4, 'the key "synonyms.1.means" is missing'),
    "capitals in means": ("[busy]", "[Busy]", 4, '"Busy" is not allowed'),
    "two words in means": ("[busy]", "[dock busy]", 4, '"dock busy" is not allowed'),
    "other script in means": ("[busy]", "[繁忙]", 4, '"繁忙" is not allowed'),
    "one letter in means": ("[busy]", "[b]", 4, '"b" is not allowed'),
    "Latin alone": ("繁忙, ", "busy, ", 4, '"busy" does not begin in Chinese'),
    "Latin first": ("繁忙, ", "a繁忙, ", 4, '"a繁忙" does not begin in Chinese'),
    "digits first": ("繁忙, ", "'1繁忙', ", 4, '"1繁忙" does not begin in Chinese'),
    "capitals in said": ("繁忙, ", "繁忙A, ", 4, '"繁忙A" is not as the search folds it'),
    "widths in said": ("ドック", "ﾄﾞｯｸ", 3, '"ﾄﾞｯｸ" is not as the search folds it'),
    "empty said": ("繁忙, ", "'', ", 4, '"" is not allowed'),
    "space at an end": ("繁忙, ", "'繁忙 ', ", 4, '"繁忙 " is not allowed'),
    "a sentence": ("繁忙, ", f"{'繁忙' * 9}, ", 4, "is not allowed"),
    "said twice in a group": ("繁忙, ", "繁忙, 繁忙, ", 4, '"繁忙" is said for "busy" already'),
    "said in two groups": ("繁忙, ", "船坞, ", 4, '"船坞" is said for "dock" already'),
    "said without its space": ("繁忙, ", "독크, ", 4, '"독크" is said for "dock" already'),
    "nothing says it": ("[busy]", "[comet]", 4, 'no name of a condition has "comet"'),
    "nothing begins so": ("close", "closx", 2, 'no name of a condition has "closx"'),
    "a short beginning": ("[busy]", "[bus]", 4, 'no name of a condition has "bus"'),
}


@pytest.mark.parametrize("name", BAD)
def test_bad(tmp_path: Path, name: str, as_before: Callable[[str], None]) -> None:
    """Each fault in synonyms.yml gives messages that name file and line, what and what to do."""
    old, new, line, said = BAD[name]
    assert old in SYNONYMS
    data = _write(tmp_path, SYNONYMS.replace(old, new, 1))
    with pytest.raises(ProblemsError) as error:
        whole.load(data)
    problems = str(error.value).splitlines()
    found = [problem for problem in problems if said in problem]
    assert found, problems
    assert found[0].startswith(f"data/synonyms.yml:{line}: "), found
    assert re.search(r"[.?] [A-Z].*\.$|describes every key\.$", found[0]), found
    as_before("\n".join(problems))


def test_all_are_told(tmp_path: Path) -> None:
    """Every fault is told at once, in the order of the lines."""
    text = SYNONYMS.replace("close", "comet").replace("繁忙", "船坞")
    with pytest.raises(ProblemsError) as error:
        whole.load(_write(tmp_path, text))
    assert [(one.line, one.what.split('"')[1]) for one in error.value.problems] == [
        (2, "comet"),
        (4, "船坞"),
    ]


def test_names_of_conditions_count(tmp_path: Path) -> None:
    """A word may stand in the name of a condition alone, and be the beginning of one."""
    data = _write(tmp_path, SYNONYMS.replace("[busy]", "[taken, docke]"))
    assert whole.load(data).synonyms[1].means == ["taken", "docke"]


def test_older_revisions_count(tmp_path: Path) -> None:
    """A word that only an older revision says is heard: no next document makes a file wrong."""
    said_no_more = invented.DOCUMENT.replace("closed", "shut")
    data = invented.write(tmp_path, invented.DOCUMENT, said_no_more)
    (data / "synonyms.yml").write_text(SYNONYMS.replace("[busy]", "[closed]"), "utf-8")
    assert whole.load(data).synonyms[1].means == ["closed"]


OBSERVED = """\
sources:
  - id: page
    url: https://orbit.example/next
    kind: provider
    title: The next page
    date: unknown
    seen: "2026-11-26"
codes:
  api:
    "101":
      says: {text: The dock is crowded., product: Docks, sources: [page]}
"""


def test_overtaken_words_count(tmp_path: Path) -> None:
    """A word of our own sentence is heard, also where a document lists the code by now."""
    data = _write(tmp_path, SYNONYMS.replace("[busy]", "[crowded]"))
    (data / "orbit" / "observations.yml").write_text(OBSERVED, "utf-8")
    held = whole.load(data)
    assert held.catalogs["orbit"].by_address["101"].meanings == ("Dock is busy",)
    assert held.synonyms[1].means == ["crowded"]


SCRIPTS = {"Han": "[\u4e00-\u9fff]", "kana": "[\u3041-\u30ff]", "Hangul": "[\uac00-\ud7a3]"}


@pytest.mark.parametrize("script", SCRIPTS)
def test_real(atlas: Atlas, script: str) -> None:
    """Most things are said in each of the scripts."""
    having = [one for one in atlas.synonyms if any(re.search(SCRIPTS[script], w) for w in one.said)]
    assert len(having) > len(atlas.synonyms) * 0.6
