"""The pipeline on one screen: bytes in, record out. Every stage is a function from values to new values."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import PurePath
from typing import Any, NamedTuple, get_args

from cleaner import blockmodel, dates, language, stanzas
from cleaner.assemble import comments, fields, paragraphs
from cleaner.config import Config
from cleaner.decode import Decoded, decode
from cleaner.errors import CleanerError, InternalError, RejectedError, TooLargeError, UsageError
from cleaner.features import is_run_together, is_scrape, measure
from cleaner.model import (
    Block,
    CueHit,
    Label,
    MediaType,
    Page,
    ReadOnly,
    Repair,
    Styles,
    is_scripted,
    reindexed,
    styled,
)
from cleaner.overruling import judges_by_place, unruled
from cleaner.parse import detect, export, front, head, html, labelled, markdown, text, vote
from cleaner.quality.evidence import Evidence
from cleaner.quality.fingerprint import fingerprint
from cleaner.quality.flags import described, flags
from cleaner.quality.scores import scores
from cleaner.record import ArticleRecord, plain
from cleaner.repair import repair
from cleaner.resolve import Piece, is_story_alone, keep_everything, resolve
from cleaner.rules import cables, glued, wire
from cleaner.rules.headline import headline, told_by_story
from cleaner.rules.registry import RULESET_VERSION, Ruleset, given, ruleset
from cleaner.urls import host

NO_REPAIRS: tuple[Repair, ...] = ()
NO_FIELDS = fields.Fields({}, {})
RESTING_CHARS = 1_000_000
"""Characters of an input up to which the garbage collector rests: about a second of work."""


class Parsed(NamedTuple):
    """A decoded input as blocks."""

    blocks: tuple[Block, ...]
    visible: str
    media_type: MediaType
    metadata: dict[str, Any]


class Prepared(NamedTuple):
    """A page as the rules see it, with the rules and the log of its repairs."""

    page: Page
    rules: Ruleset
    repairs: tuple[Repair, ...]


class Decided(NamedTuple):
    """The decision over a page, and the block model's opinion it rests on; None where the model was not asked."""

    pieces: tuple[Piece, ...]
    posterior: list[float] | None
    article: float | None


class Cleaner:
    """Cleans inputs under one configuration. Holds no state between calls, so threads may share it.

    Args:
        config: the configuration; or give its fields as keywords.

    Raises:
        UsageError: an option is unknown or has a wrong value, or names a rule that does not exist.
        PackError: a rule pack is not valid.
    """

    def __init__(self, config: Config | None = None, **options: Any) -> None:
        if config is not None and options:
            raise UsageError("give a Config or options, not both")
        if config is not None and not isinstance(config, Config):
            raise UsageError(f"config is a {type(config).__name__}; give a Config, or its fields as keywords")
        self.config = config if config is not None else Config.from_options(options)
        given(self.config.packs)
        ruleset(self.config.lang, "", self.config)

    def clean(
        self,
        source: str | bytes,
        *,
        url: str | None = None,
        media_type: MediaType | None = None,
        fetched: str | None = None,
        charset: str | None = None,
        id: str = "",  # noqa: A002  # the record's own name for it
        source_name: str = "",
    ) -> ArticleRecord:
        """Return the record of one input; whatever is wrong with the content ends up in its `error`.

        `fetched` is when the page was fetched, an ISO 8601 date: no date of the record is later. `charset` is the encoding of bytes by
        what they came with, as in HTTP's `Content-Type`; a name that is unknown, or does not fit, is passed over.

        Raises:
            UsageError: `source` is neither str nor bytes, `media_type` is unknown, `fetched` is no date, or a name no str.
        """
        _check(source, media_type, fetched)
        _check_names(url=url or "", charset=charset or "", id=id, source_name=source_name)
        origin = ArticleRecord(id=id or source_name, source=source_name, url=url)
        try:
            decoded = decode(source, charset or "")
            if len(decoded.text) > self.config.max_chars:
                raise TooLargeError(
                    f"the input has {len(decoded.text)} characters; at most {self.config.max_chars} are cleaned "
                    "(Config.max_chars)",
                    place=source_name,
                )
            with _collector_resting(len(decoded.text)):
                record = _cleaned(decoded, media_type, url, fetched, self.config, origin)
            return _accepted(record, self.config.min_score)
        except CleanerError as error:
            return error_record(error, origin)
        except Exception as error:  # one input must never cost its neighbours
            message = f"a bug of cleaner's: {type(error).__name__}: {error}; please report it with the input"
            return error_record(InternalError(message, place=source_name), origin)


def _cleaned(
    decoded: Decoded,
    media_type: MediaType | None,
    url: str | None,
    fetched: str | None,
    config: Config,
    origin: ArticleRecord,
) -> ArticleRecord:
    """Return the record of a decoded input; all that it was made from is freed with this frame."""
    parsed = parse(decoded.text, media_type, origin.source, decoded.utf8)
    if fetched:
        parsed = parsed._replace(metadata={**parsed.metadata, "fetched": fetched})
    return judged(gathered(parsed, decoded, url, config, origin))


