"""Text that people write, read as UTF-8, or refused with the line that is not."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from macros.errors import Problem, ProblemsError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def read(path: Path, name: str) -> str:
    """Return a file's text, without a byte order mark.

    Args:
        path: the file.
        name: the file as errors call it, relative to the project.

    Raises:
        ProblemsError: when it is not UTF-8.
    """
    return decoded(path.read_bytes(), name, "Save the file as UTF-8.")


def decoded(content: bytes, name: str, do: str) -> str:
    """Return a file's text, without a byte order mark.

    Args:
        content: the bytes.
        name: the file as errors call it.
        do: what to do where they are not UTF-8.

    Raises:
        ProblemsError: when they are not UTF-8.
    """
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ProblemsError([Problem(name, line, "this line is not UTF-8.", do)]) from None


def lines(path: Path, name: str) -> Iterator[tuple[int, str]]:
    """Yield the numbers and texts of the lines that are neither empty nor a comment.

    Args:
        path: the file; where there is none, there are no lines.
        name: the file as errors call it, relative to the project.

    Raises:
        ProblemsError: when it is not UTF-8.
    """
    if path.is_file():
        for number, line in enumerate(read(path, name).splitlines(), start=1):
            if line.strip() and not line.startswith("#"):
                yield number, line.strip()
