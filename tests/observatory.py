"""Mozilla's HTTP Observatory: its criteria, as far as headers and the site's pages decide them.

Names, scores and grades are those of its tests in version 1.4. A worse answer than the best of each
is told as the worst: a site that is to have all of them needs no shades.
"""

from __future__ import annotations

import re

WORST = -25
PASSED = 0
HALF_A_YEAR = 15_768_000
# What keeps an address of the site from other sites.
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
GRADES = {100: "A+", 90: "A", 85: "A-", 80: "B+", 70: "B", 65: "B-", 60: "C+", 50: "C"}


def scores(headers: dict[str, str]) -> dict[str, int]:
    """Return what each criterion adds to 100.

    Args:
        headers: of the first page, by their names in lower case.
    """
    policy = headers.get("content-security-policy", "")
    return {
        "content-security-policy": _policy(policy),
        "cookies": _unless("set-cookie" in headers),
        "cross-origin-resource-sharing": _unless("access-control-allow-origin" in headers),
        "cross-origin-resource-policy": _if(
            headers.get("cross-origin-resource-policy") in {"same-origin", "same-site"}, 10
        ),
        # The host leads from http to https on the same name, and every script is the site's own.
        "redirection": PASSED,
        "referrer-policy": _if(headers.get("referrer-policy") in PRIVATE, 5),
        "strict-transport-security": _if(_age(headers) >= HALF_A_YEAR, PASSED),
        "subresource-integrity": _unless("https:" in policy),
        "x-content-type-options": _if(headers.get("x-content-type-options") == "nosniff", PASSED),
        "x-frame-options": _if("frame-ancestors 'none'" in policy, 5),
    }


def grade(given: dict[str, int]) -> str:
    """Return the grade. Bonus counts only for who has 90 points without it."""
    without = 100 + sum(min(score, 0) for score in given.values())
    total = 100 + sum(given.values()) if without >= 90 else without
    return next((mark for least, mark in GRADES.items() if total >= least), "F")


def _policy(policy: str) -> int:
    """Score a policy: nothing by default, nothing unsafe, and no source that is too wide."""
    unsafe = re.search(r"'unsafe-|\*|https?:(?!/)|\bdata:(?=[^;]*;)", _without_pictures(policy))
    return _if("default-src 'none'" in policy and not unsafe, 10)


def _without_pictures(policy: str) -> str:
    return "; ".join(one for one in policy.split("; ") if not one.startswith("img-src"))


def _age(headers: dict[str, str]) -> int:
    found = re.match(r"max-age=(\d+)", headers.get("strict-transport-security", ""))
    return int(found[1]) if found else 0


def _if(good: bool, score: int) -> int:  # noqa: FBT001 - what is asked
    return score if good else WORST


def _unless(bad: bool) -> int:  # noqa: FBT001 - what is asked
    return _if(not bad, PASSED)
