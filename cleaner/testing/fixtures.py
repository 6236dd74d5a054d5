"""Recording, loading and checking fixtures.

A fixture is a folder `<slug>/` with `source.html|txt|md`, `expected.json` and a line in `why.md`. What
`expected.json` names is compared, what it leaves out is free:

- `paragraphs`, `comments`, `repairs`: as many rows, in order, each with the given keys equal; a bare string is a text.
- `removed`: each row's text is contained in that of some removed row of the same kind.
- `flags` are raised, `flags_absent` are not; other flags are free. `headings` are the paragraphs of that role.
- Every other key of the record is equal.

A whole record, as `record` writes it, is compared whole, but for what `LOOSE` names.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import ndiff
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.batch.files import PACKED_SUFFIXES, Item, holds_rows, read
from cleaner.errors import CleanerError, UsageError
from cleaner.output import writing
from cleaner.pipeline import Cleaner
from cleaner.record import ArticleRecord

LOOSE = ("ruleset", "scores", "metadata", "id", "source")
"""Keys that change with every version of the rules or with the place of the file; compared only when asked."""
SUFFIXES = (".html", ".txt", ".md")
EXPECTED = "expected.json"
"""The file by which a folder is known as a fixture."""
WHY = "why.md"
_SPECIAL = ("headings", "flags_absent")
_ROWS = frozenset({"paragraphs", "comments", "repairs"}), (str, dict), "objects or strings"
_REMOVED = frozenset({"removed"}), (dict,), "objects"
_TEXTS = frozenset({"flags", "flags_absent", "headings"}), (str,), "strings"
"""Keys of what is expected, of what types their rows are, and these types in words."""
_RECORD_KEYS = frozenset(ArticleRecord().to_dict())


class Failure(NamedTuple):
    """A field of a record that is not as expected; the first line of `message` says it in short."""

    field: str
    message: str


@dataclass(frozen=True, slots=True)
class Fixture:
    """An input and what its record must hold."""

    slug: str
    source: Path
    expected: Mapping[str, Any]
    why: str

    @property
    def whole(self) -> bool:
        """Whether `expected` is a whole record."""
        return "schema_version" in self.expected


def load(folder: str | os.PathLike[str]) -> list[Fixture]:
    """Return the fixtures of a folder of slugs in order, or the one whose folder is given.

    Raises:
        UsageError: there is no such folder, it holds no fixtures, or one is not made as it should be.

    """
    return [load_one(path) for path in folders(folder)]


def folders(folder: str | os.PathLike[str]) -> list[Path]:
    """Return the folders of the fixtures of a folder of slugs in order, or the one whose folder is given.

    Raises:
        UsageError: there is no such folder, or it holds none.

    """
    root = Path(folder)
    if (root / EXPECTED).is_file():
        return [root]
    try:
        slugs = sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
    except OSError as error:
        raise UsageError(f"cannot list {root}: {error.strerror}", place=str(root)) from error
    if not slugs:
        raise UsageError(f"{root} holds no fixtures", place=str(root))
    return slugs


def clean_fixture(fixture: Fixture, cleaner: Cleaner | None = None) -> ArticleRecord:
    """Return the record of the fixture's source, at the address its `expected` names."""
    name = fixture.source.name
    url = fixture.expected.get("url")
    return (cleaner or Cleaner()).clean(fixture.source.read_bytes(), url=url, id=name, source_name=name)


def fields(fixture: Fixture, also: Sequence[str] = ()) -> list[str]:
    """Return the keys of `expected` that are compared."""
    free = set(LOOSE) - (set(LOOSE) if "all" in also else set(also))
    return [key for key in fixture.expected if key not in free or not fixture.whole]


def check(fixture: Fixture, record: ArticleRecord, *, also: Sequence[str] = ()) -> list[Failure]:
    """Return in which fields `record` is not what the fixture expects."""
    unknown = [key for key in also if key not in (*LOOSE, "all")]
    if unknown:
        raise UsageError(f"{unknown[0]!r} is compared anyway or is no key; give one of {', '.join(LOOSE)} or all")
    found = record.to_dict()
    failures = (_failure(fixture, name, found) for name in fields(fixture, also))
    return [failure for failure in failures if failure is not None]