@contextmanager
def _collector_resting(size: int) -> Iterator[None]:
    """Keep the garbage collector from going through a page's objects while they are made, a fifth of the page's time.

    They are freed when the page is done; the few in cycles wait for the collector's next turn. It is the process's: it goes
    on after the page, and is left alone where it is off, and for inputs so long that other threads would miss it.
    """
    if not gc.isenabled() or size > RESTING_CHARS:
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _check(source: object, media_type: object, fetched: object = None) -> None:
    """Raise `UsageError` for arguments of `Cleaner.clean` that are none."""
    if not isinstance(source, (str, bytes)):
        raise UsageError(f"source is a {type(source).__name__}; give str or bytes")
    if media_type is not None and media_type not in get_args(MediaType):
        raise UsageError(f"media_type is {media_type!r}; give one of {', '.join(get_args(MediaType))}, or None")
    if fetched and not (isinstance(fetched, str) and dates.is_day(fetched)):
        raise UsageError(f"fetched is {fetched!r}; give an ISO 8601 date, or None")


def _check_names(**names: object) -> None:
    for name, value in names.items():
        if not isinstance(value, str):
            raise UsageError(f"{name} is {value!r}; give a str")


def clean(
    source: str | bytes,
    *,
    url: str | None = None,
    media_type: MediaType | None = None,
    fetched: str | None = None,
    charset: str | None = None,
    **config: Any,
) -> ArticleRecord:
    """Clean one input with the configuration given as keywords; see `Cleaner.clean` and `Config`."""
    return Cleaner(**config).clean(source, url=url, media_type=media_type, fetched=fetched, charset=charset)


def visible(source: str | bytes, *, media_type: MediaType | None = None, charset: str | None = None) -> str:
    """Return the visible input that a record's spans point into; the arguments are those of `clean`.

    Raises:
        UsageError: `source` is neither str nor bytes, `media_type` is unknown, or `charset` no str.
    """
    _check(source, media_type)
    _check_names(charset=charset or "")
    return parse(decode(source, charset or "").text, media_type).visible


def error_record(error: CleanerError, origin: ArticleRecord) -> ArticleRecord:
    """Return `origin` as an error row; its message names the input."""
    place = error.place or origin.source
    return replace(origin, error=ReadOnly({"code": error.code, "message": error.told(place), "place": place}))


def parse(source: str, media_type: MediaType | None = None, name: str = "", utf8: bytes | None = None) -> Parsed:
    """Return the blocks of decoded text; its kind is found out unless it is said. `utf8` is the text as bytes, if known."""
    kind = media_type or detect.media_type(source, _suffix(name))
    if kind == "text/html":
        page = html.parse(source, utf8)
        return Parsed(labelled.parted(page.blocks, page.visible), page.visible, kind, head.facts(page.metadata))
    begun = front.read(source)
    if begun and begun.names and (archived := _archived(source, kind, begun.names)):
        return archived
    # A blank line in the place of the head keeps every offset behind it.
    rest = " " * (begun.end - 1) + "\n" + source[begun.end : begun.tail or len(source)] if begun else source
    blocks = labelled.parted(markdown.parse(rest) if kind == "text/markdown" else text.parse(rest), source)
    if begun:
        above, below = front.blocks(source, begun)
        return Parsed(reindexed((*above, *blocks, *below)), source, kind, front.facts(begun))
    record = export.read([block.text for block in blocks])
    return Parsed(blocks, source, kind, export.facts(record) if record else {})


def _archived(source: str, kind: MediaType, names: int) -> Parsed | None:
    """Return a text that is an archive's record, None where it is none that names as many lines."""
    blocks = labelled.parted(text.parse(source), source)
    record = export.read([block.text for block in blocks])
    enough = record is not None and len(record.kinds) + len(record.cut) >= names
    return Parsed(blocks, source, kind, export.facts(record)) if record and enough else None


def _suffix(name: str) -> str:
    """Return the suffix of a file's name, of what is in it when it is packed."""
    path = PurePath(name)
    return PurePath(path.stem).suffix if path.suffix in (".gz", ".zst") else path.suffix


def prepare(parsed: Parsed, config: Config, url: str | None = None) -> Prepared:
    """Return the page as rules see it: repaired, measured, with the cues of its language's packs."""
    told = parsed.blocks[:-1] if is_scripted(parsed.blocks) else parsed.blocks
    code = config.lang or language.detect(language.sample([block.text for block in told]))
    if config.keep_all:
        blocks, repairs = reindexed(parsed.blocks), NO_REPAIRS
    else:
        blocks, repairs = repair(parsed.blocks, parsed.media_type, code)
    rules = ruleset(code, host(url or ""), config)
    if parsed.media_type != "text/html" and not config.keep_all:
        blocks = glued.parted(blocks, rules.scanner)
    styles = styled(blocks) if parsed.media_type == "text/html" else None
    cues = _cues(rules, blocks, styles) if not config.keep_all else ((),) * len(blocks)
    page = Page(blocks, parsed.visible, parsed.media_type, url, code, parsed.metadata, cues, measure(blocks, cues, styles))
    if parsed.media_type == "text/plain" and not config.keep_all and blocks and not is_scrape(page):
        page = _with_stanzas(page, rules)
    return Prepared(replace(page, title=headline(page) if blocks else None), rules, repairs)


