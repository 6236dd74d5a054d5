"""Listings in plain text stay listings; text that speaks of code stays text."""

from __future__ import annotations

import pytest

from cleaner import clean, visible
from cleaner.parse import markdown
from cleaner.parse.text import parse

INTRO = "The tide table of Marrow Bay is worked out by a short program, which the harbour office has now published."
OUTRO = "The office asks readers who find mistakes to write to the harbour master before the end of the month."
PYTHON = """def tide(hour):
    level = BASE + SWING * math.cos(hour / PERIOD)
    if level < 0:
        raise ValueError("dry")

    return round(level, 2)"""
GO = """func tide(hour float64) (float64, error) {
    level := base + swing*math.Cos(hour/period)
    if level < 0 {
        return 0, errDry
    }
    return level, nil
}"""


SHELL = "sudo apt install tides\ngit clone marrow.example/tides.git\npip install --upgrade ./tides"
CONTAINER = "FROM python:3.12-slim\nCOPY . /tides\nRUN pip install ./tides"
DATABASE = "SELECT hour, level\n  FROM tide_levels\n WHERE level < 0\n ORDER BY hour;"
COMMANDS = "cd ~/tides\nfind . -name '*.csv' > /tmp/lists\nsort /tmp/lists"
PROMPT = ">>> import tides\n>>> tides.level(3)\n1.24"
CALLS = 'tides.set_harbour("Marrow")\nlevel = tides.at(hour)'
TREE = "tides\n├── marrow.csv\n└── norrby.csv"


def listings(text: str) -> list[str]:
    return [block.text for block in parse(text) if block.role == "preformatted"]


@pytest.mark.parametrize("code", [SHELL, COMMANDS, CONTAINER, DATABASE, PROMPT, CALLS, TREE])
def test_shells_containers_databases_and_prompts_are_code(code: str) -> None:
    assert [block.text for block in parse(f"{INTRO}\n\n{code}\n\n{OUTRO}")] == [INTRO, code, OUTRO]


def test_a_listing_keeps_its_indent_beyond_the_text_above() -> None:
    within = "\n".join(f"      {line}" for line in SHELL.split("\n"))
    assert listings(f"    {INTRO}\n\n{within}\n\n    {OUTRO}") == ["\n".join(f"  {line}" for line in SHELL.split("\n"))]


@pytest.mark.parametrize("code", [PYTHON, GO])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_listing_is_one_block_with_its_breaks_and_indents(code: str, gap: str) -> None:
    text = f"{INTRO}{gap}{code}{gap}{OUTRO}"
    assert listings(text) == [code]
    assert [block.text for block in parse(text)] == [INTRO, code, OUTRO]


def test_the_margin_of_the_page_is_no_indent_of_the_code() -> None:
    text = "\n".join(f"   {line}" if line else "" for line in f"{INTRO}\n\n{GO}\n\n{OUTRO}".split("\n"))
    assert listings(text) == [GO]


def test_marks_on_the_last_lines_belong_to_the_listing() -> None:
    code = "/*\n * Tides, by the hour.\n */\nint tide(int hour) {\n  return table[hour % 24];\n}\n/*\n*/"
    text = f"{INTRO}\n\n{code}\n\n{OUTRO}"
    assert listings(text) == [code]
    record = clean(text, media_type="text/plain")
    covered = sorted(
        [span for p in record.paragraphs for span in p.spans] + [span for row in record.removed for span in row.spans]
    )
    seen = visible(text, media_type="text/plain")
    assert "".join("".join(seen[a:b].split()) for a, b in covered) == "".join(seen.split())


@pytest.mark.parametrize(
    "text",
    [
        "Home > News > Harbour\nAbout = us\nThe mayor spoke.",
        "(a) the right to vote;\n(b) the right to assemble;\n(c) the right to be heard;\nand no other => none.",
        "Call tide() before you call level() again, the manual says, or the result is wrong.\nUse level() == 0 for dry, it says.",
        "Ferry -> Tamm\nBus -> Norrby",
        "FROM the archives\nSET in stone\nUPDATE on the ferry\nRUN for the harbour office",
        "Home-Manager: Leisure\nHome-Manager: Office\nTide-Table: Marrow",
        ":: Harbour\n:: Market\n:: Ferry",
        "Tides, a show in Marrow (2005);\nFerry, a show in Norrby (2015);",
    ],
)
def test_what_only_looks_a_little_like_code_is_text(text: str) -> None:
    assert listings(f"{INTRO}\n{text}\n{OUTRO}") == []


