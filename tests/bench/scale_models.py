"""What invented codes take after: each real code with all that is said of it, provider by provider.

Invented codes take after real ones, so that all shares are those of the real data. Of its
790 codes, in November 2026: 85 % stand in a document, 15 % were only observed. Of those in the two
documents of a provider, 45 % came with the second, 4 % of the others were dropped and 35 % changed.
59 % of all codes have observations, 4 in 10 a message that the API sends, 1 in 8 a cause; a
person found something wrong in 1 of 4 and a rule in 1 of 6; 97 conditions hold for all, the most
frequent one for 10 %, and 43 % have a word of their own beside theirs. A message has 8 words, half
of them 7 or fewer and 1 of 20 more than 15.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from macros.texts import one_line

if TYPE_CHECKING:
    from macros.atlas import Atlas
    from macros.catalog.model import Code
    from macros.sources.notes import FindingNote
    from macros.sources.provider import CodeSet, Provider

Fields = dict[str, Any]


@dataclass(frozen=True)
class Model:
    """A real code.

    Attributes:
        code: as printed.
        code_set: the id of its code set.
        texts: what the earlier document says and what the newest one says; empty where it has none.
        change: kind of and reason for the change between both; none where nothing changed.
        entry: its condition, as in conditions.yml.
        observation: as in observations.yml; none where there is none.
        finding: what a person finds wrong in it, as in notes.yml; none where nobody did.
    """

    code: str
    code_set: str
    texts: tuple[str, str]
    change: tuple[str, str | None] | None
    entry: Fields
    observation: Fields | None
    finding: Fields | None

    @property
    def life(self) -> tuple[bool, bool]:
        """Whether the earlier document lists it, and whether the newest one does."""
        return bool(self.texts[0]), bool(self.texts[1])


@dataclass(frozen=True)
class ModelProvider:
    """A real provider.

    Attributes:
        provider: the provider.
        models: its codes, in order.
        sources: what its observations rest on, by id, as in observations.yml.
    """

    provider: Provider
    models: tuple[Model, ...]
    sources: dict[str, Fields] = field(repr=False)

    @property
    def code_sets(self) -> list[CodeSet]:
        """Its code sets."""
        return self.provider.code_sets

    @property
    def ages(self) -> bool:
        """Whether it has several revisions, by which codes come and go."""
        return len(self.provider.revisions) > 1


def models(atlas: Atlas) -> list[ModelProvider]:
    """Return all real providers, by id."""
    return [_provider(atlas, ident) for ident in atlas.catalogs]


def texts(providers: list[ModelProvider]) -> list[str]:
    """Return all texts of documents."""
    return [
        text for one in providers for model in one.models for text in dict.fromkeys(model.texts)
    ]


def _provider(atlas: Atlas, ident: str) -> ModelProvider:
    catalog, review = atlas.catalogs[ident], atlas.reviews[ident]
    found: dict[str, FindingNote] = {}
    for note in review.notes.content.findings:
        found.setdefault(note.quotes[0].code, note)
    sources = {source.id: _plain(source) for source in catalog.observations.content.sources}
    made = tuple(_model(atlas, code, found.get(code.anchor)) for code in catalog.codes)
    return ModelProvider(catalog.provider, made, sources)


def _model(atlas: Atlas, code: Code, note: FindingNote | None) -> Model:
    first, last = (_said(code, place) for place in (0, -1))
    changes = [one for one in atlas.review_of(code).changes_of(code) if one.of_text]
    change = next(((str(one.kind), one.note.why if one.note else None) for one in changes), None)
    entry = _plain(atlas.conditions.entry(code))
    entry.pop("meanings", None)
    observed = _plain(code.observed.observation) if code.observed else None
    finding = None
    if note and last and one_line(note.quotes[0].text) == last:
        finding = _plain(note)
    return Model(
        code.code,
        code.code_set.id,
        (first, last),
        change if first and last and first != last else None,
        entry,
        observed,
        finding,
    )


def _said(code: Code, place: int) -> str:
    """Return what the first or the last revision that stands says of a code, in one line."""
    rows = code.rows(code.provider.standing[place])
    return one_line(rows[0].message) if rows else ""


def _plain(model: Any) -> Fields:  # noqa: ANN401 - any model of a YAML file
    """Return what a person has to write for a part of a YAML file."""
    fields: Fields = model.model_dump(mode="json", exclude_defaults=True, by_alias=True)
    return fields
