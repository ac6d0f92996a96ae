"""The rules, in the order in which `replyctl rules` lists them: one file a rule."""

from __future__ import annotations

from replyctl.lint.rule import Rule
from replyctl.lint.rules import (
    all_caps,
    exclamation,
    greeting_missing,
    greeting_no_name,
    greeting_wrong_name,
    missing_apology,
    no_closing,
    no_introduction,
    placeholder,
    repeated_word,
    signature_missing_contact,
    subject_caps,
    subject_front,
    subject_generic,
    subject_length,
    subject_missing,
    subject_punctuation,
    vague_apology,
)

RULES: tuple[Rule, ...] = (
    subject_missing,
    subject_length,
    subject_front,
    subject_generic,
    subject_caps,
    subject_punctuation,
    greeting_missing,
    greeting_no_name,
    greeting_wrong_name,
    no_introduction,
    signature_missing_contact,
    vague_apology,
    missing_apology,
    no_closing,
    all_caps,
    exclamation,
    placeholder,
    repeated_word,
)