@pytest.mark.parametrize("code", [PYTHON, GO])
def test_a_body_with_code_is_itself_when_cleaned_again(code: str) -> None:
    record = clean(f"<p>{INTRO}</p><pre>{code}</pre><p>{OUTRO}</p>", media_type="text/html")
    assert code in record.text
    assert clean(record.text, media_type="text/plain").text == record.text


def test_a_drawing_of_branches_is_no_trail_of_links() -> None:
    drawing = "Before:\nmain → spring ← summer\ntides → (as main)"
    source = f"<p>Home → Tides</p><h1>Tides</h1><pre>{drawing}</pre><p>{INTRO}</p><p>{OUTRO}</p>"
    trail = "common.navigation.trail"
    record = clean(source, media_type="text/html", only=[trail])
    assert [row.text for row in record.removed if row.rule == trail] == ["Home → Tides"]


def in_markdown(text: str) -> list[tuple[str, str]]:
    return [(block.role, block.text) for block in markdown.parse(text)]


@pytest.mark.parametrize(("before", "after"), [("```", "```"), ("~~~python {.x}", "~~~"), ("````", "`````"), ("``` python title=\"tide.py\"", "```")])
@pytest.mark.parametrize("code", [PYTHON, GO, "# not a heading\n- nor **this** an item\n[a](b) `c`"])
def test_what_stands_between_fences_is_one_listing(before: str, after: str, code: str) -> None:
    text = f"{INTRO}\n\n{before}\n{code}\n{after}\n\n{OUTRO}"
    assert in_markdown(text) == [("paragraph", INTRO), ("preformatted", code), ("paragraph", OUTRO)]


@pytest.mark.parametrize("code", [PYTHON, GO])
def test_indented_code_in_markdown_is_a_listing(code: str) -> None:
    indented = "\n".join(f"    {line}" if line else "" for line in code.split("\n"))
    assert in_markdown(f"{INTRO}\n\n{indented}\n\n{OUTRO}") == [("paragraph", INTRO), ("preformatted", code), ("paragraph", OUTRO)]


@pytest.mark.parametrize("text", [
    f"- **Tides.**\n\n    {INTRO}", f"Tides\n\n    {INTRO}\n    {OUTRO}", "- Tides\n    - high\n\n    x = 1;", f"!!! note\n    {INTRO}",
])  # fmt: skip
def test_indented_text_is_no_listing(text: str) -> None:
    assert "preformatted" not in [role for role, _ in in_markdown(text)]


def test_a_listing_in_a_list_leaves_its_margin() -> None:
    assert in_markdown("1. Run it:\n\n   ```\n   if x:\n     y()\n   ```")[1] == ("preformatted", "if x:\n  y()")


ARTICLE = f"# Tides of **Marrow Bay**\n\n{INTRO}\n\n```sh\ntide --hour 3\n```\n\n- *high*\n- low\n\n{OUTRO}"


@pytest.mark.parametrize(("before", "after"), [
    ("```markdown\n", "\n```"), ("Here it is:\n\n````md\n", "\n````\n"), ("```\n", "\n```"), ("~~~\n", "\n~~~\n\nThat was all.")
])
def test_fences_around_an_article_are_marks(before: str, after: str) -> None:
    blocks = in_markdown(before + ARTICLE + after)
    assert [block for block in blocks if block[1] not in ("Here it is:", "That was all.")] == [
        ("heading", "Tides of Marrow Bay"), ("paragraph", INTRO), ("preformatted", "tide --hour 3"), ("list_item", "high"), ("list_item", "low"),
        ("paragraph", OUTRO),
    ]  # fmt: skip


def test_a_script_with_comments_is_no_article() -> None:
    script = "# Load the tides\nload tides.csv\n# Draw them\ndraw tides"
    assert in_markdown(f"```\n{script}\n```") == [("preformatted", script)]


def test_a_fence_that_is_never_closed_hides_no_story() -> None:
    assert in_markdown(f"{INTRO}\n\n```\n\n{OUTRO}") == [("paragraph", INTRO), ("paragraph", OUTRO)]
