"""Rules: what may be taken out of a page, by whom and why.

A rule is a value with an `info` and a call from `Page` to labels. Packs (`cleaner/packs`) hold the ones that
are data, `cleaner.rules.builtin` those where structure decides.
"""

API_VERSION = 1
"""Version of `Page`, `Label` and `RuleInfo` as rules see them and of the form of packs, which may name it (`api`); grows when something is added."""
