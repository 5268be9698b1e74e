"""The host's `_headers`: frames of pages -> what a browser may do with each answer of the site.

`netlify.toml` has the headers that are always the same. Here are those that a build has to make:
the policy names the inline scripts of the theme by their hashes, and pages have rules by where they
are. No answer gets a header from two rules: the host would join them with a comma.

A frame is what a theme draws around a page, without the page: a script in what providers wrote has
no hash here, and no browser runs it.
"""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

from macros import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_ELSEWHERE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
# No browser runs these, so that no policy is about them.
_DATA = re.compile(r'\stype\s*=\s*["\']?application/(?:ld\+)?json\b', re.IGNORECASE)

_ALL = "/*"
_SAME_ORIGIN = "same-origin"
_FOR_A_YEAR = "public, max-age=31536000, immutable"


# What says the same as a page, for programs, and documents that are a provider's.
_NOT_LISTED = (
    f"/{addresses.API}*",
    f"/{addresses.CODE_MARKDOWN(provider=':provider', code=':code')}",
    f"/{addresses.DOCUMENT(provider=':provider', revision=':document').removesuffix('.txt')}",
)


def file(frames: Mapping[str, str], lasting: Iterable[str] = (), *, preview: bool = False) -> str:
    """Return the file.

    No search engine lists what stands in a page, too. To name that page in a header each file would
    need a rule of its own: there are as many as codes.

    Args:
        frames: what is drawn around each page, by its address; of many alike one is enough.
        lasting: the addresses of files that never change: another content has another address.
        preview: whether this is a site for a look before it is published, of which none lists any.
    """
    scripts = {script for frame in frames.values() for script in inline_scripts(frame)}
    not_listed = (_ALL,) if preview else _NOT_LISTED
    places = sorted({_place(address) for address in frames})
    rules = [
        (_ALL, "Content-Security-Policy", policy(scripts)),
        *((place, "X-Robots-Tag", "noindex") for place in not_listed),
        *((place, "Cross-Origin-Resource-Policy", _SAME_ORIGIN) for place in places),
        *((f"/{address}", "Cache-Control", _FOR_A_YEAR) for address in sorted(lasting)),
    ]
    return "".join(f"{place}\n  {name}: {value}\n" for place, name, value in rules)


def inline_scripts(html: str) -> Iterator[str]:
    """Yield the text of each script that stands in a page and that a browser would run."""
    for attributes, text in _SCRIPT.findall(html):
        if not _ELSEWHERE.search(attributes) and not _DATA.search(attributes):
            yield text


def policy(scripts: Iterable[str]) -> str:
    """Return the policy for all answers: the site's own files, and these inline scripts.

    Nothing is from another host, and nothing may be framed. The theme's styles have their pictures
    in them, as `data:`.
    """
    hashes = " ".join(sorted(f"'sha256-{_digest(script)}'" for script in scripts))
    directives = {
        "default-src": "'none'",
        "script-src": f"'self' {hashes}".rstrip(),
        "style-src": "'self'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        # No script makes HTML or a script of a text; "atlas" is the search's way to start its own.
        "require-trusted-types-for": "'script'",
        "trusted-types": "atlas 'allow-duplicates'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _place(address: str) -> str:
    """Return the place of a page and of those beside it: `/wechat/:page` for `wechat/40029/`.

    Addresses that the host takes for the same with and without a slash have one rule.
    """
    above, _, _ = address.rstrip("/").rpartition("/")
    return f"/{above}/:page" if above else f"/{address.rstrip('/')}"
