"""Changes and discrepancies in a browser: filters, the picture, the phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import looks

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
    expect(page.get_by_text("No possible mistake matches.")).to_be_visible()
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
    page.get_by_label("Kind").select_option("unlisted-number")
    found = [
        one for one in atlas.reviews["kakaotalk"].findings if one.rule.name == "unlisted-number"
    ]
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
    expect(folded.locator("a, .ec-quote").first).to_be_hidden()
    folded.locator("summary").click()
    expect(folded.locator("a, .ec-quote").first).to_be_visible()


def test_words(page: Page, address: str) -> None:
    """Findings are narrowed by words, too: those that are marked, and codes."""
    page.goto(f"{address}/discrepancies/?words=invalild")
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator(ROWS)).to_contain_text("invalid")
    page.get_by_role("searchbox", name="Words").fill("-2028")
    expect(page.locator(ROWS)).to_contain_text(["Same message"])


def test_mistakes_of_one_revision(page: Page, address: str) -> None:
    """A provider's page of changes leads to as many possible mistakes as it counts."""
    page.goto(f"{address}/kakaotalk/changes/#wrong:grammar")
    line = page.locator("p", has=page.get_by_role("link", name="see them all"))
    expect(line).to_be_in_viewport()
    count = sum(int(text) for text in line.locator("strong").all_inner_texts())
    line.get_by_role("link", name="see them all").click()
    expect(page.locator(ROWS)).to_have_count(count)
    expect(page.get_by_label("Document")).to_have_value("kakaotalk/2025-12-10")


