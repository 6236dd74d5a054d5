"""A new rule: written in the pack's format, tried on its own examples as part of its pack, and appended to it."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from cleaner.errors import PackError, UsageError
from cleaner.output import writing
from cleaner.record import KINDS
from cleaner.regexes import regex
from cleaner.rules.pack import DEFAULT_CONFIDENCE, SCOPES, PackRule, check_file, check_patterns, parse
from cleaner.rules.registry import RULESET_VERSION, all_rules, pack_paths
from cleaner.testing.examples import failures

NO_FILE = Path("(new rule)")
"""What errors name a rule's pack that has no file."""
_ID = regex(r"([a-z0-9_-]+(?:\.[a-z0-9_-]+)*)\.([a-z_]+)\.([a-z0-9_-]+)")


@dataclass(frozen=True, slots=True)
class Draft:
    """A rule that is not in its pack yet; empty texts and a missing confidence get what packs have by default.

    `remove` and `keep` are examples: what the rule must remove, and what looks like it and must stay.

    Raises:
        UsageError: something is missing or blank, the kind is unknown, or the id is not `<pack>.<kind>.<name>`.
    """

    id: str
    kind: str
    values: tuple[str, ...]
    remove: tuple[str, ...]
    keep: tuple[str, ...]
    match: str = "phrase"
    scope: str | None = None
    confidence: float | None = None
    place: str = "any"
    summary: str = ""
    why: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        given = {"--kind": self.kind, "--value": self.values, "--remove": self.remove, "--keep": self.keep}
        missing = [name for name, value in given.items() if not value]
        if missing:
            raise UsageError(f"a rule needs {', '.join(missing)} too; see: clean-article rules new --help")
        if not all(text.strip() for text in (*self.values, *self.remove, *self.keep)):
            raise UsageError("a --value, --remove or --keep is blank; give it text")
        if self.kind not in KINDS:
            raise UsageError(f"--kind is {self.kind!r}; give one of {', '.join(KINDS)}")
        parts = _ID.fullmatch(self.id)
        if not parts or parts[2] != self.kind:
            raise UsageError(
                f"the id is {self.id!r}; give <pack>.<kind>.<name> in small letters, as in own.{self.kind}.bar"
            )
        if self.scope and self.match in SCOPES:
            raise UsageError(f"--match {self.match} settles what the rule looks at; leave --scope out")

    @property
    def pack(self) -> str:
        """The prefix of the ids of the rule's pack."""
        return self.id.rsplit(".", 2)[0]


@dataclass(frozen=True, slots=True)
class Made:
    """A rule as TOML, what is to be appended to its pack for it, and a message for each of its examples that fails."""

    table: str
    addition: bytes
    failed: tuple[str, ...]


def make(draft: Draft, path: Path | None = None, language: str = "") -> Made:
    """Return the rule made for the pack `path`, or for none; a missing file will get a head with `language`.

    Raises:
        UsageError: the id is taken or not of this pack, or the pack has another language.
        PackError: the pack cannot be read, or a value of the rule is none of the allowed ones.
    """
    text = f"{table(draft)}\n"
    old = _read(path)
    if old:
        _check_pack(draft, old, path, language)
    elif language and path is None:
        raise UsageError("--language is for the head of a new pack; give --pack FILE too")
    newline = "\r\n" if "\r\n" in old else "\n"
    gap = ("" if old.endswith("\n") else "\n") + "\n" if old else "\n".join(head(draft.pack, language)) + "\n"
    addition = (gap + text).replace("\n", newline)
    rule = _checked(old + addition, path or NO_FILE)
    return Made(text, addition.encode(), tuple(_tried(rule, old + addition, path)))


def append(made: Made, path: Path) -> None:
    """Append a rule to its pack; what stands there stays byte for byte.

    Raises:
        UsageError: the file cannot be written.
    """
    with writing(str(path)), path.open("ab") as stream:
        stream.write(made.addition)


def is_shipped(path: Path) -> bool:
    """Say whether a pack is one of the package's, whose rules run in any case."""
    return path.resolve() in pack_paths()


def _read(path: Path | None) -> str:
    """Return what a pack holds, nothing where there is none yet."""
    if path is None:
        return ""
    try:
        check_file(path)
        return path.read_bytes().decode()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{path}: cannot read the pack: {error}", place=str(path)) from error


