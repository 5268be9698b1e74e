"""Limits that messages name: message -> limits."""

from macros.review.limits.bound import Bound
from macros.review.limits.limit import Limit, limits

__all__ = ["Bound", "Limit", "limits"]
