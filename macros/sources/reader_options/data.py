"""Formats of data: tables as separated values, and trees of keys, JSON and YAML."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, PrivateAttr, StringConstraints, model_validator

from macros.sources.fields import Strict
from macros.sources.reader_options.lists import TreeList
from macros.sources.reader_options.one_list import NamedListOptions
from macros.sources.reader_options.pages import TableOptions
from macros.sources.reader_options.table import FAILURE, NEITHER, tells

KEY, VALUE, ABOVE = "(key)", "(value)", "(path)"
# A key in a path: a backslash stands before a dot, a bracket or a brace of its own.
_KEY = re.compile(r"(?:\\.|[^\\.\[\]{}])+")
_PATH = re.compile(rf"(?:{_KEY.pattern})?(?:\[\]|\{{\}})*(?:\.{_KEY.pattern}(?:\[\]|\{{\}})*)*")

# What each list of a tree says for itself.
_OF_A_LIST = frozenset(
    "format code_set path code join message named success pattern repeats beside".split()
)


class CsvOptions(TableOptions):
    """A file of separated values: CSV, TSV."""

    format: Literal["csv"]
    delimiter: Annotated[str, StringConstraints(pattern=r"^(tab|[^\w\s\"])$")] = Field(
        ",", description='The sign between cells, or "tab"; a comma where nothing is said.'
    )
    quotes: bool = Field(
        default=True, description='"false" where a quotation mark is a sign like all others.'
    )
    rest_in: str | None = Field(
        None,
        description="The heading of the column whose texts have the sign between cells in them,"
        " without quotation marks: what a row has too much is a part of that text.",
    )

    @model_validator(mode="after")
    def _has_the_column(self) -> CsvOptions:
        if self.rest_in is not None and not any(self.rest_in in one.names for one in self.tables):
            raise ValueError(f'no table has the column "{self.rest_in}", which `rest_in` names')
        return self

    @property
    def separator(self) -> str:
        """The sign between cells."""
        return "\t" if self.delimiter == "tab" else self.delimiter


class TreeSuccess(Strict):
    """A key of an item that tells successes from errors."""

    key: str = Field(description="The key, as `code` names one.")
    value: str = Field(description='What stands there for a success, such as "true".')
    failure: list[str] = Field(default_factory=list, description=FAILURE)
    neither: list[str] = Field(default_factory=list, description=NEITHER)

    def tells(self, text: str) -> bool | None:
        """Tell whether a text stands for a success; None where it stands for neither."""
        return tells(text, self.value, self.neither)


class TreeOptions(NamedListOptions):
    """What JSON and YAML have: a list or mapping of items, each with a code."""

    path: str = Field(
        description='Where the items stand: keys joined by ".", "[]" for each item of a list, "{}"'
        ' for each entry of a mapping, as in "data.errors[]" or "modules{}.errors[]". A backslash'
        " stands before a dot, bracket or brace of a key."
    )
    code: list[str] = Field(
        min_length=1,
        description='The keys of an item that make its code, in order. "(key)" is the entry\'s own'
        ' key in a mapping, "(path)" the keys of the mappings above it, joined by dots; "a.b" is a'
        ' key within a key, "a[0].b" one of the first item of a list, and "a[en].b" one of the item'
        " that says of itself that its language is en.",
    )
    join: str = Field("", description="What stands between the parts of a code of several keys.")
    message: str | list[str] = Field(
        description="The key of the message, or several of which the first that is not empty has"
        ' it; "(value)" where the entry is nothing but its message.'
    )
    beside: list[str] = Field(
        default_factory=list,
        description="Keys of lists beside the one that the path ends in, whose values belong to its"
        ' values one by one, as "x-enum-descriptions" to "enum" in OpenAPI. In `code` and `message`'
        ' the value itself is "(value)", those beside it are called as their lists.',
    )
    success: TreeSuccess | None = Field(None, description="The key that tells success, if any.")
    lists: list[TreeList] = Field(
        default_factory=list,
        description="Further lists or mappings of items in the document, each with its `path` and"
        " what else differs.",
    )
    languages: list[str] = Field(
        default_factory=list,
        description='Keys, joined by ".", below which the same codes stand in other languages, such'
        ' as "de". They are passed over, for a twin of the document reads them; a code there that'
        " no row has is refused.",
    )
    repeats: bool = Field(
        default=False,
        description='"true" where the path leads to several lists or mappings, and a code stands in'
        " more than one of them.",
    )

    # Each list by itself, the first one too.
    _parts: list[TreeOptions] = PrivateAttr(default_factory=list)

    @property
    def parts(self) -> list[TreeOptions]:
        """Each list with all that is said of it; the first one is the document's own."""
        return [self, *self._parts]

    @property
    def code_sets(self) -> list[str]:
        """The ids of the code sets, that of the first list first."""
        return list(dict.fromkeys(part.code_set for part in self.parts))

    @property
    def patterns(self) -> list[str]:
        """The patterns of all lists."""
        return list(dict.fromkeys(part.pattern for part in self.parts))

    @property
    def messages(self) -> list[str]:
        """The keys that can have the message, the preferred one first."""
        return [self.message] if isinstance(self.message, str) else self.message

    @property
    def steps(self) -> list[str]:
        """The steps of the path: keys, and "[]" and "{}" as they are."""
        found = re.findall(rf"\[\]|\{{\}}|{_KEY.pattern}", self.path)
        return [step if step in {"[]", "{}"} else re.sub(r"\\(.)", r"\1", step) for step in found]

    @model_validator(mode="after")
    def _path_leads_to_items(self) -> TreeOptions:
        if not _PATH.fullmatch(self.path) or not self.path.endswith(("[]", "{}")):
            raise ValueError(f'the path "{self.path}" does not end in "[]" or "{{}}"')
        if not self.messages:
            raise ValueError("no key is named for the message")
        wanted = [*self.code, *self.messages, *self.named.values()]
        wanted += [self.success.key] if self.success else []
        for name in wanted:
            if wanted.count(name) > 1:
                raise ValueError(f'the key "{name}" cannot be two things at once')
        if self.beside and (self.steps[-1] != "[]" or self.steps[-2:-1] in ([], ["[]"], ["{}"])):
            raise ValueError('with `beside` the path must end in a key with "[]"')
        if KEY in wanted and not self.path.endswith("{}"):
            raise ValueError(f'"{KEY}" is a key of a mapping, so the path must end in "{{}}"')
        if ABOVE in wanted and "{}" not in self.steps[:-1]:
            raise ValueError(f'"{ABOVE}" needs a "{{}}" in the path before its end')
        return self

    @model_validator(mode="after")
    def _lists_are_whole(self) -> TreeOptions:
        own = self.model_dump(include=set(_OF_A_LIST))
        for one in self.lists:
            differs = one.model_dump(exclude_none=True)
            self._parts.append(type(self).model_validate({**own, **differs}))
        paths = [part.steps for part in self.parts]
        if any(paths.count(path) > 1 for path in paths):
            raise ValueError("two lists have the same path")
        return self


class JsonOptions(TreeOptions):
    """A JSON file with a list or mapping of errors."""

    format: Literal["json"]


class YamlOptions(TreeOptions):
    """A YAML file with a list or mapping of errors."""

    format: Literal["yaml"]
