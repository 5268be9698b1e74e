"""What pages load: each file with a digest in its name, and pages that name it so."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from macros.publish import assets

if TYPE_CHECKING:
    from pathlib import Path


def _write(folder: Path, **changed: str) -> assets.Assets:
    texts = {
        "icon.svg": "<svg/>",
        "css/1-base/a.css": "a{}",
        "pages/code.js": 'import { a } from "../shared/a.js"\na()\n',
        "search/ask.js": 'new Worker(new URL("./worker.js", import.meta.url))\n',
        "search/worker.js": "postMessage(1)\n",
        "shared/a.js": "export const a = () => 1\n",
        **changed,
    }
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return assets.read(folder, ["b{}"])


def test_names(tmp_path: Path) -> None:
    """Scripts are in one folder, all else stays where it is; each name has its own digest."""
    made = _write(tmp_path)
    for address, content in made.files.items():
        whole = content.encode() if isinstance(content, str) else content
        assert address.split(".")[-2] == sha256(whole).hexdigest()[:8]
    plain = {source: f"{at.split('.')[0]}.{at.split('.')[-1]}" for source, at in made.names.items()}
    assert plain == {
        "assets/icon.svg": "assets/icon.svg",
        "assets/css/atlas.css": "assets/css/atlas.css",
        "assets/pages/code.js": "assets/scripts/code.js",
        "assets/search/ask.js": "assets/scripts/ask.js",
        "assets/search/worker.js": "assets/scripts/worker.js",
    }
    assert set(made.files) == set(made.names.values())
    assert made.files[made.names["assets/css/atlas.css"]] == "@layer theme{b{}}\na{}"


def test_another_name(tmp_path: Path) -> None:
    """What a script starts or takes in is in its digest, and nothing else is."""
    before = _write(tmp_path).names
    after = _write(tmp_path, **{"search/worker.js": "postMessage(2)\n"}).names
    changed = {source for source in before if before[source] != after[source]}
    assert changed == {"assets/search/worker.js", "assets/search/ask.js"}
    again = _write(tmp_path, **{"shared/a.js": "export const a = () => 2\n"}).names
    assert {one for one in before if before[one] != again[one]} == {"assets/pages/code.js"}


def test_pages(tmp_path: Path) -> None:
    """Pages get the published addresses, at any depth, in UTF-8 as well; all else stays."""
    made = _write(tmp_path)
    page = '<script src="../assets/pages/code.js"></script><img src="/x/assets/none.png"> assets/'
    xml = "<Image>https://atlas.example/assets/icon.svg</Image>"
    files: dict[str, str | bytes] = {
        "a/index.html": page,
        "b.xml": xml,
        "c.md": page,
        "d.html": b"assets/icon.svg",
    }
    script, icon = (made.names[f"assets/{name}"] for name in ("pages/code.js", "icon.svg"))
    assert dict(made.put_into(files.items())) == {
        **files,
        "a/index.html": page.replace("assets/pages/code.js", script),
        "b.xml": xml.replace("assets/icon.svg", icon),
        "d.html": icon,
    }


def test_theme() -> None:
    """Of the theme, pages load its script and its styles; a source map is not named."""
    folder = "assets/javascripts"
    assert assets.is_script_of_theme(f"{folder}/bundle.a5f9d56c.min.js")
    for name in ("bundle.a5f9d56c.min.js.map", "lunr/tinyseg.js", "workers/search.a7633da7.min.js"):
        assert not assets.is_script_of_theme(f"{folder}/{name}")
    assert assets.is_sheet_of_theme("assets/stylesheets/main.484c7ddc.min.css")
    assert not assets.is_sheet_of_theme("assets/stylesheets/main.484c7ddc.min.css.map")
    script = "a()\n//# sourceMappingURL=bundle.a5f9d56c.min.js.map\n\n"
    notice = "/* By others; see licences.txt at the root of this site. */\n"
    assert assets.script_of_theme(script) == f"{notice}a()\n"
    assert assets.script_of_theme("a()\n") == f"{notice}a()\n"
    script = 'b("link[rel=alternate]")'
    assert assets.script_of_theme(script) == f'{notice}b("link[rel=alternate][hreflang]")'
    assert assets.is_source_map(f"{folder}/bundle.a5f9d56c.min.js.map")
    assert not assets.is_source_map(f"{folder}/workers/search.a7633da7.min.js.map")
