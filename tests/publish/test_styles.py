"""The one style sheet: the theme's gives way to the atlas's, whose folders are its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.publish import styles

if TYPE_CHECKING:
    from pathlib import Path


def test_sheet() -> None:
    """The theme's rules are in a layer, without what may stand at a file's begin or end alone."""
    theme = ['@charset "UTF-8";a{b:c}/*# sourceMappingURL=main.css.map */', "d{e:f}"]
    assert styles.sheet(theme, ["g{h:i}", "j{k:l}"]) == "@layer theme{a{b:c}d{e:f}}\ng{h:i}\nj{k:l}"


def test_other_colours() -> None:
    """The theme's rules for colours that are not chosen are left out, and for all at a switch."""
    one, other = "[data-md-color-primary=red]", "[data-md-color-accent=light-blue] .a:hover"
    kept = (
        f"{one},.b{{c:d}}",
        '[data-md-color-primary="custom"]{c:d}',
        "[data-md-color-scheme]{e:f}",
    )
    switch = "[data-md-color-switching] *,[data-md-color-switching] :after"
    gone = f"{one}{{c:d}}{switch}{{g:h}}", f"{one},{other}{{c:d}}"
    text = f"{gone[0]}{kept[0]}{gone[1]}@media print{{{gone[1]}{kept[1]}{gone[0]}}}{kept[2]}"
    left = f"{kept[0]}@media print{{{kept[1]}}}{kept[2]}"
    assert styles.sheet([text], []) == f"@layer theme{{{left}}}"


def test_nothing_unused() -> None:
    """Rules of the theme's for what pages never have are left out, not those that except it."""
    gone = [
        ".no-js .tabbed-set>input,.md-typeset .highlighttable{a:b}",
        ".md-top:hover{a:b}",
        ".md-typeset table:not([class]) td,[dir=rtl] table:not([class]) th{a:b}",
    ]
    kept = [
        ".a :not(.tabbed-set)>b{c:d}",
        ".md-topic{c:d}",
        ".md-top,.e{c:d}",
        ".md-nav--lifted{c:d}",
        "table:not(.md-top) td{c:d}",
        "table td{c:d}",
    ]
    text = "".join(one + other for one, other in zip(gone * 2, kept, strict=True))
    assert styles.sheet([text], []) == f"@layer theme{{{''.join(kept)}}}"


def test_no_comments() -> None:
    """What is said of the parts to who edits them is not published."""
    assert styles.sheet([], ["/* Said. */\n\na {\n  b: c; /* of\n it */\n}\n"]) == "a {\n  b: c;\n}"


def test_no_theme() -> None:
    """Without a theme the sheet is the parts alone."""
    assert styles.sheet([], ["g{h:i}"]) == "g{h:i}"


def test_icons() -> None:
    """An icon is drawn by its SVG in an address of data, which quotes cannot end."""
    assert styles.icons({"day": '<svg a="b#c"/>\n'}) == (
        '.ec-icon--day{mask-image:url("data:image/svg+xml,%3Csvg a=%22b%23c%22/%3E")}'
    )


def test_every_icon_is_drawn(project: Path) -> None:
    """Each icon that pages can have is one that the sheet draws, and the other way round."""
    folder = project / "overrides/.icons/atlas"
    held = {file.stem: file.read_text("utf-8") for file in folder.glob("*.svg")}
    assert held == {name: f'<svg class="ec-icon ec-icon--{name}"></svg>\n' for name in styles.ICONS}


def test_parts(tmp_path: Path) -> None:
    """Parts follow each other by folder and name, whichever was written first."""
    for name in ("3-pages/a.css", "2-parts/b.css", "1-base/z.css", "2-parts/a.css"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(name, encoding="utf-8")
    (tmp_path / "README.md").write_text("no part", encoding="utf-8")
    assert styles.parts(tmp_path) == [
        "1-base/z.css",
        "2-parts/a.css",
        "2-parts/b.css",
        "3-pages/a.css",
    ]
