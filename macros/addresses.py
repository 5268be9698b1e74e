"""Every address of the site: pages, anchors, files. They are permanent.

The one place where they are written. Names that no provider and no code may have are taken from
here, as are the addresses in templates and in the scripts of the pages (`make schema` writes
`docs/assets/shared/addresses.js`). All are relative to the site's root, without a slash before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

HTML = "text/html"
JSON = "application/json"
CSV = "text/csv"
MARKDOWN = "text/markdown"
TEXT = "text/plain"
ATOM = "application/atom+xml"
PNG = "image/png"

_FIELD = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Address:
    """One address, or many where it has fields such as `{provider}` in it.

    Attributes:
        template: the address, or what makes one when its fields are filled in.
        media_type: the content type of what is there.
    """

    template: str
    media_type: str = HTML

    def __call__(self, **fields: str) -> str:
        """Return the address with its fields filled in.

        Raises:
            KeyError: when a field is missing.
        """
        return self.template.format_map(fields)

    def anchor(self, **fields: str) -> str:
        """Return the fragment alone, as the id of an element: `condition:busy`."""
        return self(**fields).partition("#")[2]


# Pages that are about everything.
HOME = Address("")
PROVIDERS = Address("#ec:providers")
COMPARE = Address("compare/")
CONDITION = Address("compare/#condition:{condition}")
FAMILY = Address("compare/#family:{family}")
SAME_NUMBER = Address("compare/same-number/")
NUMBER = Address("compare/same-number/#number:{number}")
RESPONSES = Address("compare/responses/")
RESPONSE = Address("compare/responses/#{provider}:{code_set}")
DISCREPANCIES = Address("discrepancies/")
DISCREPANCIES_OF_KIND = Address("discrepancies/?kind={kind}")
DISCREPANCIES_OF_PROVIDER = Address("discrepancies/?provider={provider}&kind={kind}")
DISCREPANCIES_OF_REVISION = Address(
    "discrepancies/?provider={provider}&document={provider}/{revision}"
)
DISCREPANCIES_OF_HARM = Address("discrepancies/#harm:{harm}")
ALL_CHANGES = Address("changes/")
SOURCES = Address("sources/")
SOURCE = Address("sources/#source:{provider}")
DOCUMENT = Address("sources/{provider}/{revision}.txt", TEXT)
PASTING = Address("pasting/")
HOW_SURE = Address("how-sure/")
PROGRAMS = Address("programs/")
OFFLINE = Address("offline/")
SEARCH_MEASURED = Address("contributing/search/")
OPEN_WORK = Address("contributing/open-work/")
HOW_FAR = Address("contributing/how-far/")

# Pages of one provider.
CATALOG = Address("{provider}/")
ROW = Address("{provider}/#{anchor}")
CODE_SET = Address("{provider}/#set:{code_set}")
RANGE = Address("{provider}/#range:{code_set}:{anchor}")
GROUP = Address("{provider}/#group:{code_set}:{anchor}")
UNLISTED = Address("{provider}/?code={code}")
PART = Address("{provider}/part/{part}/")
CODE = Address("{provider}/{code}/")
CHANGES = Address("{provider}/changes/")
STEP = Address("{provider}/changes/#from:{before}:{after}")
CHANGES_OF_KIND = Address("{provider}/changes/#{kind}:{after}")
CHANGE = Address("{provider}/changes/#change:{after}:{code}")
DISPUTED = Address("{provider}/changes/#ec:later")
WRONG = Address("{provider}/changes/#ec:wrong")
WRONG_OF_KIND = Address("{provider}/changes/#wrong:{kind}")
LIMITS = Address("{provider}/limits/")
FIELDS = Address("{provider}/limits/#ec:fields")
FIELD = Address("{provider}/limits/#field:{field}")

REPORT = Address("{provider}/report/")
REPORT_MARKDOWN = Address("{provider}/report/index.md", MARKDOWN)

# What feed readers, browsers and the host read.
FEED = Address("feed.xml", ATOM)
PROVIDER_FEED = Address("{provider}/feed.xml", ATOM)
OPENSEARCH = Address("opensearch.xml", "application/opensearchdescription+xml")
ROBOTS = Address("robots.txt", TEXT)
MANIFEST = Address("manifest.webmanifest", "application/manifest+json")
FAVICON = Address("favicon.ico", "image/vnd.microsoft.icon")
TOUCH_ICON = Address("assets/touch-icon.png", PNG)
ICON = Address("assets/icon-{size}.png", PNG)
CARD = Address("assets/card.png", PNG)
PROVIDER_CARD = Address("assets/cards/{provider}.png", PNG)
REDIRECTS = Address("_redirects", TEXT)
HEADERS = Address("_headers", TEXT)
LICENCES = Address("licences.txt", TEXT)

# What programs read.
API = "api/v1/"
API_NOT_FOUND = Address("api/not-found.json", JSON)
API_INDEX = Address(f"{API}index.json", JSON)
API_CATALOG = Address(f"{API}catalog.json", JSON)
API_CATALOG_CSV = Address(f"{API}catalog.csv", CSV)
API_PROVIDER = Address(f"{API}{{provider}}.json", JSON)
API_PROVIDER_CSV = Address(f"{API}{{provider}}.csv", CSV)
API_CODE = Address(f"{API}{{provider}}/{{code}}.json", JSON)
API_PACK = Address(f"{API}codes/{{pack}}.json", JSON)
API_IN_PACK = Address(f"{API}codes/{{pack}}.json#/codes/{{pointer}}", JSON)
API_RETRY = Address(f"{API}retry/{{provider}}.json", JSON)
API_CONDITIONS = Address(f"{API}conditions.json", JSON)
API_CHANGES = Address(f"{API}changes.json", JSON)
API_DISCREPANCIES = Address(f"{API}discrepancies.json", JSON)
API_OPENAPI = Address(f"{API}openapi.json", JSON)
API_SCHEMA = Address(f"{API}schema/{{shape}}.json", JSON)
CODE_MARKDOWN = Address("{provider}/{code}/index.md", MARKDOWN)
MARKDOWN_PACK = Address(f"{API}markdown/{{pack}}.md", MARKDOWN)
IN_MARKDOWN_PACK = Address(f"{API}markdown/{{pack}}.md#{{provider}}/{{code}}", MARKDOWN)
LLMS = Address("llms.txt", TEXT)
LLMS_FULL = Address("llms-full.txt", TEXT)

# What the search and the scripts of the pages read. What refers to others by place has the build
# that it is of in its address: files of two builds never meet.
SEARCH_CODES = Address("search/codes.json", JSON)
SEARCH_TEXTS = Address("search/{build}/codes/{number}.json", JSON)
SEARCH_MESSAGES = Address("search/{build}/messages/{number}.json", JSON)
SEARCH_WORDS = Address("search/{build}/words.json", JSON)
SEARCH_CONDITIONS = Address("search/{build}/conditions.json", JSON)
SEARCH_SYNONYMS = Address("search/{build}/synonyms.json", JSON)
SEARCH_PAGES = Address("search/search_index.json", JSON)
SEARCH_LIBRARY = Address("search/lunr.js", "text/javascript")
ASSET = Address("assets/{file}", "text/javascript")

ALL: dict[str, Address] = {
    name: address for name, address in list(globals().items()) if isinstance(address, Address)
}

# Pages and files that each provider has one of.
OF_A_PROVIDER: tuple[Address, ...] = tuple(
    address
    for address in ALL.values()
    if _FIELD.findall(address.template) == ["provider"]
    and not re.search("[?#]", address.template)
    and address.media_type != PNG
)

# Files that there is one of, and no page: a page in Markdown can link to them by name.
FILES: tuple[str, ...] = tuple(
    address.template
    for address in ALL.values()
    if address.media_type != HTML
    and "{" not in address.template
    and address not in {SEARCH_PAGES, SEARCH_LIBRARY}
)

# The host, MkDocs and the theme have these, or take them for something else than a page.
_ELSEWHERE = frozenset("404 images javascripts robots sitemap stylesheets".split())
# `p/index.md` and `p/README.md` would be the catalog page.
_CATALOG_PAGE = frozenset({"index", "index.html", "readme"})
_SEGMENT = re.compile(r"[a-z0-9._-]+", re.ASCII)


def _literals(before: str) -> set[str]:
    """Return the literal names that stand right behind `before` in any address."""
    names = set()
    for address in ALL.values():
        path, _, _ = address.template.partition("#")
        path, _, _ = path.partition("?")
        if path.startswith(before) and (name := path.removeprefix(before).partition("/")[0]):
            names.add(name)
    return {name for name in names if "{" not in name}


def _stem(name: str) -> str:
    return name.partition(".")[0]


# Ids that no provider may have: each would be the name of a page, a folder or a file of programs.
RESERVED_PROVIDERS: frozenset[str] = frozenset(
    {_stem(name) for before in ("", API) for name in _literals(before)} | _ELSEWHERE | {"index"}
) - {""}
# Segments that no code may have: each would be another page or file of its provider.
RESERVED_CODES: frozenset[str] = frozenset(_literals("{provider}/") | _CATALOG_PAGE)


def segment(printed: str) -> str:
    """Return the path segment for a printed code or anchor: its letters in lower case.

    The host lower-cases paths, and some file systems cannot tell the cases apart.
    """
    return printed.lower()


def segment_fault(name: str) -> str | None:
    """Say what makes a path segment unfit for a code's page, or None when it is fit."""
    if name in RESERVED_CODES:
        return f'the address "{name}" is reserved.'
    if not _SEGMENT.fullmatch(name):
        return f'the address "{name}" has a character outside a-z, 0-9, ".", "_" and "-".'
    if name.startswith(".") or name.endswith("."):
        return f'the address "{name}" begins or ends with a full stop, which hides the file.'
    return None


