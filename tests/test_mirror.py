"""Every file of the program has its tests beside it, under its own name."""

from __future__ import annotations

from pathlib import Path

import replyctl

PROGRAM = Path(replyctl.__file__).parent
TESTS = Path(__file__).parent
ELSEWHERE = ("cli/", "lint/rules/")
"""What a command does is told by its command line (tests/cli); a rule has its cases (tests/lint/cases)."""
WITHOUT = {
    "bounds": "numbers; whoever keeps to one tests it",
    "compose/plan/attached": "cli/reply/test_attachments.py and library/test_attached_file.py",
    "compose/reply": "a record, made in compose/layout and read by every format",
    "compose/start": "a record: cli/test_request.py and memory/test_unfinished.py",
    "config/address": "config/test_layers.py and cli/test_leaks.py try its forms",
    "config/project": "cli/test_project.py has files and libraries of everybody",
    "desk/checker": "cli/test_snippets_check.py has a file for each rule",
    "desk/origin": "as desk/checker",
    "desk/overridden": "as desk/checker",
    "desk/own_words": "as desk/checker",
    "desk/settings_file": "as desk/checker",
    "desk/strange_links": "as desk/checker",
    "desk/sweep": "cli/test_snippets_check.py runs it cold, warm, and with one file changed",
    "engine_names": "a table: grammar/test_choose.py holds flag, configuration and files against it",
    "grammar/engine": "a protocol, and what it gives and raises",
    "grammar/http": "cli/test_leaks.py listens at both ends of it",
    "grammar/languagetool_answer": "grammar/test_languagetool.py reads a real server's answers",
    "grammar/languagetool_download": "cli/test_grammar.py downloads, verifies and uses one",
    "grammar/keeper": "a process of its own: grammar/test_server.py starts, kills and outwaits it",
    "language/facts": "language/test_schema.py and the rooms that ask for them",
    "language/lists": "language/test_schema.py reads every list",
    "language/word_forms": "language/test_schema.py and test_completeness.py",
    "language/typed_dates": "library/field_types/cases/date.yaml types dates in every language",
    "library/field_types/typed_date": "as language/typed_dates",
    "library/lacking_partials": "compose/test_composition.py asks for a language that a partial lacks",
    "library/unequal": "library/cases/templates.yaml holds each type against texts and numbers",
    "library/untyped": "two one-line helpers of snippet_checks, defaults and tags",
    "library/field_types/choice": "compose/test_values.py answers choices in every language",
    "library/field_types/simple": "compose/cases/values.yaml has texts of every type",
    "library/field_types/value": "as library/field_types/simple",
    "library/field_types/yes_no": "as library/field_types/simple",
    "lint/configured": "cli/test_rules_in_settings.py has each kind of mistake",
    "lint/given_draft": "lint/test_draft.py tells a header block from a text by it",
    "lint/rule": "a protocol: lint/test_rules.py holds every rule against it",
    "language/mail_words": "data: mail/test_read.py and its neighbours read mails by it, language/test_schema.py its form",
    "mail/case": "a record: cli/test_read.py holds its keys against the contract",
    "mail/contact_form": "mail/test_read.py has forms of several programs in three languages",
    "mail/message/part": "mail/message/test_headers_and_text.py reads broken parts",
    "mail/new_text": "mail/test_read.py has quotes, forwards and notices of many programs",
    "mail/notes": "lines that `read` shows: cli/test_read.py",
    "mail/number_word": "mail/test_case_number.py has words of each kind before numbers",
    "mail/quote_tail": "as mail/new_text",
    "mail/recipient": "mail/test_read.py and cli/test_read.py have every kind of sender",
    "mail/sender": "as mail/new_text",
    "mail/sign_off": "as mail/new_text",
    "mail/signed_name": "as mail/new_text",
    "mail/written_question": "mail/test_read.py has questions in every script",
    "mail/headers": "cli/lint/test_messages.py reads messages through it",
    "mail/mime": "as mail/headers",
    "memory/restore": "memory/test_last.py and test_unfinished.py read damaged files through it",
    "reading/swearing": "lint/cases/profanity.yaml has words with and without marks",
    "reading/sums": "lint/cases/wrong-reference.yaml and subject-mismatch.yaml have its signs",
    "reading/candidates": "what reading/answers looks sentences up by: reading/test_answers.py",
    "output/mime_parts": "output/test_eml.py has bodies for every encoding",
    "output/read_back": "output/test_eml.py has messages that read otherwise",
    "people/name_languages": "people/test_name.py reads names in every script",
    "reading/markup": "lint/cases/punctuation.yaml has each kind",
    "reading/own_frame": "compose/page/test_unframed.py and desk/test_own_salutation.py",
    "reading/merge_tags": "tables: reading/test_holes.py finds every example",
    "reading/stretch": "lint/cases/placeholder.yaml has labels, boxes, forms, sizes and explanations",
    "reading/verb_place": "a record: reading/test_government.py judges by it",
    "report/colour": "report/test_pretty.py holds colour against plain text; cli/test_help.py and test_rules.py see it",
    "report/quoted_line": "report/test_pretty.py shows lines of every kind",
    "text/scripts": "classes of letters; text/test_tokens.py and library/search/test_words.py meet them",
    "text/phrase_states": "the automaton of text/phrases: text/test_phrases.py has phrases written out and walked",
    "text/phrase_table": "as text/phrase_states",
    "template/budget": "one sandbox: compose/test_template.py tries to break out of it",
    "template/comparisons": "as library/unequal",
    "template/environment": "as template/budget",
    "template/filters": "as template/budget",
    "template/marks": "constants: template/test_marked.py and test_gaps.py",
    "template/mistake": "a record: template/test_inspection.py",
    "template/syntax": "one sandbox: compose/test_template.py tries to break out of it",
}
"""Files without tests of that name, with the reason."""


def mirrored() -> set[str]:
    names = (path.relative_to(PROGRAM).with_suffix("").as_posix() for path in PROGRAM.rglob("*.py"))
    return {name for name in names if not name.startswith(ELSEWHERE) and not name.rpartition("/")[2].startswith("__")}


def test_every_file_has_tests_of_its_name_or_a_reason_why_not() -> None:
    untested = {
        name for name in mirrored() if not TESTS.joinpath(f"{name}.py").with_stem(f"test_{Path(name).name}").is_file()
    }

    assert untested == set(WITHOUT)
