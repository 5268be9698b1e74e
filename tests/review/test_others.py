"""What is not here: each fault is told with file and line, and no mark is one of ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros import atlas as whole
from macros.catalog import load as catalog
from macros.errors import ProblemsError
from macros.review import others
from tests import invented

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from macros.atlas import Atlas

SISTERS = """\
sisters:
  - id: locks
    name: Orbit Locks
    page: https://orbit.example/locks
    words: [orbit locks]
    keys: [lockId]
revisions:
"""

OTHERS = """\
others:
  - id: comet
    name: Comet & Tail
    page: https://comet.example/codes
    words: [comet, 彗星, halley comet]
    hosts: [api.comet.example]
    keys: [tailLength]
  - id: nova
    name: Nova
    page: https://nova.example/codes
    hosts: [nova.example]
"""


def _write(folder: Path, text: str = OTHERS) -> Path:
    provider = invented.PROVIDER.replace("revisions:\n", SISTERS)
    data = invented.write(folder, provider=provider)
    (data / "others.yml").write_text(text, encoding="utf-8")
    return data


def test_read(tmp_path: Path) -> None:
    """Sisters stand with their provider, all others in their own file, with every mark."""
    atlas = whole.load(_write(tmp_path))
    (sister,) = atlas.providers[0].sisters
    assert (sister.id, sister.name) == ("locks", "Orbit Locks")
    assert sister.marks == {
        "words": ["orbit locks"],
        "places": [],
        "hosts": [],
        "keys": ["lockId"],
    }
    assert [other.id for other in atlas.others] == ["comet", "nova"]
    assert atlas.others[0].page == "https://comet.example/codes"
    assert atlas.others[0].marks == {
        "words": ["comet", "彗星", "halley comet"],
        "places": [],
        "hosts": ["api.comet.example"],
        "keys": ["tailLength"],
    }


def test_no_file(tmp_path: Path) -> None:
    """Who leaves no vendor out needs no file."""
    assert invented.atlas(tmp_path).others == ()


# what is replaced in others.yml, by what -> line, what is said
BAD = {
    "unknown key": ("words: [comet", "names: [comet", 5, 'unknown key "names"'),
    "no page": ("    page: https://nova.example/codes\n", "", 8, "page"),
    "page without https": ("https://comet", "http://comet", 4, "others.0.page"),
    "page with a fragment": ("comet.example/codes", "comet.example/codes#a", 4, "others.0.page"),
    "no marks": ("    hosts: [nova.example]\n", "", 8, "has no words, places, hosts or keys"),
    "empty lists": ("hosts: [nova.example]", "hosts: []", 8, "has no words, places, hosts or keys"),
    "empty word": ("[comet, 彗星", "['', 彗星", 5, 'others.0.words.0: "" is not allowed'),
    "one letter": ("彗星", "彗", 5, 'others.0.words.1: "彗" is not allowed'),
    "capitals": ("[comet,", "[Comet,", 5, '"Comet" is not allowed'),
    "spaces at an end": ("[comet,", "[' comet',", 5, '" comet" is not allowed'),
    "a pattern": ("[comet,", "['comet.*',", 5, '"comet.*" is not allowed'),
    "host with a scheme": ("[nova.example]", "['https://nova.example']", 11, "others.1.hosts.0"),
    "host with a path": ("[nova.example]", "[nova.example/api]", 11, "others.1.hosts.0"),
    "host without a point": ("[nova.example]", "[nova]", 11, '"nova" is not allowed'),
    "empty key": ("[tailLength]", "['']", 7, 'others.0.keys.0: "" is not allowed'),
    "key with signs": ("[tailLength]", "['\"tailLength\"']", 7, "others.0.keys.0"),
    "id of another": ("id: nova", "id: comet", 8, 'there are two others "comet"'),
    "id of a sister": ("id: nova", "id: locks", 8, 'there are two others "locks"'),
    "word of another": ("hosts: [nova", "words: [彗星]\n    hosts: [nova", 11, "彗星"),
    "word of a sister": ("[comet,", "[orbit-locks,", 5, '"orbit-locks" stands for "locks"'),
    "word twice": ("halley comet]", "halley comet, halleycomet]", 5, '"halleycomet" stands for'),
    "host of another": ("[nova.example]", "[api.comet.example]", 11, 'stands for "comet"'),
    "host below another": ("[nova.example]", "[a.api.comet.example]", 11, 'stands for "comet"'),
    "host above another": ("[nova.example]", "[comet.example]", 11, 'stands for "comet"'),
    "key of a sister": ("[tailLength]", "[LOCKID]", 7, '"LOCKID" stands for "locks"'),
    "our id": ("[comet,", "[orbit,", 5, '"orbit" is in a name of the provider "orbit"'),
    "our vendor": ("[comet,", "[orbit works,", 5, "is in a name"),
    "our alias": ("[comet,", "[orbital,", 5, "is in a name"),
    "part of our name": ("[comet,", "[docks,", 5, '"docks" is in a name'),
    "place of another": ("hosts: [nova", "places: [comet]\n    hosts: [nova", 11, '"comet" stands'),
    "our place": ("hosts: [nova", "places: [orbit]\n    hosts: [nova", 11, '"orbit" is in a name'),
    "our host": ("[nova.example]", "[orbit.example]", 11, '"orbit.example" is a host'),
    "our key": ("[tailLength]", "[Code]", 7, '"Code" is a key of the provider "orbit"'),
    "our key of messages": ("[tailLength]", "[text]", 7, '"text" is a key'),
}


@pytest.mark.parametrize("name", BAD)
def test_bad(tmp_path: Path, name: str, as_before: Callable[[str], None]) -> None:
    """Each fault in others.yml gives messages that name file and line, what and what to do."""
    old, new, line, said = BAD[name]
    assert old in OTHERS
    data = _write(tmp_path, OTHERS.replace(old, new, 1))
    with pytest.raises(ProblemsError) as error:
        whole.load(data)
    problems = str(error.value).splitlines()
    found = [problem for problem in problems if said in problem]
    assert found, problems
    assert found[0].startswith(f"data/others.yml:{line}: "), found
    assert re.search(r"[.?] [A-Z].*\.$|describes every key\.$", found[0]), found
    as_before("\n".join(problems))


def test_bad_sister(tmp_path: Path) -> None:
    """A fault of a sister is told with the line in its provider's file."""
    data = _write(tmp_path)
    path = data / "orbit" / "provider.yml"
    good = path.read_text("utf-8")
    line = good[: good.index("keys: [lockId]")].count("\n") + 1
    path.write_text(good.replace("lockId", "code"), "utf-8")
    with pytest.raises(ProblemsError) as error:
        others.load(data, catalog.load(data))
    assert str(error.value) == (
        f'data/orbit/provider.yml:{line}: "code" is a key of the provider "orbit".'
        " Remove it, or choose one that the provider's own texts do not have."
    )
    path.write_text(good.replace("    words: [orbit locks]\n    keys: [lockId]\n", ""), "utf-8")
    with pytest.raises(ProblemsError) as error:
        catalog.load(data)
    assert '"locks" has no words, places, hosts or keys' in str(error.value)


