"""Fixtures: inputs kept with the records they must give. See `docs/fixtures.md` for the format."""

from cleaner.testing.fixtures import Failure, Fixture, check, clean_fixture, fields, folders, load, load_one, record

__all__ = ["Failure", "Fixture", "check", "clean_fixture", "fields", "folders", "load", "load_one", "record"]
