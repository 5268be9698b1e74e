"""The report for a provider: the worst first, each mistake once, every word to the character."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from macros.catalog.model import Listing
from macros.publish import report
from macros.publish.html import provider as provider_html
from macros.publish.html.environment import links_from
from macros.review import discrepancies, noted
from macros.review.language import Language
from macros.sources.notes import FindingNote, Quotation
from tests import invented, pages

if TYPE_CHECKING:
    from pathlib import Path

    from macros.atlas import Atlas
    from macros.review.model import Review

GITHUB_LIKE = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# The newest revision has a lost space three times, a misspelt word twice, a text of two codes, and
# numbers with both signs; what the older ones have is mended.
DOCUMENTS = (
    {"101": "Old and invalild", "102": "Full(now and then)", "103": "Full(now and then)"},
    {"101": "Old and invalild", "102": "Full(now and then)", "104": "Not exist"},
    {
        "101": "Dock is new",
        "102": "Full(now and then)",
        "103": "Ships(all of them) wait",
        "104": "No tug(today or ever)",
        "105": "Tow it away",
        "106": "Tow it away",
        "-105": "Wet",
        "-106": "Dry",
        "-104": "The paramater is wet",
        "-103": "A paramater is dry",
    },
)


def _link(address: str) -> str:
    return f"https://a.example/{address}"


def _review(folder: Path) -> Review:
    texts = [
        invented.TABLE + "".join(f"| {code} | {text} |\n" for code, text in document.items())
        for document in DOCUMENTS
    ]
    return invented.atlas(folder, *texts).reviews["orbit"]


def test_items(tmp_path: Path) -> None:
    """What the newest revision has, the worst first; one mistake in many rows is one item."""
    told = report.report(_review(tmp_path))
    assert [
        (harm.value, [(one.title, one.says, [code.code for code in one.codes]) for one in items])
        for harm, items in told.sections
    ] == [
        (
            "misleads",
            [
                (
                    "Same message",
                    "105 and 106 have the same message.",
                    ["105", "106"],
                )
            ],
        ),
        (
            "unclear",
            [
                (
                    "Same number, other sign",
                    "4 numbers stand for two codes each, with and without a minus.",
                    ["103", "104", "105", "106", "-105", "-106", "-104", "-103"],
                )
            ],
        ),
        (
            "style",
            [
                (
                    "Spelling",
                    '"paramater" probably should be "parameter".',
                    ["-103", "-104"],
                ),
                (
                    "Punctuation",
                    "A space is missing before a parenthesis.",
                    ["102", "103", "104"],
                ),
            ],
        ),
    ]


def test_quotes(tmp_path: Path) -> None:
    """Each item quotes its texts; a text of several codes once, of many rows the first few."""
    sections = report.report(_review(tmp_path)).sections
    items = {one.title: one for _, listed in sections for one in listed}
    quoted = {
        title: [
            ([code.code for code in one.codes], one.quote.row.message, one.should)
            for one in item.quotes
        ]
        for title, item in items.items()
    }
    assert quoted == {
        "Same message": [(["105", "106"], "Tow it away", None)],
        "Same number, other sign": [
            (["103"], "Ships(all of them) wait", None),
            (["-103"], "A paramater is dry", None),
            (["104"], "No tug(today or ever)", None),
            (["-104"], "The paramater is wet", None),
        ],
        "Spelling": [
            (["-103"], "A paramater is dry", "A parameter is dry"),
            (["-104"], "The paramater is wet", "The parameter is wet"),
        ],
        "Punctuation": [
            (["102"], "Full(now and then)", "Full (now and then)"),
            (["103"], "Ships(all of them) wait", "Ships (all of them) wait"),
            (["104"], "No tug(today or ever)", "No tug (today or ever)"),
        ],
    }
    assert [item.left_out for item in items.values()] == [0, 4, 0, 0]


def test_later_pages(golden: Atlas) -> None:
    """Codes that later pages of the provider contradict stand first, the pages once."""
    told = report.report(golden.reviews["orbit"])
    assert [page.id for page in told.pages] == ["orbit-next", "tugs"]
    assert [(one.code.code, one.differs.text, one.pages) for one in told.later] == [
        ("105", "The ship has no length yet.", (1,)),
        ("108", "The ship went to another harbour.", (1, 2)),
        ("108", "The harbour is shut.", (1,)),
    ]


def test_later_pages_of_dropped_codes(golden: Atlas) -> None:
    """What the newest document has no more cannot be mended in it."""
    review = golden.reviews["orbit"]
    codes = tuple(
        replace(code, listings=code.listings[:1]) if code.code == "105" else code
        for code in review.catalog.codes
    )
    dropped = replace(review, catalog=replace(review.catalog, codes=codes))
    assert [one.code.code for one in report.report(dropped).later] == ["108", "108"]


def test_markdown(golden: Atlas) -> None:
    """The Markdown says where the document is, and has each item with its quotes and reasons."""
    text = report.markdown(golden.reviews["orbit"], _link)
    assert text.startswith("# Orbit Docks: what to mend in the list of error codes\n\n")
    assert "as of" not in text.splitlines()[0]
    assert "\n- The document: <https://orbit.example/errors/2023-01-01>\n" in text
    assert "\n- As it was read: <https://a.example/sources/orbit/2023-01-01.txt>\n" in text
    assert "\n- This report: <https://a.example/orbit/report/>\n" in text
    first = text[text.index("## Misleading") :].splitlines()[4:18]
    assert first == [
        r"### 1. Sentence that is \*turned\* around",
        "",
        r"It is the dock that is too short; 102 says \<how long\> to wait.",
        "",
        "- 105: “The ship is longer than the dock”",
        "    - Probably should be: “The dock is shorter than the ship”",
        "- 102: “Wait 15 minutes”",
        "",
        "The next page speaks of the dock.",
        "",
        "- Source: Orbit's next page (2024-01-01): <https://orbit.example/errors/next>",
        "",
        "### 2. Listed twice",
        "",
    ]
    # A finding of old revisions alone is not for the provider to mend.
    assert "A pier has no age." not in text
    numbers = [line.split(".")[0] for line in text.splitlines() if line.startswith("### ")]
    assert numbers == [f"### {number}" for number in range(1, len(numbers) + 1)]


def test_nothing_to_mend(tmp_path: Path) -> None:
    """Where nothing was found, the report says so; where no page is known, it names none."""
    atlas = invented.atlas(tmp_path, invented.TABLE + "| 101 | Dock is busy |\n")
    text = report.markdown(atlas.reviews["orbit"], _link)
    assert text.endswith("\n\nNo possible mistake was found.\n")
    assert "The document:" not in text
    page = provider_html.report(atlas.reviews["orbit"], text, links_from("orbit/report/"))
    assert "No possible mistake was found." in page


SIGNS = [*"*_`[]()<>!&|~#+-.:\\{}1 ", "\n", "&amp;", "<b>", "http://a.example", "](x)", "![", "***"]
HURTFUL = ["{{ 1 + 1 }}", "{% raw %}", "<script>alert(1)</script>", "</pre>", "</code>", "“", "”"]
HURTFUL += ["\n# a", "\n- a", "\n> a", "\n```", "\n1. a", "\n==="]
MESSAGES = (
    st.lists(st.sampled_from([*SIGNS, *HURTFUL]) | st.sampled_from("ab"), min_size=1)
    .map("".join)
    .map(lambda text: "\n".join(" ".join(line.split()) for line in text.split("\n")).strip())
    .filter(bool)
)


def _about(golden: Atlas, message: str, should: str) -> Review:
    """Return the review of one code, with one finding of a person, in words of any kind."""
    held = golden.reviews["orbit"]
    code = held.catalog.by_address["102"]
    row = replace(code.last.rows[0], message=message)
    code = replace(code, listings=(Listing(code.last.revision, (row,)),))
    catalog = replace(held.catalog, codes=(code,))
    quotation = Quotation(code="102", text=message, should=should)
    note = FindingNote(title="a", harm="style", quotes=[quotation], says="b", why="c")
    notes = held.notes.content.model_copy(update={"findings": [note]})
    findings = discrepancies.noted(catalog, noted.find(notes, catalog))
    return replace(held, catalog=catalog, changes=(), findings=findings, twins=(), moves=())


@given(message=MESSAGES, should=MESSAGES)
def test_any_words_as_markdown(golden: Atlas, message: str, should: str) -> None:
    """Read back from the rendered Markdown, a text and its proposal are what they were."""
    assume(message != should)
    html = GITHUB_LIKE.render(report.markdown(_about(golden, message, should), _link))
    shown = pages.parse(html)
    items = [pages.text(one) for one in shown.query("li")]
    assert [one for one in items if one.startswith(f"102: “{message}”\n")]
    assert f"Probably should be: “{should}”" in [one.strip() for one in items]
    assert [one.name for one in shown.query("h1, h2, h3")] == ["h1", "h2", "h3"]


@given(message=MESSAGES, should=MESSAGES)
def test_any_words_as_html(golden: Atlas, message: str, should: str) -> None:
    """On the page a text and its proposal are what they were, and the Markdown is the file's."""
    assume(message != should)
    review = _about(golden, message, should)
    markdown = report.markdown(review, _link)
    page = provider_html.report(review, markdown, links_from("orbit/report/"))
    shown = pages.parse(page)
    assert pages.messages(shown) == [message, should]
    (source,) = shown.query("[data-ec-markdown]")
    assert pages.text(source) == markdown
    assert not shown.query("script:not([src])")


def test_marked_in_no_other_words(golden: Atlas) -> None:
    """The proposal is made of the marks alone: it is what the person wrote, line breaks too."""
    review = _about(golden, "a b\nc", "a c")
    (item,) = report.report(review).sections[0][1]
    assert [one.should for one in item.quotes] == ["a c"]


def test_rules_that_are_of_a_document(golden: Atlas) -> None:
    """A rule that is about a document as a whole quotes a few rows and names all codes."""
    held = golden.reviews["orbit"]
    found = discrepancies.find(held.catalog, Language(frozenset()))
    current = next(one for one in found if one.rule.of_document and len(one.shown) > 3)
    assert current.current
    (item,) = [
        one
        for _, items in report.report(held).sections
        for one in items
        if one.title == current.title
    ]
    assert len(item.quotes) == report.EXAMPLES
    assert item.left_out == len(current.shown) - report.EXAMPLES
    assert item.codes == current.codes
