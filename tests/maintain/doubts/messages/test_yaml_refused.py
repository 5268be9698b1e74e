"""YAML that its reader refuses, read as lines: asked about, with a way on, and never in silence."""

from __future__ import annotations

import pytest

from macros.maintain import replies, sniff
from macros.maintain.replies import Replies
from macros.readers.rows import Document

LAST = "1002: Crane is gone\n"
TWICE = {
    "mapping": f"1001: Dock is busy\n1002: Crane is broken\n1003: Gate is shut\n{LAST}",
    "below a key": f"errors:\n  1001: Dock\n  1002: Crane is broken\n  1003: Gate\n  {LAST}",
    "letters": f"# Errors\nE1001: Dock\nE1002: Crane is broken\nE1003: Gate\nE{LAST}",
    "quoted": '"1001": Dock\n"1002": Crane is broken\n"1003": Gate\n"1002": Crane is gone\n',
    "spaced": f"1001:   Dock\n1002:   Crane is broken\n\n1003:   Gate\n{LAST}",
}


@pytest.mark.parametrize("name", TWICE)
@pytest.mark.parametrize("suffix", ["yaml", "yml"])
def test_keys_twice(name: str, suffix: str) -> None:
    """A code that is a key twice is asked about at the first; without that the last one holds."""
    document = Document(f"errors.{suffix}", TWICE[name])
    found = sniff.sniff(document)
    assert found
    asked = [one for one in found.reading.problems if "stands here and in line" in one.what]
    if found.reading.options["format"] == "yaml":
        assert "already stands in line" in found.reading.problems[0].what
        return
    [doubt] = asked
    lines = TWICE[name].split("\n")
    first = next(at for at, line in enumerate(lines, start=1) if "1002" in line)
    last = max(at for at, line in enumerate(lines, start=1) if "1002" in line)
    assert doubt.line == first
    assert f'1002" stands here and in line {last}: a program that loads the file as' in doubt.what
    assert f"--no-codes {first}" in doubt.do
    given = Replies(no_codes=frozenset({first}), is_first=True)
    after = replies.applied(document, found.reading, given)
    rows = {row.code.removeprefix("E"): row.message for row in after.rows}
    assert rows["1002"].strip('"') == "Crane is gone"
    assert len(after.rows) == len(rows) == 3
    both = replies.applied(document, found.reading, Replies(as_read=frozenset({first})))
    assert len(both.rows) == len(rows) + 1


REFUSED = {
    "alias": "1001: &shut Dock is shut\n1002: Crane is broken\n1003: *shut\n",
    "keys of elsewhere": (
        "base: &base\n  retry: no\nerrors:\n"
        + "".join(
            f"  - <<: *base\n    code: 100{at}\n    message: Dock {at} is shut\n" for at in range(3)
        )
    ),
    "in items": (
        "errors:\n  - code: 1001\n    message: &shut Dock is shut\n  - code: 1002\n"
        "    message: *shut\n  - code: 1003\n    message: Gate is shut\n"
    ),
    "in flows": (
        "errors:\n  a: &a {code: 1001, message: Dock}\n  b: {code: 1002, message: Gate}\n  c: *a\n"
    ),
    "tags": "1001: !text Dock is shut\n1002: !text Crane is broken\n1003: !text Gate is shut\n",
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    """What stands for something else is named with its line, and how to have it in place."""
    document = Document("errors.yaml", REFUSED[name])
    found = sniff.sniff(document)
    if found is None:
        said = sniff.nothing(document)
    else:
        assert not found.reading.is_whole
        [doubt] = [one for one in found.reading.problems if "as YAML this file is not" in one.what]
        said = str(doubt)
    line = next(
        at
        for at, text in enumerate(REFUSED[name].split("\n"), start=1)
        if "*" in text or "!text" in text
    )
    assert said.startswith(f"errors.yaml:{line}: as YAML this file is not read: ")
    assert "`yq 'explode(.)' errors.yaml > errors.plain.yaml`" in said


SOUND = (
    "1001: &dock Dock is busy\n1002: Crane is broken\n1003: Gate is shut\n",
    "a:\n  1001: Dock\n  1002: Crane\nb:\n  1003: Gate\n  1004: Dock\n",
    "1001: Dock is * busy\n1002: 'Crane & gate'\n1003: Gate is <<shut>>\n",
    "1001: Dock\n1002: Crane\n1003: Gate is shut\n",
    "- {code: 1001, text: Dock}\n- {code: 1002, text: Crane}\n- {code: 1003, text: Gate}\n",
)


@pytest.mark.parametrize("text", SOUND)
def test_sound(text: str) -> None:
    """Anchors that nothing stands for, and keys that stand once in a mapping, are no question."""
    found = sniff.sniff(Document("errors.yaml", text))
    assert found
    assert not [one for one in found.reading.problems if "as YAML" in one.what]
    assert sniff.sniff(Document("errors.txt", "1001: *x\n1002: Dock\n1002: Gate\n1003: Lost\n"))
