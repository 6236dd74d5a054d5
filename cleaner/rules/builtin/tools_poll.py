"""A poll of the readers: what calls it one, its question, its answers, and the buttons to vote and to see what others think."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cleaner import poll_words
from cleaner.model import LINKED, Label, Page
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, wholes

STORY = (
    "The footbridge of Ostrey will be closed for repairs until the autumn, the council said on Monday after a survey of its piers.\n\n"
    "Walkers will have to take the ferry, which the mayor, Ida Kell, has promised to run every ten minutes from dawn to dusk.\n"
)
ON = "The last repairs were made in the year of the flood, when two of the piers had to be set in new stone.\n"
STORY_HTML = "".join(f"<p>{line}</p>" for line in STORY.split("\n") if line)
MARKS = "?？؟;\u037e"
"""What a question ends in; the semicolon is the mark in Greek alone."""
GREEK = ("\u0370", "\u03ff")
"""First and last letter of the Greek block of Unicode."""
MOST_CHARS, QUESTION_WORDS, ANSWER_WORDS = 220, 24, 10
"""Characters and words of the longest question, which is one sentence; words of the longest answer. Field observation: the longest of a poll on the
development pages has nine."""
FEWEST, MOST = 2, 8
"""Answers of a poll; a longer list below a question is a table of contents, or the page's foot. Set by hand."""
MOST_LABELS, MOST_BUTTONS = 2, 4
"""Lines that call a poll one above its question, and lines below its answers that are buttons and totals. Set by hand."""
MOST_CUED = 1
"""Answers above a button that a pack takes for something else, as “Reddit” for a share button, where nothing calls the lines a poll. Field observation."""
CONFIDENCE = 0.92
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone."""
REASON = "belongs to a poll of the readers: a question with answers to choose from"

INFO = RuleInfo(
    id="tools.poll",
    kind="tools",
    scope="line",
    summary="A question with two to eight short answers that a label calls a poll, or that has a button to vote or numbers of votes below it.",
    why="Papers ask their readers beside and below a story; in text the question reads like a sub-heading, and the answers like a list of the story's.",
    source="field observation",
    since="1",
    remove=(
        Example(
            f"{STORY}\nReader poll\n\nShould the footbridge get a roof?\n\nYes, walkers deserve one\n\nNo, it has done without\n\nI take the ferry\n\nVote\n",
            ("Reader poll", "Should the footbridge get a roof?", "Yes, walkers deserve one", "I take the ferry", "Vote"),
        ),
        Example(f"{STORY}\nAnketa\n\nJezdíte přívozem?\n\nAno (412)\n\nNe (97)\n\nCelkem hlasovalo 509 čtenářů\n", ("Anketa", "Jezdíte přívozem?", "Ano (412)", "Ne (97)", "Celkem hlasovalo 509 čtenářů")),
        Example(f"{STORY}\nCzy most powinien mieć dach?\nTak 318 głosów\nNie 44 głosy\nZobacz wyniki\n\n{ON}", ("Czy most powinien mieć dach?", "Tak 318 głosów", "Zobacz wyniki")),
        Example(
            f"{STORY_HTML}<div><h3>Umfrage</h3><p>Soll die Fähre nachts fahren?</p><ul><li>Alle Stunde</li><li>Bei Nebel nicht</li></ul></div><p>{ON}</p>",
            ("Umfrage", "Soll die Fähre nachts fahren?", "Alle Stunde", "Bei Nebel nicht"),
            media_type="text/html",
        ),
    ),
    keep=(
        Example(f"{STORY}\nA poll of 1,004 walkers found that two in three want a roof. Should they get one?\n\nYes, says the mayor.\n\nNo, says the clerk.\n"),
        Example(f"{STORY}\nWhat do walkers fear most?\n\nFog 61%\n\nIce 22%\n\nDogs 17%\n\n{ON}"),
        Example(f"{STORY}\nUmfrage\n\nWas halten Sie von der Brücke?\n\n{ON}\n{STORY}"),
        Example(f"{STORY}\nDo you cross the bridge yourself?\n\nEvery morning.\n\nAnd in the fog?\n\nThen I take the ferry.\n\n{ON}"),
        Example(f"{STORY}\nHow do I reach the ferry?\n\nBy foot\n\nBy bus\n\nWhat does it cost?\n\nNothing\n\n{ON}"),
        Example(f"{STORY}\nWhich pier is the oldest?\n\nA) The first\n\nB) The second\n\nC) The fourth\n\nResults\n\n{ON}"),
    ),
)  # fmt: skip


class Choice(NamedTuple):
    """What stands below a question: the answers to choose from, those lines and others that have numbers of votes, and where it ends.

    `voted` says whether a button ends it, `summed` whether the number of all votes does.
    """

    answers: list[int]
    counted: list[int]
    end: int
    voted: bool = False
    summed: bool = False


def run(page: Page) -> Iterator[Label]:
    """Label the lines of each poll."""
    done = 0
    for index in [i for i, text in enumerate(page.features.texts) if text[-1] in MARKS and len(text) <= MOST_CHARS]:
        if index >= done and _asks(page, index) and (lines := _poll(page, index)):
            done = lines.stop
            yield from wholes(page, lines, INFO, CONFIDENCE, REASON)


def _asks(page: Page, index: int) -> bool:
    """Say whether a line may be a poll's question: no link, not the headline, one sentence, and short lines below it."""
    text, words = page.features.texts[index], page.features.words
    if words[index] > QUESTION_WORDS or index == page.title or page.blocks[index].source.link_density >= LINKED:
        return False
    below = words[index + 1 : index + 1 + FEWEST]
    return (text[-1] != ";" or GREEK[0] <= text[-2:-1] <= GREEK[1]) and bool(below) and max(below) <= ANSWER_WORDS


