"""An invented provider, "orbit", whose documents are in several languages, files and states."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros import atlas as whole
from tests import invented

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from macros.atlas import Atlas

HEADINGS = {"ko": ["코드", "설명"], "zh": ["代码", "说明"], "de": ["Code", "Bedeutung"]}


@dataclass(frozen=True)
class Text:
    """A document: its codes with their texts, its language, its file name; the rest is made up."""

    rows: dict[str, str]
    language: str = "en"
    file: str = ""
    date: str = ""

    def content(self) -> str:
        """Return the document as Markdown."""
        code, message = HEADINGS.get(self.language, ["Code", "Meaning"])
        lines = [f"| {printed} | {text} |" for printed, text in self.rows.items()]
        return "\n".join([f"| {code} | {message} |", "|---|---|", *lines, ""])


@dataclass(frozen=True)
class State:
    """A revision: its id, its documents, the first of which is its own, and whether it stands."""

    id: str
    texts: list[Text]
    retracted: str = ""
    added: str = field(default="2026-11-22")


def write(folder: Path, states: Iterable[State], provider: str = invented.PROVIDER) -> Path:
    """Write a provider with these revisions into `folder/data`; return that folder."""
    orbit = folder / "data" / "orbit"
    orbit.mkdir(parents=True, exist_ok=True)
    described = [_described(orbit, state) for state in states]
    # JSON is YAML.
    lines = "\n".join(f"  - {json.dumps(one, ensure_ascii=False)}" for one in described)
    text = provider.replace(
        '      - {first: "100", last: "199", title: Docks, titled_by: atlas}\n', ""
    )
    text = text.replace("    ranges:\n", "")
    (orbit / "provider.yml").write_text(f"{text}{lines}\n", encoding="utf-8")
    invented.classify(folder / "data")
    return folder / "data"


def atlas(folder: Path, *states: State) -> Atlas:
    """Return the atlas of a provider with these revisions."""
    return whole.load(write(folder, states))


def _described(orbit: Path, state: State) -> dict[str, object]:
    day = state.id[:10] if state.id[0] != "r" else "unknown"
    own, *others = state.texts
    told: dict[str, object] = {
        "id": state.id,
        "date": day,
        "dated_by": "Invented.",
        "added": state.added,
        **_document(orbit, own, own.file or f"{state.id}.md"),
    }
    if own.language == "en":
        del told["language"]  # which is what it is without
    if others:
        told["also"] = [
            _document(orbit, text, text.file or f"{state.id}.{text.language}.md")
            | ({"date": text.date} if text.date else {})
            for text in others
        ]
    return told | ({"retracted": state.retracted} if state.retracted else {})


def _document(orbit: Path, text: Text, file: str) -> dict[str, object]:
    content = text.content().encode()
    (orbit / file).write_bytes(content)
    code, message = HEADINGS.get(text.language, ["Code", "Meaning"])
    return {
        "file": file,
        "language": text.language,
        "source": f"https://orbit.example/{text.language}/errors",
        "licence": "none stated",
        "sha256": hashlib.sha256(content).hexdigest(),
        "reader": {
            "format": "markdown",
            "tables": [
                {
                    "code_set": "api",
                    "columns": [code, message],
                    "code": code,
                    "message": message,
                    "pattern": "-?[0-9]+",
                }
            ],
        },
    }


# Chinese first, then English with its twin in Korean; 104 stands in Korean alone, 103 in English
# alone, 105 in the first one alone.
CHINESE = State(
    "2021-01-01",
    [Text({"101": "码头正忙", "102": "船只不存在", "105": "泊位已被占用\uff0c请稍后再试"}, "zh")],
)
BOTH = State(
    "2022-01-01",
    [
        Text({"101": "Dock is busy", "102": "No such ship", "103": "Berth is too small"}),
        Text(
            {
                "101": "부두를 사용할 수 없습니다",
                "102": "선박을 찾을 수 없습니다",
                "104": "닻이 없습니다",
            },
            "ko",
            date="2022-01-03",
        ),
    ],
)
