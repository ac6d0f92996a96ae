"""The rules, one file each, in the order in which they are listed; what a rule finds does not depend on the order."""

from __future__ import annotations

from importlib import import_module

from replyctl.lint.rule import Rule

NAMES = (
    "subject-missing",
    "subject-length",
    "subject-front",
    "subject-generic",
    "subject-caps",
    "subject-punctuation",
    "subject-mismatch",
    "greeting-missing",
    "greeting-no-name",
    "greeting-wrong-name",
    "repeated-salutation",
    "greeting-stiff",
    "title-ignored",
    "mixed-address",
    "wrong-reference",
    "no-introduction",
    "signature-missing-contact",
    "vague-apology",
    "missing-apology",
    "repeated-apology",
    "bare-thanks",
    "no-closing",
    "vague-time",
    "wrong-date",
    "late-reply",
    "no-next-step",
    "no-further-help",
    "unanswered-question",
    "steps-in-prose",
    "steps-without-link",
    "too-long",
    "long-sentence",
    "long-paragraph",
    "all-caps",
    "exclamation",
    "emoticon",
    "slang",
    "profanity",
    "negative-wording",
    "blame",
    "casual-refusal",
    "stiff-wording",
    "promotion",
    "pii",
    "asks-for-secret",
    "placeholder",
    "attachment-missing",
    "attachment-size",
    "unsafe-link",
    "repeated-word",
    "punctuation",
    "spelling",
    "grammar",
    "unused-suppression",
)
"""As users write them; the files are named alike, with `_` for `-`."""

RULES: tuple[Rule, ...] = tuple(import_module(f"{__name__}.{name.replace('-', '_')}") for name in NAMES)
