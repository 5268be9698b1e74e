"""The entries as Markdown, for people who paste and for language models: entry -> text.

What a provider wrote is escaped, so that Markdown shows it character for character; it never stands
at the beginning of a line, where a sign would make a block of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros import addresses
from macros.publish import retries, wording
from macros.publish.markdown_code import text
from macros.publish.packs import Packs
from macros.texts import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from macros.atlas import Atlas
    from macros.catalog.catalog import Catalog
    from macros.catalog.model import Code

    # Makes a full address of one of the site.
    Link = Callable[[str], str]

_VERDICTS = (
    "Conditions and what to do, in brackets, are the atlas' own words, not the providers'. “Unsure”"
    " stands where the message leaves it open: find out more before you send again. Codes with"
    " several meanings have the most cautious verdict. “Disputed” stands where a later page of the"
    " provider gives the code another meaning."
)
_SUMMARY = (
    "> A reference of API providers' error codes, read from the providers' own documents, one"
    " or more revisions each. Codes that no document lists are marked, and are in the atlas' words."
    " Treat a code as a string, exactly as printed, sign included: -3016 and 3016 are two."
)
_FILES = {
    addresses.LLMS_FULL: "every code with its message, condition and verdict, in one text",
    addresses.API_INDEX: "all addresses",
    addresses.API_CONDITIONS: "the same condition across providers, with whether to retry",
    addresses.API_CATALOG_CSV: "all of it as CSV",
    addresses.API_OPENAPI: "the OpenAPI description",
    addresses.API_CHANGES: "what changed between revisions",
    addresses.API_DISCREPANCIES: "what looks wrong in the documents",
    addresses.PROGRAMS: "the manual",
}


def pack(name: str, pages: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the pages of the codes of a pack in one text, each behind an anchor.

    Args:
        name: the pack's.
        pages: the anchor and the text of each page.
    """
    parts = [f"All codes of the pack {name}.\n".encode()]
    parts += [f'<a id="{anchor}"></a>\n\n'.encode() + page for anchor, page in pages]
    return b"\n".join(parts)


def llms(atlas: Atlas, link: Link) -> str:
    """Return what there is for language models: https://llmstxt.org."""
    lines = ["# Error Code Atlas", "", _SUMMARY, ""]
    lines += [
        *_files(atlas, link),
        "",
        "## Providers",
        "",
    ]
    for catalog in atlas.catalogs.values():
        provider = catalog.provider
        product, about = text(provider.product), text(one_line(provider.about))
        json = link(addresses.API_PROVIDER(provider=provider.id))
        retry = link(addresses.API_RETRY(provider=provider.id))
        lines.append(f"- [{product}]({json}): {_count(catalog)}. {about}")
        lines.append(f"- [{text(provider.name)}, whether to retry]({retry})")
    lines += ["", "## Everything", ""]
    for address, says in _FILES.items():
        lines.append(f"- [{address()}]({link(address())}): {says}")
    return "\n".join(lines) + "\n"


def _files(atlas: Atlas, link: Link) -> Iterator[str]:
    """Yield where the page, the Markdown and the JSON of a code stand."""
    packs = Packs.of(atlas)
    yield f"The page of a code has the address `{link(addresses.CODE.template)}`; the letters of"
    yield "codes are in lower case."
    if packs.single:
        yield f"Its Markdown is `{link(addresses.CODE_MARKDOWN.template)}`, its JSON"
        yield f"`{link(addresses.API_CODE.template)}`."
    first = "digit" if packs.digits == 1 else f"{packs.digits} digits"
    yield "What any provider says of a code stands in its pack, as Markdown"
    yield f"`{link(addresses.MARKDOWN_PACK.template)}`, as JSON"
    yield f"`{link(addresses.API_PACK.template)}`: {{pack}} is the first {first} of the SHA-256, in"
    yield "hexadecimal, of the code as printed, A to Z in lower case."


def _count(catalog: Catalog) -> str:
    observed = f", and {len(catalog.observed)} that none lists" if catalog.observed else ""
    return f"{len(catalog.documented)} codes of its documents{observed}"


def llms_full(atlas: Atlas) -> str:
    """Return every code in a line, by provider and code set."""
    lines = ["# Error Code Atlas", "", _SUMMARY, "", _VERDICTS]
    for catalog in atlas.catalogs.values():
        provider = catalog.provider
        lines += ["", f"## {text(provider.product)}", "", text(one_line(provider.about))]
        lines += [f"As of {wording.as_of(provider.latest)}."]
        for code_set in provider.code_sets:
            response = code_set.response
            at = " or ".join(f"`{path}`" for path in response.code)
            lines += ["", f"### {text(code_set.title)}", ""]
            place = f"The code stands at {at}." if at else wording.NO_BODY
            lines += [f"{place} Success: {text(response.success_means)}", ""]
            lines += [_line(atlas, code) for code in catalog.of(code_set)]
    return "\n".join(lines) + "\n"


def _line(atlas: Atlas, code: Code) -> str:
    condition = atlas.condition_of(code)
    meanings = " / ".join(map(text, code.meanings))
    state = "" if code.status == "current" and code.readable else f" ({wording.state(code)})"
    unsure = " Unsure." if atlas.conditions.entry(code).confidence else ""
    disputed = " Disputed." if code.differs else ""
    advice = retries.advice(atlas.conditions.verdict(code))
    verdict = f"[{condition.title}. {advice}{unsure}{disputed}]"
    return f"- {text(code.code)}: {meanings}{state} {verdict}"
