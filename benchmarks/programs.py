"""Flatten by programs, for the table alone: networks never see these forms in training.

Debian packages them: `apt-get install lynx w3m elinks pandoc html2text`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from functools import partial

COMMANDS: dict[str, tuple[str, ...]] = {
    "lynx_dump": ("lynx", "-dump", "-stdin", "-force_html", "-assume_charset=utf-8", "-display_charset=utf-8"),
    "w3m_dump": ("w3m", "-dump", "-T", "text/html", "-I", "utf-8", "-O", "utf-8"),
    "elinks_dump": ("elinks", "-dump", "-dump-charset", "utf-8", "-force-html", "/dev/stdin"),
    "html2text_dump": ("html2text", "-utf8"),
    "pandoc_markdown": ("pandoc", "-f", "html", "-t", "markdown"),
    "pandoc_gfm": ("pandoc", "-f", "html", "-t", "gfm", "--wrap=none"),
}
"""Form -> the command that turns a page, read from standard input, into it."""
MARKDOWN = frozenset({"pandoc_markdown", "pandoc_gfm"})
SECONDS = 60
"""Time a program may take for a page; what it has not turned by then counts as empty."""
_CHARSET = re.compile(r"<meta[^>]+charset[^>]*>", re.IGNORECASE)


def flatten(name: str, html: str) -> str:
    """Return `html` as the program behind `name` prints it; the page's own word on its encoding is taken out, as it is UTF-8."""
    page = _CHARSET.sub("", html).encode("utf-8", "replace")
    try:
        done = subprocess.run(COMMANDS[name], input=page, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603 - our own list
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode("utf-8", "replace")


def missing(forms: Iterable[str]) -> list[str]:
    """Return the programs that `forms` need and that are not installed."""
    needed = dict.fromkeys(COMMANDS[form][0] for form in forms if form in COMMANDS)
    return [program for program in needed if shutil.which(program) is None]


PROGRAMS: dict[str, Callable[[str], str]] = {name: partial(flatten, name) for name in COMMANDS}
