"""What the keys of the review do: copy, edit, change a value, turn a part, save; until the reply is done or left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from replyctl import paths
from replyctl.clean import clean
from replyctl.cli.ask import editor
from replyctl.cli.ask.sheet import Sheet
from replyctl.cli.ask.step import Around, brief, is_yes
from replyctl.compose.page.edited import with_body
from replyctl.compose.prompts import Prompt
from replyctl.errors import Interrupted, OutputError, ReplyctlError, ValueRefused

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from replyctl.cli.ask.face import Face
    from replyctl.cli.ask.interview import Interview
    from replyctl.cli.ask.tty import Terminal
    from replyctl.compose.reply import Reply
    from replyctl.lint.problem import Problem
    from replyctl.reading.answers import Answer

SUBJECT = "Subject line"
"""How the list of values calls what is no value but can be changed like one."""


@dataclass(frozen=True, slots=True)
class Services:
    """What the review does to a reply by means of the rooms below."""

    problems: Callable[[Reply], Sequence[Problem]]
    """What lint finds."""
    held: Callable[[Sequence[Problem]], str]
    """Why such a reply is not printed, "" if it is."""
    save: Callable[[Reply, Path], None]
    """Writes a file. Raises OutputError."""
    answers: Callable[[Reply], Sequence[Answer]]
    """What the reply does about the customer's questions."""
    as_sent: Callable[[Reply], Reply]
    """Without what only speaks to lint."""


@dataclass(slots=True)
class Revision:
    """A interview whose questions are answered, and what the agent changed in the text itself."""

    terminal: Terminal
    face: Face
    interview: Interview
    services: Services
    folder: Callable[[], Path | None]
    """Where the reply is kept, None where it is not."""
    body: str | None = None
    """The body as edited, None while it is as rendered."""
    subject: str | None = None
    """The subject as changed, None while it is as rendered."""
    _sure: str = ""
    """The action that was asked for although it undoes the edits; done when it is asked for again."""

    def run(self, *, edit: bool) -> Reply:
        """Until the agent is done. Raises Interrupted when the agent leaves, TemplateError, MissingValues."""
        notice, scroll = self._edit() if edit else self._nobody(), 0
        while True:
            reply = self.reply()
            found = sorted(self.services.problems(reply), key=lambda one: -one.severity)
            sheet = Sheet(reply, found, self.services.held(found), notice, scroll, self.services.answers(reply))
            action = self.face.review(sheet)
            scroll = sheet.scroll
            if action == "done":
                return reply
            if action == "leave":
                self.interview.keep()
                raise Interrupted("stopped")
            notice = self._do(action, reply)

    def _nobody(self) -> str:
        """The notice about a name that was typed and names nobody; one that came otherwise was told at the start."""
        name = self.interview.composition.values.get("customer.name")
        return self.interview.composition.nobody if name and name.origin == "asked" else ""

    def reply(self) -> Reply:
        """As rendered, with what the agent changed in it."""
        rendered = self.interview.composition.reply()
        if self.subject is not None:
            rendered = replace(rendered, subject=self.subject)
        return rendered if self.body is None else with_body(rendered, self.body)

    def _do(self, action: str, reply: Reply) -> str:
        """What one key does, and what the agent is told of it."""
        before, self._sure = self._sure, ""
        edited = self.body is not None or self.subject is not None
        if edited and action not in {"copy", "subject", "edit", "save", before}:
            self._sure = action
            return "A changed value writes the text anew, without your edits. The same key again goes on."
        doers: dict[str, Callable[[], str]] = {
            "copy": lambda: f"Body: {_copied(self.services.as_sent(reply).body)}",
            "subject": lambda: f"Subject: {_copied(reply.subject)}",
            "edit": self._edit,
            "save": lambda: self._save(reply),
            "parts": self._parts,
            "change": self._choose,
        }
        try:
            return doers[action]() if action in doers else self._change(int(action) - 1)
        except Interrupted:
            raise
        except ReplyctlError as error:
            return f"{error.message}{f' ({error.hint})' if error.hint else ''}"

    def _edit(self) -> str:
        self.interview.keep()
        try:
            edited = editor.edit(self.terminal, self.reply().body, self.folder())
        except OutputError as error:
            return f"{error.message}{f' ({error.hint})' if error.hint else ''}"
        if edited == self.reply().body:
            return "nothing was changed"
        self.body = edited
        self.interview.keep()
        return "edited"

    def _save(self, reply: Reply) -> str:
        prompt = Prompt("file", "Save to which file?", default="reply.txt", validator=_new)
        name = self._asked(prompt, "reply.txt")
        if name is None:
            return ""
        path = _path(name)
        self.services.save(reply, path)
        return f"saved to {path}"

    def _asked(self, prompt: Prompt, text: str) -> str | None:
        """The answer to a question of the review's own; None if the agent went back. Raises Interrupted."""
        step = self.face.ask(prompt, text, Around())
        if step.to == "leave":
            self.interview.keep()
            raise Interrupted("stopped")
        return step.text if step.to == "next" else None

    def _parts(self) -> str:
        parts = [one for one in self.interview.composition.prompts() if one.name.startswith("parts.")]
        if not parts:
            return "this reply has no optional parts"
        if len(parts) == 1:
            self._answer(parts[0], on=not _is_on(parts[0]))
        else:
            labels = [one.ask for one in parts]
            chosen = "\n".join(one.ask for one in parts if _is_on(one))
            prompt = Prompt("parts", "Which parts?", "multi", choices=tuple(labels), optional=True)
            marked = self._asked(prompt, chosen)
            for one in parts if marked is not None else ():
                self._answer(one, on=one.ask in (marked or "").splitlines())
        self.interview.fill()
        return ""

    def _answer(self, part: Prompt, *, on: bool) -> None:
        self.interview.composition = self.interview.composition.answer(part.name, "yes" if on else "no")
        if part.name not in self.interview.asked:
            self.interview.asked.append(part.name)
        self._as_rendered()

    def _as_rendered(self) -> None:
        self.body = self.subject = None
        self.interview.keep()

    def _choose(self) -> str:
        prompts = self.interview.composition.prompts()
        labels = tuple(f"{one.ask}  {' '.join(brief(one).split())}" for one in prompts)
        subject = f"{SUBJECT}  {self.reply().subject}"
        chosen = self._asked(Prompt("value", "Which one?", "choice", choices=(*labels, subject)), labels[0])
        if chosen is None:
            return ""
        return self._change_subject() if chosen == subject else self._change(labels.index(chosen))

    def _change(self, index: int) -> str:
        prompts = self.interview.composition.prompts()
        if index >= len(prompts):
            return f"there is no value {index + 1}"
        before = self.interview.composition
        self.interview.change(prompts[index].name)
        if self.interview.composition is not before:
            self._as_rendered()
        return ""

    def _change_subject(self) -> str:
        subject = self._asked(Prompt("subject", "Subject"), self.reply().subject)
        if subject is not None:
            self.subject = clean(subject)
            self.interview.keep()
        return ""


def _copied(text: str) -> str:
    from replyctl.deliver import clipboard  # noqa: PLC0415 - looks for the system's clipboard

    return clipboard.copy(text)


def _is_on(part: Prompt) -> bool:
    return is_yes(part, part.answered or part.default)


def _path(text: str) -> Path:
    """The file that was typed. ValueRefused where it is in a home folder that is not known."""
    if path := paths.expanded(text.strip()):
        return path
    raise ValueRefused("the home folder is not known")


def _new(text: str) -> None:
    if not text.strip():
        raise ValueRefused("a file needs a name")
    if _path(text).exists():
        raise ValueRefused("there is such a file already")
