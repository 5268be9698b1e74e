"""Where a provider's document can be fetched: one way or none, and nothing that leads elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from macros.catalog import load as catalog
from macros.errors import ProblemsError
from macros.sources.official import OfficialPage
from tests import invented

if TYPE_CHECKING:
    from pathlib import Path

URL = "https://orbit.example/errors"
GIT = "https://git.example/orbit/docs"


@pytest.mark.parametrize(
    ("keys", "places"),
    [
        ({}, []),
        ({"raw": f"{URL}.md"}, [f"{URL}.md"]),
        ({"raw": [f"{URL}/a@2.md?x=1", "http://127.0.0.1:80/b"]}, None),
        ({"repository": GIT, "path": "docs/all codes.md"}, ["docs/all codes.md"]),
        ({"repository": GIT, "path": ["a.md", "b/ü.md"], "branch": "v1.2/next"}, None),
    ],
)
def test_a_way(keys: dict[str, object], places: list[str] | None) -> None:
    """One place or several can be named, and a branch; or nothing at all."""
    official = OfficialPage.model_validate({"url": URL, **keys})
    wanted = keys.get("raw") or keys.get("path") if places is None else places
    assert official.places == wanted


@pytest.mark.parametrize(
    ("keys", "what"),
    [
        ({"raw": URL, "repository": GIT, "path": "a"}, "not both"),
        ({"repository": GIT}, "belong together"),
        ({"path": "a.md"}, "belong together"),
        ({"raw": URL, "branch": "main"}, "`branch`"),
        ({"raw": "http://orbit.example/x"}, "raw"),
        ({"raw": "http://127.0.0.1.orbit.example/x"}, "raw"),
        ({"raw": "https://me:secret@orbit.example/x"}, "raw"),
        ({"raw": "file:///etc/passwd"}, "raw"),
        ({"repository": "ext::sh", "path": "a"}, "repository"),
        ({"repository": "git@git.example:orbit", "path": "a"}, "repository"),
        *(
            ({"repository": GIT, "path": path}, "path")
            for path in (
                "",
                "/etc/passwd",
                "../a",
                "a/../b",
                "a//b",
                "--output=x",
                ":(top)a",
                "a\nb",
            )
        ),
        *(
            ({"repository": GIT, "path": "a", "branch": branch}, "branch")
            for branch in ("", "-x", "a..b", "a b", "a:b", "a/", "a~1", "+main")
        ),
    ],
)
def test_no_way(keys: dict[str, object], what: str) -> None:
    """What leads to no document, or may lead elsewhere, is refused."""
    with pytest.raises(ValidationError, match=what):
        OfficialPage.model_validate({"url": URL, **keys})


def test_it_is_told_with_its_line(tmp_path: Path) -> None:
    """A fault in provider.yml has the line, what is wrong and what is expected."""
    data = invented.write(tmp_path)
    path = data / "orbit/provider.yml"
    url = f"  url: {URL}\n"
    path.write_text(path.read_text("utf-8").replace(url, f"{url}  raw: ftp://x.example\n"), "utf-8")
    with pytest.raises(ProblemsError) as told:
        catalog.load(data)
    (line,) = str(told.value).splitlines()
    assert line.startswith('data/orbit/provider.yml:8: official.raw.0: "ftp://x.example" is not')
    assert line.endswith("Expected: An address that can be fetched, beginning with https://.")
