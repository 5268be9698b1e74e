"""Citations: what is put into tickets shows the provider's words, whatever they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from macros.publish import wording as citation

if TYPE_CHECKING:
    from macros.catalog.model import Atlas

GITHUB_LIKE = MarkdownIt("commonmark").enable(["table", "strikethrough"])
LINES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).map(
    lambda text: " ".join(text.split())
)


@given(LINES.filter(bool))
def test_link_text(text: str) -> None:
    """Escaped text inside a Markdown link is shown character for character, as one link."""
    source = f"[{citation.escape_markdown(text)}](https://atlas.example/a/1/)"
    inline = GITHUB_LIKE.parse(source)[1].children or []
    assert (inline[0].type, inline[-1].type) == ("link_open", "link_close")
    assert "".join(token.content for token in inline[1:-1]) == text
    assert {token.type for token in inline[1:-1]} == {"text"}


def test_plain_text(atlas: Atlas) -> None:
    """An entry in one line has provider, code and message; several meanings are set apart."""
    wechat = atlas.catalogs["wechat"].by_address
    kakaotalk = atlas.catalogs["kakaotalk"].by_address
    assert citation.plain(wechat["40029"]) == "WeChat 40029: Invalid OAuth code"
    assert citation.markdown(wechat["61453"]).endswith("account (kf_account existed)")
    assert citation.plain(kakaotalk["3050"]) == (
        "KakaoTalk 3050: Opt out spec. (N type) unsupported / Non-KakaoTalk user User opting to"
        " block AlimTalk of users who record no KakaoTalk service use within 72 hours Not a friend"
        " of FriendTalk"
    )


def test_state(atlas: Atlas) -> None:
    """Every entry says as of which revision it holds; a dropped one says where it was last seen."""
    wechat = atlas.catalogs["wechat"].by_address
    kakaotalk = atlas.catalogs["kakaotalk"].by_address
    assert citation.state(kakaotalk["-3016"]) == "As of 2025-12-10."
    assert citation.state(wechat["40029"]) == "As of revision r2 (date unknown)."
    assert citation.state(kakaotalk["-1009"]) == (
        "Last seen in 2022-05-19; no longer listed as of 2025-12-10."
    )
    assert citation.held(atlas.catalogs["wechat"].provider) == "r2 and r1, date unknown"