def test_report(browser: Browser, address: str) -> None:
    """A report is copied as the Markdown that a link leads to, which needs no script."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/discrepancies/")
    page.get_by_role("link", name="WeChat", exact=True).and_(page.locator(".ec-facts a")).click()
    expect(page).to_have_url(f"{address}/wechat/report/")
    page.get_by_role("button", name="Copy the report").click()
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
    expect(page.get_by_role("button", name="Copy the report")).to_be_hidden()
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
    page.get_by_title("-2019, limit changed").click()
    expect(page).to_have_url(f"{address}/kakaotalk/-2019/")


@pytest.mark.parametrize("provider", ["kakaotalk", "wechat", "fresns"])
def test_first_screen(browser: Browser, address: str, provider: str) -> None:
    """On a phone the first change is on the first screen, else the picture begins there."""
    with looks.opened(browser, 390) as page:
        page.goto(f"{address}/{provider}/changes/")
        squares, changes = page.locator(".ec-cells .ec-cell"), page.locator(".ec-newest tr[id]")
        first = changes.first if changes.count() else squares.first
        expect(first).to_be_in_viewport(ratio=1)
        sizes = squares.evaluate_all(
            """all => all.map((one) => one.getBoundingClientRect())
                .flatMap(({ width, height }) => [width, height])"""
        )
        assert min(sizes) >= 24


@pytest.mark.parametrize("width", [390, 1024, 1440])
def test_as_wide_as_the_column(browser: Browser, address: str, width: int) -> None:
    """The picture fills its column, in rows as long as there is room for."""
    with looks.opened(browser, width) as page:
        page.goto(f"{address}/kakaotalk/changes/")
        right = "one => one.getBoundingClientRect().right"
        column = page.locator(".ec-picture > div").evaluate(right)
        longest = max(page.locator(".ec-cells .ec-cell").evaluate_all(f"all => all.map({right})"))
        assert column - 2 <= longest <= column + 1


def test_legend_leads_to_groups(page: Page, address: str) -> None:
    """Each count of the legend leads to its group, whose heading has the same count."""
    page.goto(f"{address}/kakaotalk/changes/")
    legend = page.locator(".ec-picture .ec-legend a")
    assert legend.count() > 5
    for one in legend.all():
        count, words = one.inner_text().split(maxsplit=1)
        one.click()
        target = page.locator(":target")
        expect(target).to_be_in_viewport()
        if words != "unchanged, possible mistake":
            expect(target).to_have_text(f"{words.capitalize()} {count}")


def test_signs_are_drawn(page: Page, address: str) -> None:
    """Each state has a sign of its own in legend and picture, with its colour."""
    page.goto(f"{address}/kakaotalk/changes/")
    looks_of = """all => all.map((one) => [
        one.className,
        getComputedStyle(one, "::before").content.split("/")[0].trim(),
        getComputedStyle(one).backgroundColor,
    ].join(" "))"""
    legend = page.locator(".ec-legend .ec-cell").evaluate_all(looks_of)
    squares = page.locator(".ec-cells .ec-cell").evaluate_all(looks_of)
    assert set(legend) == set(squares)
    assert len(set(legend)) == 7
    assert len({one.rpartition("rgb")[0].split(maxsplit=2)[2] for one in set(legend)}) == 7


def test_was_and_now(browser: Browser, address: str) -> None:
    """A text that another took the place of stands above it, said to be what it was."""
    with looks.opened(browser, 1440) as page:
        page.goto(f"{address}/kakaotalk/changes/#change:2025-12-10:3014")
        row = page.locator("tr:target")
        was, now = row.locator("del").bounding_box(), row.locator("ins").bounding_box()
        assert was
        assert now
        assert was["y"] + was["height"] <= now["y"] + 1
        assert was["x"] == now["x"]
        style = "one => getComputedStyle(one).textDecorationLine"
        assert row.locator("del").evaluate(style) == "none"


@pytest.mark.parametrize("scripts", [True, False])
def test_folded_rows_open(browser: Browser, address: str, *, scripts: bool) -> None:
    """What nobody has to read is folded, and opens where an address names a row in it."""
    with looks.opened(browser, 390, java_script_enabled=scripts) as page:
        page.goto(f"{address}/kakaotalk/changes/")
        row = page.locator("[id='change:2025-12-10:0']")
        expect(row).to_be_hidden()
        page.goto(f"{address}/kakaotalk/changes/#change:2025-12-10:0")
        expect(row).to_be_in_viewport()
        page.goto("about:blank")
        page.goto(f"{address}/kakaotalk/changes/")
        fold = page.locator("details:has(tr)").last
        fold.locator("summary").click()
        expect(fold.locator("tr:not(.ec-said)").last).to_be_visible()


def test_folded_group_opens(page: Page, address: str) -> None:
    """A link to a group that is folded as a whole opens it."""
    page.goto(f"{address}/kakaotalk/changes/")
    page.locator(".ec-legend").get_by_role("link", name="formatting only").click()
    rows = page.locator("details[open] tbody tr:not(.ec-said):visible")
    expect(rows).to_have_count(17)


@pytest.mark.parametrize("width", [390, 1440])
def test_contents(browser: Browser, address: str, width: int) -> None:
    """Where there is room, what is on the page stays beside it; a phone has the legend."""
    with looks.opened(browser, width) as page:
        page.goto(f"{address}/kakaotalk/changes/#added:2025-12-10")
        contents = page.get_by_role("navigation", name="On this page")
        link = contents.get_by_role("link", name="Dropped")
        if width == 390:
            expect(link).to_be_hidden()
            return
        expect(page.locator(":target")).to_be_in_viewport()
        expect(link).to_be_in_viewport()
        link.click()
        expect(page).to_have_url(f"{address}/kakaotalk/changes/#dropped:2025-12-10")


def test_all_changes(page: Page, address: str) -> None:
    """The tabs lead to the changes of all providers, and these to a provider's own and its feed."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address)
    page.locator(".md-tabs").get_by_role("link", name="Changes", exact=True).click()
    expect(page).to_have_url(f"{address}/changes/")
    headings = page.get_by_role("heading", level=2)
    expect(headings.first).to_contain_text("KakaoTalk Bizmessage 2025-12-10")
    expect(page.locator("tbody tr:visible").first).to_contain_text("Meaning changed")
    feeds = page.get_by_role("link", name="Atom feed")
    for one in feeds.all():
        link = one.get_attribute("href") or ""
        assert page.request.get(f"{address}/changes/{link}").ok
    headings.first.get_by_role("link").click()
    step = f"{address}/kakaotalk/changes/#from:2022-05-19:2025-12-10"
    expect(page).to_have_url(step)


@pytest.mark.parametrize(
    "path",
    [
        *(
            "changes/",
            "sources/",
            "kakaotalk/changes/",
            "fresns/changes/",
            "discrepancies/",
            "kakaotalk/3050/",
        ),
        *("kakaotalk/limits/", "fresns/limits/", "kakaotalk/-3217/"),
        "kakaotalk/report/",
    ],
)
@pytest.mark.parametrize("width", [320, 390])
def test_phone(browser: Browser, address: str, path: str, width: int) -> None:
    """On a phone nothing scrolls sideways, and the choices say what they choose."""
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(f"{address}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if path == "discrepancies/":
        expect(page.get_by_label("Kind").locator("option").first).to_have_text("any kind")
    page.close()
