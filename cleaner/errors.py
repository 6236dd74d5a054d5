"""One family of errors, each with a stable code.

Wrong calls raise `UsageError`. Whatever is wrong with an input ends up in a record's `error` as
`{code, message, place}`; the classes below are how the stages say so.
"""

from __future__ import annotations


class CleanerError(Exception):
    """Base of everything this library raises on purpose.

    `code` is stable and meant for programs, `message` says what is wrong and what to do, `place` where, such as a path,
    `PATH:LINE` or a stage. What people are shown begins with the place (`told`).
    """

    code = "error"

    def __init__(self, message: str, *, place: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.place = place

    def told(self, place: str = "") -> str:
        """Return the message with the input it is about before it; `place` is its name where the error has none."""
        name = self.place or place
        return self.message if not name or self.message.startswith(f"{name}:") else f"{name}: {self.message}"

    def to_dict(self) -> dict[str, str]:
        """Return the error as it stands in a record."""
        return {"code": self.code, "message": self.message, "place": self.place}


class UsageError(CleanerError, ValueError):
    """The call itself was wrong: an unknown option, a rule id that does not exist, a bad value."""

    code = "usage"


class PackError(UsageError):
    """A rule pack could not be loaded; the message names the file, the rule and the field."""

    code = "bad_pack"


class MissingExtraError(UsageError):
    """A feature needs an extra that is not installed; the message names the install command."""

    code = "missing_extra"


def how_to_install(extra: str) -> str:
    """Return the commands that add an extra: to what is installed already, and from a clone."""
    return f"pip install 'clean-article[{extra}]', or in a clone: pip install '.[{extra}]'"


class InputError(CleanerError):
    """The input cannot be cleaned."""

    code = "bad_input"


class UnreadableError(InputError):
    """The input could not be opened or read."""

    code = "unreadable"


class TooLargeError(InputError):
    """The input is longer than `Config.max_chars`."""

    code = "too_large"


class BinaryError(InputError):
    """The bytes are no text in any encoding: an image, an archive, a PDF."""

    code = "binary"


class RejectedError(InputError):
    """The record's `scores.overall` is below `Config.min_score`."""

    code = "rejected"


class InternalError(CleanerError):
    """A bug of ours, kept inside the record of the input that met it."""

    code = "internal"
