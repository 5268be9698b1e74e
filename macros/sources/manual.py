"""The tables of keys in `data/README.md`: models -> Markdown.

A table stands between `<!-- keys of Provider -->` and `<!-- end of keys -->`, and says of each key
what the model says of it. `make schema` writes them.
"""

from __future__ import annotations

import re
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Literal, Union, get_args, get_origin

from macros.sources import (
    compared,
    conditions,
    notes,
    observations,
    official,
    others,
    provider,
    reader_options,
    revision,
    synonyms,
)

if TYPE_CHECKING:
    from pydantic import BaseModel

MODELS: dict[str, type[BaseModel]] = {
    model.__name__: model
    for model in (
        provider.Provider,
        official.OfficialPage,
        provider.CodeSet,
        provider.Range,
        provider.Response,
        revision.Revision,
        revision.Also,
        others.Other,
        *reader_options.FORMATS,
        reader_options.Table,
        reader_options.Success,
        reader_options.RowByHand,
        compared.Compared,
        compared.ComparedDocument,
        reader_options.TreeList,
        reader_options.TreeSuccess,
        notes.Notes,
        notes.ChangeNote,
        notes.SharedNote,
        notes.TwinNote,
        notes.Accepted,
        notes.FindingNote,
        notes.Quotation,
        observations.Observations,
        observations.Source,
        observations.Observation,
        observations.Says,
        observations.Message,
        observations.Cause,
        observations.Differs,
        conditions.ConditionsFile,
        conditions.Family,
        conditions.Condition,
        conditions.Entry,
        conditions.Meaning,
        others.OthersFile,
        synonyms.SynonymsFile,
        synonyms.Synonym,
    )
}
# Keys that do not stand in the file.
_DERIVED = {("Provider", "id"): "the folder's name"}

_TABLE = re.compile(r"(<!-- keys of (\w+) -->\n).*?(<!-- end of keys -->)", re.DOTALL)


def filled(manual: str) -> str:
    """Return the manual with its tables as the models are now.

    Raises:
        KeyError: when it asks for the keys of what is no model.
    """
    return _TABLE.sub(lambda table: f"{table[1]}{keys(MODELS[table[2]])}{table[3]}", manual)


def _choices(annotation: object) -> list[str]:
    """Return the words that a key can have; none where it can have any."""
    kinds = get_args(annotation) if get_origin(annotation) in {Union, UnionType} else [annotation]
    if any(kind is not NoneType and get_origin(kind) is not Literal for kind in kinds):
        return []
    return [f"`{word}`" for kind in kinds for word in get_args(kind)]


def keys(model: type[BaseModel]) -> str:
    """Return the keys of a model as a table in Markdown; `*` where one can be left out."""
    lines = ["| key | what |", "|---|---|"]
    for name, field in model.model_fields.items():
        if (model.__name__, name) in _DERIVED:
            continue
        star = "" if field.is_required() else " *"
        says = [field.description] if field.description else []
        if choices := _choices(field.annotation):
            says.append(f"One of {', '.join(choices)}." if choices[1:] else f"Always {choices[0]}.")
        told = " ".join(says).replace("|", "\\|")
        lines.append(f"| `{field.alias or name}`{star} | {told} |")
    return "\n".join(lines) + "\n"
