"""What a screen reader says of a page, in its order, by Chromium's accessibility tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

# What is said of itself before its name; everything else is read as the text that it holds.
ROLES = {
    "alert",
    "banner",
    "button",
    "columnheader",
    "combobox",
    "complementary",
    "contentinfo",
    "deletion",
    "dialog",
    "DisclosureTriangle",
    "form",
    "heading",
    "image",
    "insertion",
    "link",
    "list",
    "main",
    "navigation",
    "radio",
    "rowheader",
    "search",
    "searchbox",
    "status",
    "table",
    "textbox",
}
# Their names are their texts: who hears them goes into none of them.
WHOLE = {"button", "columnheader", "DisclosureTriangle", "heading", "link", "rowheader", "textbox"}
STATES = ("expanded", "modal", "live")


def lines(page: Page) -> list[str]:
    """Return what is read of a page from its top to its end, a line for each stop."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return list(_read(nodes[0], {node["nodeId"]: node for node in nodes}))


def _read(node: dict[str, Any], nodes: dict[str, dict[str, Any]]) -> Iterator[str]:
    role = node["role"]["value"]
    name = " ".join(str(node.get("name", {}).get("value", "")).split())
    if not node["ignored"]:
        if role == "StaticText" and name:
            yield name
        elif role in ROLES and (name or role != "form"):
            shown = name or role in {*WHOLE, "image"}
            said = [role, f"“{name}”" if shown else "", *_rest(node)]
            yield " ".join(filter(None, said))
            if role in WHOLE:
                return
    for child in node.get("childIds", []):
        if child in nodes:
            yield from _read(nodes[child], nodes)


def _rest(node: dict[str, Any]) -> Iterator[str]:
    """Yield the value, the description and the states of what has them."""
    if value := node.get("value", {}).get("value"):
        yield f"= {value}"
    if description := node.get("description", {}).get("value"):
        yield f"({description})"
    for one in node.get("properties", []):
        if one["name"] in STATES and (value := one["value"].get("value")) is not False:
            yield f"[{one['name']}: {value}]" if value is not True else f"[{one['name']}]"
        elif one["name"] == "expanded":
            yield "[closed]"
