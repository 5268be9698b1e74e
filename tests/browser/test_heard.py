"""The way from a paste to a ticket, as a screen reader reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser import heard, looks

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TABS = (
    "Fresns",
    "KakaoTalk",
    "WeChat",
    "Compare",
    "Changes",
    "Mistakes",
    "Sources",
    "How sure",
    "API",
)
PASTED = '{"errcode":40029,"errmsg":"invalid code"}'
TICKET = (
    "WeChat 40029: Invalid OAuth code. Authorization code invalid, used or expired: let the user"
    " log in again, then retry. https://atlas.example/wechat/40029/"
)
DO = "Send the user through authorization again, once: each code works once, and for minutes only."
ANSWER = (
    "link “40029 WeChat Invalid OAuth code Let the user log in again, then retry. Authorization"
    " code invalid, used or expired Found under errcode, with its message.”"
)


def test_from_a_paste_to_a_ticket(page: Page, address: str) -> None:
    """The first page, the answer to a paste, the page of a code, and what is copied there."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}/")
    box = (
        "textbox “Paste a code, a message or a whole response”",
        "(Nothing you paste leaves your browser. What you can paste)",
    )
    before = [
        "link “Skip to content”",
        "banner",
        "link “Error Code Atlas”",
        "button “Switch to dark”",
        "navigation “Tabs”",
        "list",
        "link “Home”",
        *[f"link “{name}”" for name in TABS],
        "main",
        "heading “Look up an error code”",
        "search “Look up”",
    ]
    said = [*before, " ".join(box), "button “Look up”", "Try"]
    assert heard.lines(page)[: len(said)] == said
    page.get_by_role("textbox").fill(PASTED)
    expect(page.get_by_role("link", name="40029")).to_be_visible()
    lines = heard.lines(page)
    assert lines[len(before)] == f"{box[0]} = {PASTED} {box[1]}"
    start = lines.index("status [live: polite]")
    assert lines[start : start + 5] == [
        "status [live: polite]",
        "1 result. Enter opens it.",
        "list “Answers”",
        ANSWER,
        "button “Copy for ticket: WeChat 40029: Invalid OAuth code”",
    ]
    page.keyboard.press("Enter")
    page.wait_for_url("**/wechat/40029/")
    looks.wait(page, "settled")
    lines = heard.lines(page)
    start = lines.index("main")
    assert lines[start : start + 17] == [
        "main",
        "link “WeChat Official Accounts”",
        "› Return codes ›",  # noqa: RUF001 - as it stands there
        "link “Invalid value”",
        "heading “WeChat 40029”",
        "Invalid OAuth code",
        "The API sends:",
        "invalid code",
        "link “source”",
        "Authorization code invalid, used or expired.",
        "The code that an authorization gave is wrong, was redeemed before or is too old.",
        "link “our reading”",
        "Let the user log in again, then retry.",
        DO,
        "button “Copy for ticket”",
        "button “Copy link”",
        "button “Copy code”",
    ]
    page.get_by_role("button", name="Copy for ticket").press("Enter")
    expect(page.get_by_role("button", name="Copied")).to_be_focused()
    lines = heard.lines(page)
    start = lines.index("status [live: polite]")
    assert lines[start + 1] == f"Copied: {TICKET}"
    assert page.evaluate("navigator.clipboard.readText()") == TICKET


def test_difference(page: Page, address: str) -> None:
    """What was removed and what was added is said, not crossed out and coloured alone."""
    page.goto(f"{address}/wechat/40029/")
    said = " ".join(one for one in heard.lines(page) if one not in {"deletion", "insertion"})
    assert "Invalid removed oauth added OAuth code" in said
    assert "Invalid oauth should be OAuth code" in said


def test_signs_are_not_read(browser: Browser, address: str) -> None:
    """No arrow, point or tick is read; no link, button or picture is without a name."""
    paths = (
        "kakaotalk/",
        "wechat/40029/",
        "kakaotalk/3050/",
        "changes/",
        "compare/",
        "discrepancies/",
    )
    for width in (390, 1440):
        with looks.opened(browser, width) as page:
            for path in paths:
                page.goto(f"{address}/{path}")
                lines = heard.lines(page)
                assert [one for one in lines if set("←→·✓") & set(one)] == []
                assert [one for one in lines if "“”" in one] == []


def test_closed_search(page: Page, address: str) -> None:
    """The search of the header is a dialog while it is open, and not before."""
    page.goto(f"{address}/sources/")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("/")
    assert "dialog “Search”" in heard.lines(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