def test_all_are_told(tmp_path: Path) -> None:
    """Every mark that is wrong is told at once, in the order of the lines."""
    text = OTHERS.replace("[comet,", "[orbital,").replace("nova.example]", "orbit.example]")
    with pytest.raises(ProblemsError) as error:
        whole.load(_write(tmp_path, text))
    assert [(one.line, one.what.split('"')[1]) for one in error.value.problems] == [
        (5, "orbital"),
        (11, "orbit.example"),
    ]


WECOM = {"企业微信", "企微", "企业号", "wecom", "wechat work"}


def test_real(atlas: Atlas) -> None:
    """The products that are most easily taken for ours are known, by what people call them."""
    sisters = {one.id: [sister.id for sister in one.sisters] for one in atlas.providers}
    assert sisters["wechat"] == ["wecom"]
    assert {"nhnsms", "nhnpush", "nhnemail"} <= set(sisters["kakaotalk"])
    (wecom,) = next(one.sisters for one in atlas.providers if one.id == "wechat")
    assert set(wecom.words) >= WECOM
    assert {"qyapi.weixin.qq.com", "work.weixin.qq.com"} <= set(wecom.hosts)
    assert {"corpid", "corpsecret", "agentid"} <= set(wecom.keys)
    known = {other.id for other in atlas.others}
    assert known >= {"alipay", "aliyun", "dingtalk", "feishu", "jpush", "nicepay", "openai"}
    assert known >= {"firebase", "kakaodevelopers", "slack", "stripe", "tosspayments", "twilio"}
    assert [other.id for other in atlas.others] == sorted(known)
