"""Templates as Jinja compiled them, for the next build: as Python does with modules, beside these.

To compile the templates takes as long as to make the pages of three hundred codes.
"""

from __future__ import annotations

import contextlib
import os
import sys
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

if TYPE_CHECKING:
    from jinja2.bccache import Bucket


class Compiled(jinja2.FileSystemBytecodeCache):
    """A folder of compiled templates, each of which counts as long as its source is the same.

    Args:
        options: a name for all that makes one environment compile the same source to something else
            than another one does.
        folder: where they are; without it where Python has the compiled modules of this folder.
    """

    def __init__(self, options: str, folder: Path | None = None) -> None:
        beside = folder or Path(cache_from_source(__file__)).parent
        super().__init__(str(beside), f"{options}-{jinja2.__version__}-%s.template")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the key of a template: one, by whatever links a path leads to its file."""
        return super().get_cache_key(name, filename and os.path.realpath(filename))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write a compiled template, where that can be: no build depends on it."""
        if not sys.dont_write_bytecode:
            with contextlib.suppress(OSError):
                super().dump_bytecode(bucket)
