"""The host's `_redirects`: atlas -> where addresses lead at which there is no file.

A provider's other names lead to its pages, as does what is left of the address of a part of a
catalog without the part. How many rules there are does not depend on how many codes there are: what
else people try, the 404 page makes out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.atlas import Atlas
    from macros.publish.parts import Cut
    from macros.sources.provider import Provider


def file(atlas: Atlas, cut: Mapping[str, Cut], url: str) -> str:
    """Return the file; the first rule that is for an address is taken.

    Args:
        atlas: the atlas.
        cut: into which pages each catalog is cut, by provider id.
        url: the site's full address, with a slash at its end; empty where it does not know it. With
            it no rule leads to another host, whatever stands for `:splat`: to a host that reads
            dots in what it was asked for, `/alias/..%2F%2Fb.example` would lead to `//b.example`.
    """
    root = url or "/"
    lines = [
        f"{here} {root}{there} 301"
        for catalog in atlas.catalogs.values()
        for here, there in (
            *_of_names(catalog.provider),
            *_of_parts(catalog.provider, cut[catalog.provider.id]),
        )
    ]
    return "".join(f"{line}\n" for line in lines)


def _of_names(provider: Provider) -> Iterator[tuple[str, str]]:
    """Yield where each other name leads: pages with their slash, which files do not have."""
    for name in provider.aliases_in_paths:
        for address in addresses.OF_A_PROVIDER:
            if not address.template.endswith("/") and address.template.count("/") == 1:
                yield f"/{address(provider=name)}", address(provider=provider.id)
        for place in (":code", "*"):
            here = addresses.CODE(provider=name, code=place).rstrip("/")
            code = addresses.CODE(provider=provider.id, code=place)
            yield f"/{here}", code.replace("*/", ":splat")


def _of_parts(provider: Provider, cut: Cut) -> Iterator[tuple[str, str]]:
    """Yield where the address above the parts of a catalog leads."""
    if cut.root.parts:
        above = addresses.PART(provider=provider.id, part="").removesuffix("/")
        yield f"/{above}", addresses.CATALOG(provider=provider.id)