def _check_pack(draft: Draft, old: str, path: Path | None, language: str) -> None:
    """Raise an error where the rule does not fit the pack that is there."""
    try:
        head = tomllib.loads(old)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{path}: cannot read the pack: {error}", place=str(path)) from error
    prefix, spoken = head.get("pack", draft.pack), head.get("language", "")
    if prefix != draft.pack:
        raise UsageError(f"{path} is the pack {prefix!r}; its ids begin with {prefix}. and not with {draft.pack}.")
    if language and language != spoken:
        raise UsageError(f"the language of {path} is {spoken!r}, not {language!r}; leave --language out")


def _checked(text: str, path: Path) -> PackRule:
    """Return the last rule of a pack, which is the new one, when it loads and its id is free."""
    *others, rule = parse(text, path)
    check_patterns(rule, str(path))
    taken = {other.info.id for other in (*all_rules(), *others)}
    if rule.info.id in taken:
        raise UsageError(f"there is a rule {rule.info.id} already; give another id", place=rule.info.id)
    return rule


def _tried(rule: PackRule, text: str, path: Path | None) -> list[str]:
    """Return a message for each example that fails, with the rules around it that it will have."""
    shipped = {other.info.id for other in all_rules()}
    if path and (is_shipped(path) or any(other.info.id in shipped for other in parse(text, path))):
        return failures(rule)  # its neighbours, or their copies, run in any case
    with TemporaryDirectory() as folder:
        pack = Path(folder) / "pack.toml"
        pack.write_text(text, encoding="utf-8", newline="")
        return failures(rule, [str(pack)])


def head(pack: str, language: str = "", site: str = "") -> Iterator[str]:
    """Yield the lines of a pack above its rules."""
    yield f"pack = {_text(pack)}  # prefix of every rule id below"
    yield f"language = {_text(language)}  # empty for every language"
    if site:
        yield f"site = {_text(site)}  # the host whose pages it is for, its subdomains' too"
    yield ""


def table(draft: Draft) -> str:
    """Return a rule as it stands in its pack, without a last line end."""
    return "\n".join(_lines(draft))


def _lines(draft: Draft) -> Iterator[str]:
    html = draft.match == "selector"
    kind = draft.kind.replace("_", " ")
    yield "[[rule]]"
    yield f"id = {_text(draft.id)}  # <pack>.<kind>.<name>"
    yield f"kind = {_text(draft.kind)}  # what it removes, one of the record's closed list of kinds"
    yield f"match = {_text(draft.match)}  # phrase | regex | selector | section"
    if draft.match not in SCOPES:
        yield f"scope = {_text(draft.scope or 'line')}  # line: the whole line; part: a piece of a line, cut out of it"
    yield f"values = {_list([_text(value) for value in draft.values])}"
    confidence = DEFAULT_CONFIDENCE if draft.confidence is None else draft.confidence
    yield f"confidence = {confidence!r}  # 0.9 and more removes alone; less needs a second signal or its place"
    yield f"place = {_text(draft.place)}  # any | head | tail | outside: where on the page the rule may speak"
    yield f"summary = {_text(draft.summary or _summary(draft))}"
    yield f"why = {_text(draft.why or f'It is the page’s ({kind}), not the story’s.')}"
    yield f"source = {_text(draft.source or 'field observation')}  # where the cue was seen"
    yield f"since = {_text(RULESET_VERSION)}  # the version of the rules that brought it"
    yield "# Examples, run by `clean-article rules test`: what must go, and what looks like it and must stay."
    yield f"remove = {_list([_example(text, html=html) for text in draft.remove])}"
    yield f"keep = {_list([_example(text, html=html) for text in draft.keep])}"


def _summary(draft: Draft) -> str:
    if draft.match == "selector":
        return f"Elements that are {' or '.join(draft.values)}."
    return f"Text like “{draft.remove[0].strip().splitlines()[0]}”."


def _example(text: str, *, html: bool) -> str:
    return f'{{ text = {_text(text)}, media_type = "text/html" }}' if html else _text(text)


def _list(values: list[str]) -> str:
    return f"[{values[0]}]" if len(values) == 1 else "[\n" + "".join(f"  {value},\n" for value in values) + "]"


def _text(text: str) -> str:
    """Return a TOML string; a pattern stands in one that knows no escapes, where that is possible."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise UsageError(f"{text!r} is no text in UTF-8; a pack cannot hold it") from error
    if "\\" in text and "'" not in text and text.isprintable():
        return f"'{text}'"
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