def record(
    source: str | os.PathLike[str],
    folder: str | os.PathLike[str],
    *,
    slug: str = "",
    why: str = "",
    force: bool = False,
) -> Path:
    """Clean `source`, decompressed, keep it with its whole record as a fixture in `folder`, and return the fixture's folder.

    With `force` it takes the place of the fixture of that name, whose `why` stays unless another is given.

    Raises:
        UsageError: the source cannot be read or holds many inputs, the slug is no name of a fixture, something of that name is there already,
            or the fixture cannot be written.

    """
    path = Path(source)
    if holds_rows(str(path)):
        raise UsageError(f"{path} holds rows, and a fixture is one page; put the text of one row in a file", place=str(path))
    try:
        data = read(Item(str(path)))
    except CleanerError as error:
        raise UsageError(error.told(str(path)), place=str(path)) from error
    bare = Path(path.stem) if path.suffix in PACKED_SUFFIXES else path
    suffix = bare.suffix.lower() if bare.suffix.lower() in SUFFIXES else ".txt"
    target = _target(Path(folder), slug or _slug(bare.stem), force=force)
    name = f"source{suffix}"
    cleaned = Cleaner().clean(data, id=name, source_name=name)
    with writing(str(target)):
        target.mkdir(parents=True, exist_ok=True)
        for earlier in sources(target):
            earlier.unlink()
        (target / name).write_bytes(data)
        _write(target / EXPECTED, json.dumps(cleaned.to_dict(), ensure_ascii=False, indent=1))
        if why or not (target / WHY).exists():
            _write(target / WHY, why or f"What the record of {path.name} is.")
    return target


def _target(folder: Path, slug: str, *, force: bool) -> Path:
    """Return the folder of a fixture that may be written."""
    if slug != _slug(slug):
        raise UsageError(f"{slug!r} is no name of a fixture; give small letters, digits and hyphens, as {_slug(slug)!r}")
    target = folder / slug
    if os.path.lexists(target) and not force:
        raise UsageError(f"{target} exists; give another --slug, or --force", place=str(target))
    if os.path.lexists(target) and not (target / EXPECTED).is_file():
        raise UsageError(f"{target} is no fixture and is not written over; give another --slug", place=str(target))
    return target


def _write(path: Path, text: str) -> None:
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "fixture"


def sources(folder: Path) -> list[Path]:
    """Return the files in a fixture's folder that may be its input; there should be one."""
    return sorted(path for path in folder.glob("source.*") if path.suffix in SUFFIXES)


def load_one(folder: Path) -> Fixture:
    """Return the fixture that a folder is.

    Raises:
        UsageError: it is not made as it should be.

    """
    found = sources(folder)
    if len(found) != 1:
        raise UsageError(
            f"{folder} holds {len(found)} files source.html, .txt or .md; one is needed", place=str(folder)
        )
    try:
        expected = json.loads((folder / EXPECTED).read_text(encoding="utf-8"))
        why = (folder / WHY).read_text(encoding="utf-8").strip() if (folder / WHY).exists() else ""
    except OSError as error:
        raise UsageError(f"cannot read {error.filename}: {error.strerror}", place=str(folder)) from error
    except ValueError as error:
        raise UsageError(f"{folder / EXPECTED} is no JSON: {error}", place=str(folder)) from error
    if problem := _problem(expected):
        raise UsageError(f"{folder / EXPECTED}: {problem}", place=str(folder))
    return Fixture(folder.name, found[0], expected, why)