# What the scripts of the pages make links of, or fetch.
_IN_SCRIPTS = (
    *("HOME", "PROVIDERS", "CATALOG", "PART", "CODE", "UNLISTED", "SEARCH_CODES", "SEARCH_TEXTS"),
    *("SEARCH_MESSAGES", "SEARCH_WORDS", "SEARCH_CONDITIONS", "SEARCH_SYNONYMS", "SEARCH_PAGES"),
    "SEARCH_LIBRARY",
)


def script() -> str:
    """Return what the scripts need of it as a module: names in camelCase, seen from the root."""
    lines = ["// Written by `make schema` from macros/addresses.py.", "export const ADDRESSES = {"]
    return "\n".join([*lines, templates(), "}", ""])


def templates(index: str = "") -> str:
    """Return the lines of that module; where they name files, `index` is that of each page."""
    lines = []
    for name in _IN_SCRIPTS:
        first, *others = name.lower().split("_")
        camel = first + "".join(word.capitalize() for word in others)
        template = ALL[name].template
        # Nothing at all would be no address for a script.
        seen = template if re.match("[^?#]", template) else f"./{template}"
        lines.append(f'  {camel}: "{with_index(seen, index)}",')
    return "\n".join(lines)


def with_index(address: str, index: str) -> str:
    """Return the address of a page as that of its file, which is called `index`; others as is."""
    path, mark, rest = re.split("([?#]|$)", address, maxsplit=1)
    return f"{path}{'' if path and not path.endswith('/') else index}{mark}{rest}"


def relative(target: str, here: str) -> str:
    """Return an address as a link on the page or in the file `here` leads to it.

    Both are relative to the site's root: from `wechat/40029/` to `wechat/` it is `../`.
    """
    folder, slash, inside = here.partition("/")
    if slash and target.startswith(f"{folder}/"):
        return relative(target[len(folder) + 1 :], inside)
    if slash:
        return "../" * here.count("/") + target
    path = target.partition("#")[0].partition("?")[0]
    rest = target[len(path) :]
    return rest if path == here and rest.startswith("#") else (path or "./") + rest
