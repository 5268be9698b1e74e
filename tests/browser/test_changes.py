"""Changes and discrepancies in a browser: filters, the picture, the phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from macros.atlas import Atlas

ROWS = "tr[data-kind]:visible"


def test_narrow(page: Page, address: str, atlas: Atlas) -> None:
    """Findings are narrowed by provider, kind and document; the address follows."""
    page.goto(f"{address}/discrepancies/")
    left = page.locator("[data-ec-left]")
    all_of_them = page.locator(ROWS).count()
    expect(left).to_have_text(f"{all_of_them} findings")
    page.get_by_label("Provider").select_option("wechat")
    # A kind of which the older document has nothing.
    findings = atlas.reviews["wechat"].findings
    older = {one.rule.name for one in findings if one.revisions[0].id == "r1"}
    kind = next(one.rule.name for one in findings if one.rule.name not in older)
    page.get_by_label("Kind").select_option(kind)
    found = [one for one in findings if one.rule.name == kind]
    expect(page.locator(ROWS)).to_have_count(len(found))
    expect(left).to_have_text(f"{len(found)} of {all_of_them} findings")
    expect(page).to_have_url(f"{address}/discrepancies/?provider=wechat&kind={kind}")
    page.get_by_label("Document").select_option("wechat/r1")
    expect(page.locator(ROWS)).to_have_count(0)
    expect(page.get_by_text("Nothing of this kind was found.")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Document")).to_have_value("wechat/r1")
    page.get_by_label("Document").select_option("wechat/r2")
    of_r2 = [one for one in found if "r2" in [revision.id for revision in one.revisions]]
    expect(page.locator(ROWS)).to_have_count(len(of_r2))


def test_groups(page: Page, address: str, atlas: Atlas) -> None:
    """Findings stand in groups, the worst first; a group of which nothing is left is not shown."""
    page.goto(f"{address}/discrepancies/")
    headings = page.locator("h2:visible")
    expect(headings).to_have_count(3)
    assert [one.split()[0] for one in headings.all_inner_texts()] == [
        "Misleading",
        "Unclear",
        "Style",
    ]
    page.get_by_label("Provider").select_option("kakaotalk")
    page.get_by_label("Kind").select_option("sign-twin")
    found = [one for one in atlas.reviews["kakaotalk"].findings if one.rule.name == "sign-twin"]
    expect(page.locator(ROWS)).to_have_count(len(found))
    expect(headings).to_have_count(1)
    expect(headings).to_contain_text("Unclear")
    # The table of a group that is not shown is not shown either, nor its sentence.
    expect(page.locator("table:visible")).to_have_count(1)
    expect(page.get_by_text("could be tidier")).to_be_hidden()
    page.get_by_label("Kind").select_option("")
    expect(headings).to_have_count(3)
    expect(page.get_by_text("could be tidier")).to_be_visible()
    row = page.locator(ROWS, has=page.locator("summary")).first
    folded = row.locator("details.ec-more").first
    expect(folded.locator("a").first).to_be_hidden()
    folded.locator("summary").click()
    expect(folded.locator("a").first).to_be_visible()


def test_report(browser: Browser, address: str) -> None:
    """A report is copied as the Markdown that a link leads to, which needs no script."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/discrepancies/")
    page.get_by_role("link", name="WeChat", exact=True).and_(page.locator(".ec-lead a")).click()
    expect(page).to_have_url(f"{address}/wechat/report/")
    page.get_by_role("button", name="Copy as Markdown").click()
    expect(page.locator("[data-ec-copied]")).to_have_text("Copied the report.")
    copied = page.evaluate("navigator.clipboard.readText()")
    link = page.get_by_role("link", name="As Markdown", exact=True).get_attribute("href")
    assert link == "index.md"
    markdown = page.request.get(f"{address}/wechat/report/index.md").text()
    assert copied == markdown
    assert markdown.startswith("# WeChat Official Accounts: what to mend")
    context.close()
    bare = browser.new_context(java_script_enabled=False)
    page = bare.new_page()
    page.goto(f"{address}/wechat/report/")
    expect(page.get_by_role("button", name="Copy as Markdown")).to_be_hidden()
    expect(page.get_by_role("link", name="As Markdown", exact=True)).to_be_visible()
    bare.close()


def test_link_to_a_kind(page: Page, address: str) -> None:
    """A code's page leads to all findings of a kind; an unknown kind in the address is none."""
    page.goto(f"{address}/kakaotalk/-3009/")
    page.get_by_role("link", name="Grammar").click()
    expect(page.get_by_label("Kind")).to_have_value("grammar")
    expect(page.locator(ROWS).first).to_contain_text("Grammar")
    page.goto(f"{address}/discrepancies/?kind=%3Cb%3E")
    expect(page.get_by_label("Kind")).to_have_value("")


def test_picture(page: Page, address: str) -> None:
    """A square of the picture leads to its code."""
    page.goto(f"{address}/kakaotalk/changes/")
    page.locator("svg a", has_text="-2019, limit changed").click()
    expect(page).to_have_url(f"{address}/kakaotalk/-2019/")


@pytest.mark.parametrize(
    "path",
    [
        *("kakaotalk/changes/", "fresns/changes/", "discrepancies/", "kakaotalk/3050/"),
        *("kakaotalk/limits/", "fresns/limits/", "kakaotalk/-3217/"),
        "kakaotalk/report/",
    ],
)
def test_phone(browser: Browser, address: str, path: str) -> None:
    """On a phone nothing scrolls sideways, and the choices say what they choose."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{address}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    if path == "discrepancies/":
        expect(page.get_by_label("Kind").locator("option").first).to_have_text("all kinds")
    page.close()