def _problem(expected: Any) -> str:
    """Return what is wrong with what a fixture expects, empty where nothing is."""
    unknown = sorted(set(expected) - _RECORD_KEYS - set(_SPECIAL)) if isinstance(expected, dict) else ["(no object)"]
    if unknown:
        return f"{unknown[0]} is no key of a record"
    if "schema_version" in expected:
        return ""  # compared as a whole
    for keys, kinds, what in (_ROWS, _REMOVED, _TEXTS):
        for key in keys & expected.keys():
            rows = expected[key]
            if not isinstance(rows, list) or not all(isinstance(row, kinds) for row in rows):
                return f"{key} is {_shown(rows)}; give a list of {what}"
    texts = [row.get("text", "") for row in expected.get("removed", ())]
    wrong = next((text for text in texts if not isinstance(text, str)), None)
    return f"removed has the text {_shown(wrong)}; give a string" if wrong is not None else ""


def _failure(fixture: Fixture, name: str, found: Mapping[str, Any]) -> Failure | None:
    expected = fixture.expected[name]
    compare = _equal if fixture.whole else _COMPARE.get(name, _equal)
    message = compare(expected, found["flags" if name == "flags_absent" else _STORED.get(name, name)])
    return Failure(name, message) if message else None


def _equal(expected: Any, found: Any) -> str:
    if expected == found:
        return ""
    if isinstance(expected, list) and isinstance(found, list):
        return _difference([_shown(row) for row in expected], [_shown(row) for row in found])
    if isinstance(expected, str) and isinstance(found, str) and "\n" in expected + found:
        return _difference(expected.split("\n"), found.split("\n"), "lines")
    return f"expected {_shown(expected)}, found {_shown(found)}"


def _rows(expected: Any, found: Any) -> str:
    """Compare rows by the keys that the expected ones give; a bare string is a row's text."""
    wanted = [{"text": row} if isinstance(row, str) else row for row in expected]
    if len(wanted) == len(found) and all(_holds(row, other) for row, other in zip(wanted, found, strict=True)):
        return ""
    keys = [list(row) for row in wanted] or [["text"]]
    reduced = [{key: row.get(key) for key in keys[min(i, len(keys) - 1)]} for i, row in enumerate(found)]
    return _difference([_shown(row) for row in wanted], [_shown(row) for row in reduced])


def _holds(expected: Mapping[str, Any], found: Mapping[str, Any]) -> bool:
    return all(key in found and found[key] == value for key, value in expected.items())


def _removed(expected: Any, found: Any) -> str:
    missing = [row for row in expected if not any(_contains(other, row) for other in found)]
    if not missing:
        return ""
    lines = [f"{len(missing)} of {len(expected)} rows not found"]
    lines += [f"- {_shown(row)}" for row in missing]
    lines += [f"  removed: {row['kind']} {row['rule']}: {row['text']}" for row in found]
    return "\n".join(lines)


def _contains(found: Mapping[str, Any], expected: Mapping[str, Any]) -> bool:
    if "spans" in expected:
        return _holds(expected, found)
    rest = {key: value for key, value in expected.items() if key != "text"}
    return _holds(rest, found) and expected.get("text", "") in found["text"]


def _raised(expected: Any, found: Any) -> str:
    missing = [flag for flag in expected if flag not in found]
    return f"not raised: {', '.join(missing)} (raised: {', '.join(found) or 'none'})" if missing else ""


def _absent(expected: Any, found: Any) -> str:
    wrong = [flag for flag in expected if flag in found]
    return f"raised: {', '.join(wrong)}" if wrong else ""


def _headings(expected: Any, found: Any) -> str:
    return _equal(expected, [row["text"] for row in found if row["role"] == "heading"])


def _difference(expected: list[str], found: list[str], parts: str = "rows") -> str:
    changes = [line for line in ndiff(expected, found) if not line.startswith("?")]
    wrong = max(sum(line.startswith(mark) for line in changes) for mark in "-+")
    return "\n".join([f"{len(expected)} {parts} expected, {len(found)} found, {wrong} of them differ", *changes])


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


_STORED = {"headings": "paragraphs"}
_COMPARE: Mapping[str, Callable[[Any, Any], str]] = {
    "paragraphs": _rows,
    "comments": _rows,
    "repairs": _rows,
    "removed": _removed,
    "flags": _raised,
    "flags_absent": _absent,
    "headings": _headings,
}
