"""The page of a code without a code: cut at its places, filled for each code, or refused."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.errors import ProblemsError
from macros.publish import shell

if TYPE_CHECKING:
    from macros.atlas import Atlas

HERE = "https://atlas.example/orbit/~code~/"
FRAME = (
    f'<head><link rel="canonical" href="{HERE}">{shell.HEAD}</head>'
    f"<header>{shell.TITLE}</header><main>{shell.BODY}</main><footer>{shell.TITLE}</footer>"
)


def test_filled(golden: Atlas) -> None:
    """Each place of a frame gets what is the code's, wherever and however often it stands."""
    code = golden.catalogs["orbit"].by_address["mail.101"]
    page = shell.cut(FRAME, "main.html", HERE).page(code, "<title>T</title>", "<p>~code~</p>")
    assert page.decode() == (
        '<head><link rel="canonical" href="https://atlas.example/orbit/mail.101/"><title>T</title>'
        "</head><header>Orbit mail.101</header><main><p>~code~</p></main>"
        "<footer>Orbit mail.101</footer>"
    )


def test_names_are_text(golden: Atlas) -> None:
    """A provider's name that means something to HTML is text in the frame."""
    code = golden.codes[0]
    provider = code.provider.model_copy(update={"name": '<b> & "q"'})
    page = shell.cut(FRAME, "main.html", None).page(replace(code, provider=provider), "", "")
    assert f"<header>&lt;b&gt; &amp; &#34;q&#34; {code.anchor}</header>" in page.decode()


@pytest.mark.parametrize(
    ("place", "what", "name"),
    [
        (shell.HEAD, "the title and the tags in the head of the page", "code_head"),
        (shell.TITLE, "the name of the code in the header", "page.meta.title"),
        (shell.BODY, "the body of the page", "page.content"),
        (HERE, "the permanent address of the page", "page.canonical_url"),
    ],
)
def test_a_place_is_missing(place: str, what: str, name: str) -> None:
    """A frame that lacks a place is refused, with the template, the place and its name."""
    with pytest.raises(ProblemsError) as refused:
        shell.cut(FRAME.replace(place, ""), "overrides/main.html", HERE)
    assert str(refused.value) == (
        f"overrides/main.html: the page of a code has no place for {what}. "
        f"Show {{{{ {name} }}}} as it is, in this template or in one that it takes in."
    )


def test_all_that_is_missing() -> None:
    """All missing places are told at once; without an address of the site none is asked for."""
    with pytest.raises(ProblemsError) as refused:
        shell.cut(shell.TITLE, "main.html", None)
    assert [problem.do.split()[2] for problem in refused.value.problems] == [
        "page.content",
        "code_head",
    ]


def test_no_frame_for_a_code(golden: Atlas) -> None:
    """No code can stand at the address at which a frame is drawn."""
    assert shell.address("orbit") == "orbit/~code~/"
    assert golden.code_at(shell.address("orbit")) is None


def test_indents() -> None:
    """What a theme indents, and leaves empty, is not sent; words stay apart."""
    frame = f"<title>a</title>\n\n    {shell.HEAD}\n  <p>one\n   two</p>{shell.TITLE}{shell.BODY}"
    pieces = shell.cut(frame, "main.html", None).pieces
    assert tuple(piece.decode() for piece in pieces) == (
        "<title>a</title>\n",
        shell.HEAD,
        "\n<p>one\ntwo</p>",
        shell.TITLE,
        "",
        shell.BODY,
        "",
    )
