"""What stands below the line that closes a story in Chinese papers: the name of the editor who answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner.features import is_scrape
from cleaner.model import Label, Page
from cleaner.regexes import regex
from cleaner.rules.base import Example, FunctionRule, RuleInfo, cued, wholes

STORY = (
    "布拉斯克的渡轮星期一整天没有开航，因为唯一的驾驶员前一天夜里结婚了，港务局当天上午向本地电台表示，乘客们并没有因此抱怨。\n\n"
    "港务局将寄去一张贺卡，下一班渡轮将在星期二中午开出，由当时能够驾驶的人来驾驶，发言人对等候在码头上的记者这样说道。\n\n"
    "去年夏天渡轮也曾停航两天，当时是因为一只山羊站在船舱里不肯离开，直到它的主人从对岸划着小船赶来才把它牵走。\n"
)
TEASER = "奥斯特里的灯塔将在今年秋天重新点亮，九位守塔人已经开始练习如何擦亮那盏很久没有人碰过的灯。"
EDITOR = regex(r"\W{0,2}(?:责任编辑|責任編輯|责编|責編)\s*[:：]")
"""The label of the editor who answers for a story, as a line's first; “编辑” alone stands above many."""
MIN_STORY_WORDS = 30
"""Words of sentences, pairs of characters, from which the story is told above; the line stands below the headline in some papers."""
EDITOR_CHARS = 60
"""Longest line with the editors' names."""
CONFIDENCE = 0.96
"""Confidence, 0 to 1, of its labels: above `cleaner.rules.base.REMOVE`, so that it removes alone; set by hand. On 37 pages with such a line below the story
nothing below it is story."""

INFO = RuleInfo(
    id="related.below_editor",
    kind="related",
    scope="section",
    summary="Everything below the name of the responsible editor, in Chinese, once the story is told.",
    why="Chinese papers close each story with the editor who answers for it; other stories and readers' comments follow.",
    source="field observation, on pages that are in no corpus",
    since="1",
    remove=(Example(f"渡轮停航一天\n\n{STORY}\n责任编辑：林夏\n\n{TEASER}\n\n分享到微博\n\n隐私政策", (TEASER,)),),
    keep=(
        Example(f"渡轮停航一天\n\n责任编辑：林夏\n\n{STORY}\n分享到微博\n\n隐私政策"),
        Example(f"渡轮停航一天\n\n{STORY}\n编辑部说，责任编辑：这个词在布拉斯克已经没有人用了。\n\n{TEASER}\n\n分享到微博\n\n隐私政策"),
    ),
)


def run(page: Page) -> Iterator[Label]:
    """Label what follows the editor's line, but for lines that packs know better."""
    features = page.features
    if not is_scrape(page):
        return
    told = 0
    for index, text in enumerate(features.texts):
        if told >= MIN_STORY_WORDS and len(text) <= EDITOR_CHARS and EDITOR.match(text) and not features.ends[index]:
            below = [i for i in range(index + 1, len(features.texts)) if not cued(page, i)]
            yield from wholes(page, below, INFO, CONFIDENCE, "stands below the name of the editor with which the story closes")
            return
        told += features.words[index] if features.prose[index] and index >= features.story[0] else 0


RULE = FunctionRule(INFO, run)
