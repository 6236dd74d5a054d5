"""How a line of program code looks, and a line of text about code."""

from __future__ import annotations

from cleaner.regexes import regex

SIGNS = ("()", "==", "!=", ":=", "=>", "->", "+=", "&&", "||", " <- ", " | grep", "├─", "└─")
"""Signs that a line of code may have anywhere, and a line of a story, a menu or a list hardly."""
ATTRIBUTES = ('="', "='")
"""What the attributes of a tag have, and assignments hardly, whose signs stand between spaces."""
CLOSING = ("};", "];", "()", " \\")
"""What statements end in, and lines that go on. Colons, stops and semicolons alone prove nothing: the clauses of a law end in them."""
PROGRAMS = (
    "sudo", "git", "curl", "wget", "pip", "pip3", "npm", "npx", "yarn", "docker", "kubectl", "apt", "apt-get", "brew", "cargo", "rsync", "ssh", "scp",
    "mkdir", "chmod", "systemctl", "python", "python3",
)  # fmt: skip
"""Programs that lines of a shell begin with; no sentence begins with a small letter."""
COMMANDS = ("cd", "ls", "cp", "mv", "rm", "cat", "head", "tail", "sort", "find", "grep", "awk", "sed", "wc", "tar", "echo", "export")
"""Words of a shell that are words of others too: an option, a path or a variable must follow."""
HEAD = regex(
    r"//|/\*|#!|#include\b|\$ \w|>>> |</?\w[^<>]*>$|<\?\w|[\"'][\w -]+[\"']: "
    r"|(?:def|class|func|fn|function|public|private|static|struct|impl|interface|package|const|let|var)\b.*[({=;:]"
    r"|(?:import|from|using|use|return|if|for|while|else|elif)\b.*[;:{(]$|import [\w.]+(?: as \w+)?$|from [\w.]+ import \w"
    r"|[A-Za-z_][\w.]*(?:\[[^\]]*\])? = [\w\"'\[({-]"
    rf"|(?:{'|'.join(PROGRAMS)}) [a-z./~<-]"
    rf"|(?:{'|'.join(COMMANDS)}) (?:-\w|[./~$]|'[{{/]|\w+/\w)"
    rf"|RUN (?:{'|'.join(PROGRAMS)}|cd) \S|(?:FROM|COPY|WORKDIR|CMD|ENV) (?=[a-z./]).*[\w.][./=:_]"
    r"|(?:SELECT|FROM|WHERE|(?:LEFT |INNER )?JOIN|GROUP BY|ORDER BY|INSERT INTO|DELETE FROM|UPDATE|SET|(?:CREATE|ALTER|DROP) [A-Z]+)"
    r" (?=[a-z_*]).*(?:\w[._]\w|[=*(;,<>])"
    r"|[A-Za-z]\w*_\w+(?:[(:]| = |\.\w)|(?:Accept|Cache|Content|If|Set|User|X)-[A-Z][\w-]*: \S|\w+ \S+ HTTP/\d"
    r"|[a-z_][\w./-]*\.(?:py|js|ts|go|rs|cpp|java|rb|sh|json|ya?ml|toml)$"
)
"""What lines of code begin with: comments, prompts, tags, keys, declarations, assignments, programs, a container's or a database's orders,
names of two words, headers of HTTP, names of files."""
CALL = regex(r"\w\([^()]*\);$|[a-z\d)\]]\.[a-z]\w*\([^)]|\w\([\"']|[\w)]\[\w+\]\.|\w::\w")
"""What calls a function of something, or hands it a string."""
SENTENCE_ENDS, SENTENCE_WORDS = ".!?:…", 6
"""What a sentence ends in, and the spaces it has at least, that may name a function."""
COMMENTS = ("//", "#", "/*", "*", "--")
"""What comments begin with, which may well be sentences."""
PROSE_WORDS = 14
"""Spaces of a line that shows nothing from which it is text about code."""


def is_prose(line: str) -> bool:
    """Say whether a line is text about code, or long enough to be any text."""
    return line.count(" ") >= PROSE_WORDS or _is_sentence(line)


def is_code(line: str) -> bool:
    """Say whether a line shows that it is code; attributes without their tag are what a flattener left of markup."""
    if any(sign in line for sign in ATTRIBUTES) and line[0] != "<":
        return False
    shows = line[-1] in "{}" or line.endswith(CLOSING) or HEAD.match(line) or any(sign in line for sign in SIGNS)
    return bool(shows or (any(sign in line for sign in "([:") and CALL.search(line))) and not _is_sentence(line)


def _is_sentence(line: str) -> bool:
    """Say whether a line is a sentence that speaks of code."""
    return line[-1] in SENTENCE_ENDS and line.count(" ") >= SENTENCE_WORDS and not line.startswith(COMMENTS)
