"""Lines of Chinese and Japanese pages that give several facts about the story, each with its label.

“2024-05-12 08:30　来源：青石日报　作者：林小舟” stands under most Chinese headlines: day, paper and writer in one line. It is parted
at its labels, so that each fact is judged and read on its own; other scripts part such facts by elements, bars and dots.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cleaner.model import Block, reindexed, sliced
from cleaner.regexes import regex

MAX_LINE = 200
"""Characters up to which a line may give facts; longer ones are text."""
COLONS = ("：", ":")
_LABELS = (
    "来源 來源 文章来源 文章來源 新闻来源 新聞來源 信息来源 稿源 出处 出處 作者 记者 記者 本报记者 通讯员 撰文 撰稿 文 编辑 編輯 责任编辑 責任編輯 责编 主编 校对 审核 审校 监制 "
    "摄影 攝影 图 供稿 时间 時間 发布时间 發布時間 发表时间 發表時間 更新时间 更新時間 发布日期 日期 发布 更新 阅读 阅读量 閱讀 浏览 浏览量 瀏覽 点击 点击量 點擊 评论 "
    "字号 字號 字体 分享 分享到 关键词 關鍵詞 关键字 标签 標籤 分类 分類 栏目 公開 公開日 更新日 投稿日 掲載日 取材 執筆 提供 配信 出典 撮影 カテゴリ カテゴリー タグ"
)
_PEOPLE = "作者 记者 記者 撰文 撰稿 文 编辑 編輯 责编 校对 审核 监制 摄影 攝影 图"
"""Labels of people, behind which a bar may stand for the colon."""
_LABEL = (
    rf"(?:(?:{'|'.join(_LABELS.split())})\s?[：:]"
    rf"|(?:{'|'.join(_PEOPLE.split())})\s?[｜丨|](?=\s?[\u4e00-\u9fff]))"
)
_LABELLED = regex(rf"(?:^|[\s|｜丨]){_LABEL}")
_FACT = regex(rf"(?<=[\s|｜丨])(?:{_LABEL}|(?=\d{{4}}(?:年\d{{1,2}}月|([-/.])\d{{1,2}}\1\d{{1,2}})))")
_TELLING = ("：", "来源:", "來源:", "作者:", "记者:", "記者:", "文｜", "文丨", "文|", "文 |", "文 ｜", "文 丨")
"""What a page with such lines has; most pages have none of it, and are not looked at further."""
_SIGNS = "：源來者文"
"""Signs of which each of these has one; a page is searched for a sign at once, for words in a while."""
_TEXT = regex("[。！？；]")
_BARS = " \t\u3000|｜丨"


def parted(blocks: Sequence[Block], shown: str) -> tuple[Block, ...]:
    """Return `blocks` with the lines that give labelled facts parted at the labels; `shown` is the page's visible text."""
    if shown.isascii() or not any(sign in shown for sign in _SIGNS) or not any(word in shown for word in _TELLING):
        return tuple(blocks)
    return reindexed(piece for block in blocks for piece in _facts(block))


def _facts(block: Block) -> tuple[Block, ...]:
    text = block.text
    if len(text) > MAX_LINE or block.role in ("preformatted", "table"):
        return (block,)
    if not _LABELLED.search(text) or _TEXT.search(text):
        return (block,)
    before = ((match.start(), text[: match.start()].rstrip(_BARS)) for match in _FACT.finditer(text))
    starts = [start for start, head in before if head and not head.endswith(COLONS)]
    return tuple(sliced(block, start, end) for start, end in pairwise((0, *starts, len(text)))) if starts else (block,)
