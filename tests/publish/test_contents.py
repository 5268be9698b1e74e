"""The headings within pages: those of code sets, groups, ranges and families, and their list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.publish import contents
from macros.publish.contents import Heading
from macros.publish.parts import Limits, cut

if TYPE_CHECKING:
    from macros.atlas import Atlas

ORBIT = [
    Heading("Error codes", "set:api", 2),
    Heading("General", "range:api:0", 3, "0\u20139"),
    Heading("Places", "group:api:101", 3),
    Heading("Docks", "range:api:101", 4, "100\u2013105"),
    Heading("Ships and cargo", "range:api:106", 4, "106\u2013110"),
    Heading("Other codes", "range:api:111", 3),
    Heading("Mail states", "set:mail", 2),
]


def test_headings(golden: Atlas) -> None:
    """Sections are headed by code set, group and range; the rest are the other codes."""
    assert list(contents.of_catalog(golden.catalogs["orbit"])) == ORBIT


def test_one_code_set_without_ranges(golden: Atlas) -> None:
    """Where there is one code set without ranges, it is the one heading."""
    assert list(contents.of_catalog(golden.catalogs["harbour"])) == [
        Heading("Numbers", "set:api", 2)
    ]


def test_groups(golden: Atlas) -> None:
    """Each group has the headings that begin with it: a group of ranges stands above its first."""
    orbit = golden.catalogs["orbit"]
    api, mail = orbit.provider.code_sets
    groups = list(contents.groups(orbit, api))
    assert [[one.title for one in group.headings] for group in groups] == [
        ["General"],
        ["Places", "Docks"],
        ["Ships and cargo"],
        ["Other codes"],
    ]
    assert [code for group in groups for code in group.codes] == list(orbit.of(api))
    assert [group.headings for group in contents.groups(orbit, mail)] == [()]
    shown = orbit.of(api)[-1:]
    (last,) = contents.groups(orbit, api, shown)
    assert (last.codes, last.headings[0].anchor) == (shown, f"range:api:{shown[0].anchor}")


def test_overview(golden: Atlas) -> None:
    """An overview heads its code sets and the list of all codes; its parts have their ranges."""
    orbit = golden.catalogs["orbit"]
    whole = cut(orbit, Limits())
    assert list(contents.of_catalog(orbit, whole.root)) == ORBIT
    whole = cut(orbit, Limits(rows=3))
    headings = [one.anchor for one in contents.of_catalog(orbit, whole.root)]
    assert headings == ["set:api", "set:mail", "ec:codes"]


def test_list(golden: Atlas) -> None:
    """The list has each heading below the one above it, with the ends of a range apart."""
    api, mail = contents.listed(contents.of_catalog(golden.catalogs["orbit"]))
    assert [one["id"] for one in api["children"]] == [
        "range:api:0",
        "group:api:101",
        "range:api:111",
    ]
    general, places, _ = api["children"]
    assert general["name"] == 'General <span class="ec-code">0\u20139</span>'
    assert [one["id"] for one in places["children"]] == ["range:api:101", "range:api:106"]
    assert mail["children"] == []


def test_families(golden: Atlas) -> None:
    """The page of conditions lists its families, that of successes last."""
    headings = list(contents.of_conditions(golden.conditions))
    assert [one.anchor for one in headings] == ["family:docks", "family:ships", "family:success"]
    assert golden.conditions.families[0].id == "success"
