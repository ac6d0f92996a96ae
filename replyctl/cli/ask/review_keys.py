"""The keys of the review in one table: label and action."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from replyctl import paths
from replyctl.clean import clean, printable
from replyctl.cli.ask.outcome import brief, is_yes
from replyctl.cli.ask.problem_keys import explain, fix, silence
from replyctl.cli.ask.review_state import BACK, DONE, LEAVE, Key
from replyctl.compose.prompts import Prompt
from replyctl.errors import ValueRefused

if TYPE_CHECKING:
    from replyctl.cli.ask.revision import Revision
    from replyctl.compose.reply import Reply

SUBJECT = "Subject line"
"""Label of the subject in the list of values."""


def copy(revision: Revision, reply: Reply) -> str:
    """Copy the body to the clipboard."""
    return f"Body: {_copied(revision.services.as_sent(reply).body)}"


def copy_subject(_revision: Revision, reply: Reply) -> str:
    """Copy the subject to the clipboard."""
    return f"Subject: {_copied(reply.subject)}"


def edit(revision: Revision, _reply: Reply) -> str:
    """Open the agent's editor."""
    return revision.edit()


def save(revision: Revision, reply: Reply) -> str:
    """Save to a file; ask before one is replaced."""
    name: str | None = "reply.txt"
    while name is not None:
        asked = Prompt("file", "Save to which file?", default="reply.txt", validator=_is_file_name)
        name = revision.put(asked, name)
        if name is not None and _may_write(revision, path := _path(name)):
            revision.services.save(reply, path)
            return f"saved to {path}"
    return ""


def _may_write(revision: Revision, path: Path) -> bool:
    """Whether there is no such file, or the agent wants it replaced."""
    if not path.exists():
        return True
    question = f"{printable(str(path))} is there already. Replace it?"
    asked = Prompt("replace", question, "bool", default="no", validator=_yes_or_no)
    return is_yes(asked, revision.put(asked, "no") or "no")


def go_back(revision: Revision, _reply: Reply) -> str:
    """Ask the last question again, from where the agent can go further back."""
    interview, before = revision.interview, revision.interview.composition
    if not interview.asked and not interview.picked:
        return "nothing was asked: q leaves, v changes a value"
    interview.fill(len(interview.asked) - 1)
    if interview.composition is not before:
        revision.as_rendered()
    return ""


def turn_parts(revision: Revision, _reply: Reply) -> str:
    """Toggle the only part, or choose from a list of several."""
    parts = [one for one in revision.interview.composition.prompts() if one.name.startswith("parts.")]
    said = ""
    if not parts:
        return "this reply has no optional parts"
    if len(parts) == 1:
        on = not _is_on(parts[0])
        _turn(revision, parts[0], on=on)
        said = f"{parts[0].ask} Now: {'yes' if on else 'no'}"
    else:
        chosen = "\n".join(one.ask for one in parts if _is_on(one))
        listed = tuple(one.ask for one in parts)
        check = partial(_listed, listed)
        asked = Prompt("parts", "Which parts?", "multi", choices=listed, optional=True, validator=check)
        marked = revision.put(asked, chosen)
        for one in parts if marked is not None else ():
            _turn(revision, one, on=one.ask in (marked or "").splitlines())
    revision.interview.fill()
    return said


def change_value(revision: Revision, _reply: Reply) -> str:
    """Pick a value, or the subject, from a list and ask for it again."""
    labels = tuple(f"{one.ask}  {' '.join(brief(one).split())}" for one in revision.interview.composition.prompts())
    subject = f"{SUBJECT}  {revision.reply().subject}"
    choices = (*labels, subject)
    chosen = revision.put(
        Prompt("value", "Which one?", "choice", choices=choices, validator=partial(_listed, choices)), labels[0]
    )
    if chosen is None:
        return ""
    return _change_subject(revision) if chosen == subject else revision.change(labels.index(chosen))


def _change_subject(revision: Revision) -> str:
    subject = revision.put(Prompt("subject", "Subject"), revision.reply().subject)
    if subject is not None:
        revision.subject = clean(subject)
        revision.interview.keep()
    return ""


def _turn(revision: Revision, part: Prompt, *, on: bool) -> None:
    interview = revision.interview
    interview.composition = interview.composition.answer(part.name, "yes" if on else "no")
    if part.name not in interview.asked:
        interview.asked.append(part.name)
    revision.as_rendered()


def _is_on(part: Prompt) -> bool:
    return is_yes(part, part.answered or part.default)


def _copied(text: str) -> str:
    from replyctl.deliver import clipboard

    return clipboard.copy(text)


def _path(text: str) -> Path:
    """The typed path. ValueRefused if it begins with ~ and the home folder is unknown."""
    if path := paths.expanded(text.strip()):
        return path
    raise ValueRefused("the home folder is unknown: type the whole path")


def _listed(choices: tuple[str, ...], text: str) -> None:
    """ValueRefused for what is not in the list: in lines, anything can be typed."""
    if not {*text.splitlines()} <= {*choices}:
        raise ValueRefused(f"type numbers from 1 to {len(choices)}, or {LEAVE} to go back")


def _is_file_name(text: str) -> None:
    if not text.strip():
        raise ValueRefused("type a file name")
    if _path(text).is_dir():
        raise ValueRefused("this is a folder: add a name")


def _yes_or_no(text: str) -> bool:
    """ValueRefused for anything else."""
    answers = {"y": True, "yes": True, "n": False, "no": False}
    if text.strip().casefold() not in answers:
        raise ValueRefused("type yes or no")
    return answers[text.strip().casefold()]


def _out(_revision: Revision, _reply: Reply) -> str:
    """Do nothing: this key leaves the review."""
    return ""


KEYS = (
    Key("f", "fix", fix, of_problem=True),
    Key("i", "accept", silence, of_problem=True),
    Key("?", "explain", explain, of_problem=True),
    Key("c", "copy", copy, gives_out="copies it"),
    Key("s", "copy subject", copy_subject),
    Key("e", "edit", edit),
    Key("v", "values", change_value, rewrites=True),
    Key("p", "parts", turn_parts, rewrites=True, also="space"),
    Key("w", "save", save, gives_out="saves it"),
    Key(DONE, "done", _out, also="enter", gives_out="hands it out"),
    Key(BACK, "questions", go_back, rewrites=True, also="escape"),
    Key(LEAVE, "leave", _out),
)
"""In display order."""