def _poll(page: Page, index: int) -> range:
    """Return the lines of the poll whose question stands at `index`; none where it is no poll."""
    texts, start = page.features.texts, index
    while start > 0 and index - start < MOST_LABELS and start - 1 != page.title and _is_head(texts[start - 1]):
        start -= 1
    named = any(map(poll_words.is_label, (*texts[start:index], texts[index].partition(":")[0]))) or _is_classed(page, index)
    choice = _choice(page, index + 1, named=named)
    if choice.voted or choice.summed:
        end = choice.end if _is_closed(page, choice, named=named) else start
        while start < end < min(len(texts), choice.end + MOST_BUTTONS) and _closes(texts[end]):
            end += 1
    elif named:
        end = _named_end(page, start, choice)
    else:
        end = choice.end if _is_answered(page, index, choice, invited=start < index) else start
    return range(start, end)


def _is_head(text: str) -> bool:
    return poll_words.is_label(text) or poll_words.is_invitation(text)


def _closes(text: str) -> bool:
    return poll_words.is_button(text) or poll_words.is_result(text) or poll_words.is_total(text) or poll_words.is_count(text)


def _is_classed(page: Page, index: int) -> bool:
    """Say whether the page's markup calls a question's box a poll, and not the whole page."""
    found = poll_words.CLASSES.intersection(page.blocks[index].source.tokens)
    return bool(found) and not found.intersection(page.blocks[page.title or 0].source.tokens)


def _choice(page: Page, first: int, *, named: bool) -> Choice:
    """Read the answers from the line `first` on, up to a button or the number of all votes, or where the lines are answers no more."""
    texts = page.features.texts
    answers: list[int] = []
    counted: list[int] = []
    end = len(texts)
    for at in range(first, len(texts)):
        text = texts[at]
        if poll_words.is_button(text) or (named and poll_words.is_result(text)):
            return Choice(answers, counted, at, voted=True)
        total = poll_words.is_total(text)
        if total and len(answers) >= FEWEST and (not counted or counted[-1] == at - 1):
            return Choice(answers, counted, at, summed=True)
        if total or poll_words.is_count(text):
            counted.append(at)
        elif not _may_answer(page, answers, at):
            end = at
            break
        elif len(answers) == MOST:
            return Choice([], [], first)
        else:
            answers.append(at)
            counted += [at] if poll_words.is_counted(text) else []
    end = counted[-1] + 1 if len(counted) >= FEWEST else next((at for at in answers if _is_other(page, at)), end)
    return Choice([at for at in answers if at < end], counted, end)


def _may_answer(page: Page, answers: list[int], at: int) -> bool:
    """Say whether a line may be one more answer: short, and set like the second one, as a label may stand where the first should."""
    features, block = page.features, page.blocks[at]
    if features.words[at] > ANSWER_WORDS or features.prose[at] or block.role == "heading" or at == page.title or block.text[-1] in MARKS:
        return False
    if len(answers) < FEWEST:
        return True
    model = page.blocks[answers[FEWEST - 1]]
    return block.source.path == model.source.path and block.role == model.role and block.source.gap <= model.source.gap


def _is_other(page: Page, at: int) -> bool:
    """Say whether a pack takes a line for something; yes and no stand in forms as well."""
    return cued(page, at) and not poll_words.is_answer(page.features.texts[at])


def _is_closed(page: Page, choice: Choice, *, named: bool) -> bool:
    """Say whether lines that a button or a total ends are a poll's; where nothing calls them one, no list of links, and a total sums up votes."""
    if named:
        return bool(choice.answers)
    told = choice.voted or bool(choice.counted) or any(poll_words.is_answer(page.features.texts[at]) for at in choice.answers)
    others = sum(_is_other(page, at) for at in choice.answers)
    linked = any(page.blocks[at].source.link_density >= LINKED for at in choice.answers)
    return told and not linked and len(choice.answers) >= FEWEST and others <= MOST_CUED


def _named_end(page: Page, start: int, choice: Choice) -> int:
    """Return where a poll without a button ends that is called one; `start` where it is none, as above a story that is about one."""
    texts, prose = page.features.texts, page.features.prose
    answers, end = choice.answers, choice.end
    if len(answers) < FEWEST or not any(prose[:start]):
        return start
    last = answers[-1]
    told = last in choice.counted or page.blocks[last].role == "list_item" or poll_words.is_answer(texts[last])
    if len(answers) > FEWEST and not told and any(prose[end : end + 1]):
        return last  # the sub-heading of the paragraph below
    return end


def _is_answered(page: Page, index: int, choice: Choice, *, invited: bool) -> bool:
    """Say whether answers without a button are a poll's that nothing calls one: each says yes or no, or has its votes and stands beside the story."""
    texts, (begin, finish) = page.features.texts, page.features.story
    if len(choice.answers) < FEWEST:
        return False
    said = [poll_words.is_answer(texts[at]) for at in choice.answers]
    if invited and all(said):
        return True
    votes = any(said) or any(poll_words.names_votes(texts[at]) for at in choice.counted)
    beside = index < begin or not any(page.features.prose[choice.end : finish])
    return votes and beside and len(choice.counted) >= len(choice.answers)


RULE = FunctionRule(INFO, run)
