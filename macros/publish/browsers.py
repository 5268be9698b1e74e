"""What browsers and search engines ask a site for beside its pages: `robots.txt`, a manifest."""

from __future__ import annotations

import json

from macros import addresses
from macros.publish.pictures import ICONS, NAME

# As `--ec-page` in tokens.css, light and dark.
PAPER = "#ffffff"
DARK = "#181b1f"


def robots(url: str) -> str:
    """Return `robots.txt`: everything may be read, and where the list of pages is.

    What is not to be listed says so itself, in `X-Robots-Tag`; whoever may not read it never knows.
    """
    sitemap = f"\nSitemap: {url}sitemap.xml\n" if url else ""
    return f"User-agent: *\nDisallow:\n{sitemap}"


def manifest() -> str:
    """Return the web manifest, by which a phone puts the site on its first screen.

    It opens in the browser, with its address, for that is what people put into tickets.
    """
    icons = [
        {"src": addresses.ICON(size=str(size)), "sizes": f"{size}x{size}", "type": addresses.PNG}
        for size in ICONS
    ]
    told = {
        "name": NAME,
        "short_name": "Error codes",
        "description": "API providers' error codes: what each means, and what to do.",
        "lang": "en",
        "start_url": "./",
        "display": "browser",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": icons,
    }
    return json.dumps(told, indent=1) + "\n"
