"""Taking up a run where it stopped: the rows already written say what is done. There is no lock and no log."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cleaner.batch.files import Item
from cleaner.errors import UsageError

BEGUN = b'{"schema_version": '
"""How every row begins."""


def written(path: str) -> Counter[str]:
    """Return how often each source stands in the output `path`, and cut off a last line that was not finished.

    Raises:
        UsageError: a line of the file is no row of ours, so nothing may be appended to it.

    """
    try:
        with open(path, "r+b") as stream:
            return _finished(stream, path)
    except FileNotFoundError:
        return Counter()
    except OSError as error:
        raise UsageError(f"cannot go on with {path}: {error.strerror}", place=path) from error


def _finished(stream: BinaryIO, path: str) -> Counter[str]:
    done: Counter[str] = Counter()
    end = 0
    for number, line in enumerate(stream, 1):
        if not line.endswith(b"\n"):
            if not line.startswith(BEGUN[: len(line)]):
                raise _foreign(path, number)
            break
        done[_source(line, path, number)] += 1
        end += len(line)
    stream.truncate(end)
    return done


def remaining(items: Iterable[Item], done: Counter[str]) -> Iterator[Item]:
    """Yield the items that have no row yet."""
    left = Counter(done)
    for item in items:
        if left[item.source] > 0:
            left[item.source] -= 1
        else:
            yield item


def _source(line: bytes, path: str, number: int) -> str:
    try:
        row = json.loads(line)
        if "schema_version" in row:
            return str(row["source"])
    except (ValueError, LookupError, TypeError):
        pass
    raise _foreign(path, number)


def _foreign(path: str, number: int) -> UsageError:
    return UsageError(f"{path}:{number} is no row of an earlier run; give another -o", place=path)
