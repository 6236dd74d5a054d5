"""Patterns that are compiled when they are first used.

The package has some eight hundred, and one page needs a quarter of them: to compile them all took two thirds of the time in which
`import cleaner` was done, and as much again for each process of a pool.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn", "groups", "groupindex")


class _Compiled:
    """Has the methods of a pattern, which are found the faster for want of `__getattr__`."""


class _Regex(_Compiled):
    """Stands for a pattern until it is used; from then on its methods are the pattern's own, so that a call costs the same."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern, the first time that anything is wanted of it."""
        compiled: re.Pattern[Any] = re.compile(self.pattern, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS}, flags=compiled.flags)
        self.__class__ = _Compiled  # type: ignore[assignment]  # one without the hook
        return getattr(compiled, name)


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern as `re.compile` does, which a mistake in `source` makes fail at its first use.

    Only `re`'s own functions tell it from a pattern: `re.sub` takes none, its method `sub` is for that.
    """
    return cast("re.Pattern[AnyStr]", _Regex(source, flags))