def _cues(rules: Ruleset, blocks: Sequence[Block], styles: Styles | None = None) -> tuple[tuple[CueHit, ...], ...]:
    """Return the packs' cues of the blocks, without those that take an agency's signature or sign for something else."""
    return wire.without_captions(blocks, cables.without_sections(blocks, rules.cues(blocks, styles)))


def _with_stanzas(page: Page, rules: Ruleset) -> Page:
    """Return a clean text's page with the lines that touch inside its story gathered."""
    blocks = stanzas.gathered(page.blocks, page.visible, page.cues)
    if blocks == page.blocks:
        return page
    cues = _cues(rules, blocks)
    return replace(page, blocks=blocks, cues=cues, features=measure(blocks, cues))


def decide(page: Page, rules: Ruleset, config: Config, source: str = "") -> Decided:
    """Return the decision for every piece of the page; `source` is its HTML, for engines that read it themselves."""
    if config.keep_all or not page.blocks:
        return Decided(keep_everything(page), None, None)
    labels: Sequence[Label] = rules.labels(page)
    if not is_scrape(page):
        if judges_by_place(labels, rules.scopes):
            labels = unruled(page, labels, blockmodel.judge(page, labels).blocks.tolist(), rules.scopes)
        return Decided(resolve(page, labels, None, config.profile, rules.scopes), None, None)
    judged = blockmodel.judge(page, labels)
    posterior: list[float] = judged.blocks.tolist()
    if config.engine == "ensemble" and page.media_type == "text/html":
        posterior = vote.weighed(page.blocks, posterior, source)
    if is_run_together(page) and not page.features.furnished and is_story_alone(page, posterior):
        return Decided(keep_everything(page), None, None)
    pieces = resolve(page, labels, posterior, config.profile, rules.scopes)
    return Decided(pieces, posterior, judged.article)


def _title(page: Page, decided: Decided) -> int | None:
    """Return the headline's block: a text's by the story that was decided on, where the block model was asked; a page's head tells it better."""
    if decided.posterior is None or page.media_type == "text/html":
        return page.title
    kept = {piece.block: decided.posterior[piece.block] for piece in decided.pieces if piece.kind is None}
    return told_by_story(page, kept, {piece.block: piece.kind for piece in decided.pieces if piece.kind is not None})


def gathered(parsed: Parsed, decoded: Decoded, url: str | None, config: Config, origin: ArticleRecord) -> Evidence:
    """Return the record without flags and scores, with all they are read from."""
    page, rules, repairs = prepare(parsed, config, url)
    decided = decide(page, rules, config, decoded.text)
    if (title := _title(page, decided)) != page.title:
        page = replace(page, title=title)
        decided = decide(page, rules, config, decoded.text)
    body = paragraphs.build(page, decided.pieces, page.language, merge=not config.keep_all)
    text_ = "\n\n".join(p.text for p in body.paragraphs)
    found = fields.fields(page, body) if not config.keep_all else NO_FIELDS
    record = replace(
        origin,
        media_type=page.media_type,
        language=language.detect(text_[: language.SAMPLE_CHARS]) or page.language or None,
        text=text_,
        paragraphs=body.paragraphs,
        removed=body.removed,
        repairs=(*repairs, *body.repairs),
        ruleset=ReadOnly({"version": RULESET_VERSION, "fingerprint": rules.fingerprint}),
        comments=comments.comments(page, decided.pieces) if not config.keep_all else (),
        metadata=ReadOnly({**_metadata(decoded), **found.metadata}),
        **found.values,
    )
    return Evidence(page, record, body.rows, *decided)


def judged(evidence: Evidence) -> ArticleRecord:
    """Return the record with what it is worth: flags with their evidence, scores, and the body's fingerprint."""
    raised = flags(evidence)
    metadata = {
        **evidence.record.metadata,
        "fingerprint": fingerprint(evidence.hashed.hashes),
        "flag_evidence": described(raised),
    }
    return replace(
        evidence.record,
        flags=tuple(raised),
        scores=ReadOnly(scores(evidence, raised)),
        metadata=ReadOnly(plain(metadata)),
    )


def _accepted(record: ArticleRecord, min_score: float) -> ArticleRecord:
    """Return the record, or raise `RejectedError` when there is a body and its score is too low."""
    overall = record.scores["overall"]
    if record.text and overall < min_score:
        raise RejectedError(f"the overall score {overall:.3f} is below {min_score:g} (Config.min_score, --min-score)", place=record.source)
    return record


def _metadata(decoded: Decoded) -> dict[str, Any]:
    names = ("controls", "surrogates", "replaced", "escapes", "parts")
    counts = {name: getattr(decoded, name) for name in names}
    return {"encoding": decoded.encoding, "decode": {k: v for k, v in counts.items() if v}}
