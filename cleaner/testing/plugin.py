"""The pytest plugin: each field that a fixture names is a test of its own.

Loaded with `-p cleaner.testing.plugin`, on the command line or in `addopts`. It collects each `expected.json` that stands
beside a `source.html|txt|md` in the folders pytest is given: `pytest -p cleaner.testing.plugin fixtures`. One fixture
is selected by its folder, one field by `-k` or as `fixtures/SLUG/expected.json::FIELD`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from cleaner.errors import UsageError
from cleaner.pipeline import Cleaner
from cleaner.record import ArticleRecord
from cleaner.testing.fixtures import EXPECTED, WHY, Failure, Fixture, check, clean_fixture, fields, load, sources

_ALSO = "fixtures_also"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the setting that names what is compared besides."""
    parser.addini(_ALSO, "compare ruleset, scores, metadata, id, source or all of them too", type="args", default=[])


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> FixtureFile | None:
    """Collect `file_path` where it is what a fixture expects."""
    folder = file_path.parent
    if file_path.name != EXPECTED or not (sources(folder) or any(folder.glob("source.*")) or (folder / WHY).exists()):
        return None  # a file of that name may be another tool's
    made: FixtureFile = FixtureFile.from_parent(parent, path=file_path)
    return made


class FixtureFile(pytest.File):
    """A fixture: a test for each field."""

    @cached_property
    def record(self) -> ArticleRecord:
        """The record of the fixture's source, made once for all of its tests."""
        return clean_fixture(self.fixture, Cleaner())

    @cached_property
    def fixture(self) -> Fixture:
        """The fixture as it stands on disk."""
        return load(self.path.parent)[0]

    @property
    def also(self) -> list[str]:
        """Keys that are compared besides."""
        named: list[str] = self.config.getini(_ALSO)
        return named

    def collect(self) -> Iterator[FieldTest]:
        """Yield a test for each field that is compared."""
        try:
            names = fields(self.fixture, self.also)
        except UsageError as error:
            raise self.CollectError(error.message) from error
        for name in names:
            yield FieldTest.from_parent(self, name=name)


class FieldTest(pytest.Item):
    """One field of a fixture's record is as expected."""

    parent: FixtureFile

    def runtest(self) -> None:
        """Compare the field.

        Raises:
            FieldError: it is not as expected.

        """
        for failure in check(self.parent.fixture, self.parent.record, also=self.parent.also):
            if failure.field == self.name:
                raise FieldError(failure)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Show what differs, without the way there."""
        match excinfo.value:
            case FieldError() as error:
                fixture = self.parent.fixture
                return "\n".join(filter(None, (f"{fixture.slug}: {self.name}", fixture.why, error.failure.message)))
            case UsageError() as error:
                return error.message
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Name the test in reports."""
        return self.path, None, f"{self.parent.fixture.slug}: {self.name}"


class FieldError(AssertionError):
    """A field is not as expected."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure
