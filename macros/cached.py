"""A property that is made when it is first asked for, and kept with its object."""

from __future__ import annotations

import functools
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or sys.version_info >= (3, 12):
    cached_property = functools.cached_property
else:

    class cached_property(functools.cached_property):  # noqa: N801 - it stands for that one
        """`functools.cached_property` without its lock, which later versions have no more.

        A code has a dozen of such properties, and the lock takes thrice the time of the rest. Two
        threads that ask at once would both make the value: ours are made of what never changes.
        """

        def __get__(self, instance: object, owner: type | None = None) -> Any:  # noqa: ANN401
            """Return the value; it is made here, as what is kept hides this property."""
            if instance is None:
                return self
            value = instance.__dict__[self.attrname] = self.func(instance)
            return value
