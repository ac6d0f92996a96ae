"""Picker, questions and review for a terminal that cannot move its cursor: plain lines only.

Only the terminal's own editing works (Backspace, Ctrl-U, Ctrl-W). `<` alone goes back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from replyctl.clean import clean
from replyctl.cli.ask.outcome import Outcome, Surroundings, is_yes
from replyctl.cli.ask.picked import Picked
from replyctl.cli.ask.problem_text import place, shown_fix
from replyctl.cli.ask.review_state import DONE, LEAVE, ReviewState
from replyctl.cli.ask.unfinished_choice import Choice
from replyctl.text.breaks import broken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from replyctl.cli.ask.picker.catalogue import Catalogue
    from replyctl.cli.ask.tty import Terminal
    from replyctl.compose.prompts import Prompt

SHOWN = 9
"""Snippets listed at once, so that one digit picks."""
BACK = "<"
END = "."
"""On a line alone: ends an answer of several lines."""


def pick(terminal: Terminal, catalogue: Catalogue, before: Picked) -> Picked | None:
    """Words narrow the list, numbers (separated by spaces or commas) pick from it; see `picker.pick`."""
    query = before.query
    found = catalogue.find(query)[:SHOWN]
    while True:
        for number, name in enumerate(found, 1):
            terminal.write(f"{number} {catalogue.title(name)} ({name})\n")
        terminal.write("" if found else "nothing found\n")
        line = terminal.read_line(
            f"Words to search for, or numbers to pick, 0 for a reply of your own, {LEAVE} leaves: "
        )
        if line is None or line.strip().lower() == LEAVE:
            return None
        if line.strip() == "0":
            return Picked((), query)
        numbers = line.replace(",", " ").split()
        if numbers and all(word.isdecimal() and 1 <= int(word) <= len(found) for word in numbers):
            return Picked(tuple(found[int(word) - 1] for word in dict.fromkeys(numbers)), query)
        query = clean(line)
        found = catalogue.find(query)[:SHOWN]


def choose(terminal: Terminal, lines: Sequence[str], notice: str) -> Choice:
    """A number goes on with an unfinished reply, `d` and a number drops it."""
    for number, line in enumerate(lines, 1):
        terminal.write(f"{number} {line}\n")
    terminal.write(f"{notice}\n" if notice else "")
    rows = {str(row + 1): row for row in range(len(lines))}
    while (typed := terminal.read_line(f"A number goes on, d and a number drops, {LEAVE} leaves [1]: ")) is not None:
        word = typed.strip().lower() or "1"
        if word == LEAVE:
            break
        if (typed_number := word.removeprefix("d").strip()) in rows:
            return Choice("drop" if word.startswith("d") else "resume", rows[typed_number])
    return Choice("leave")


def ask(terminal: Terminal, prompt: Prompt, text: str, around: Surroundings) -> Outcome:
    """Ask until a line answers the question."""
    if around.heading and not around.trail:
        terminal.write(f"{around.heading}  {around.place}\n")
    for number, choice in enumerate(prompt.choices, 1):
        terminal.write(f"  {number} {choice}\n")
    for told in filter(None, (around.notice, *_sentences(around, text), around.refused)):
        _tell(terminal, told)
    while True:
        line = _read(terminal, prompt, text)
        if line is None:
            return Outcome("leave", text)
        if line.strip() == BACK or (line.strip() == LEAVE and prompt.choices and not around.heading):
            return Outcome("back", text)
        answer = _answer(prompt, line, text)
        refused = prompt.check(answer)
        if refused is None:
            printed = prompt.printed(answer) if answer.strip() else ""
            terminal.write(f"  = {printed}\n" if printed and printed != answer.strip() else "")
            return Outcome("next", answer)
        _tell(terminal, refused)


def _tell(terminal: Terminal, text: str, start: str = "  ", hang: str = "  ") -> None:
    """A text on lines that break between words."""
    for part in text.split("\n"):
        for line in broken(part, terminal.size()[0], start=start, hang=hang):
            terminal.write(f"{line}\n")


def _sentences(around: Surroundings, text: str) -> list[str]:
    """The sentences of the reply that the question is about."""
    sketch = around.sketch(text) if around.sketch else None
    return [sketch.body.text[slice(*one)] for one in sketch.body.sentences] if sketch else []


def _read(terminal: Terminal, prompt: Prompt, text: str) -> str | None:
    shown = ("Y/n" if is_yes(prompt, text) else "y/N") if prompt.kind.gives == "bool" else clean(text)
    example = f" (e.g. {prompt.example})" if prompt.example and not text else ""
    default = f" [{shown}]" if shown else ""
    if prompt.choices or not prompt.kind.lines:
        return terminal.read_line(f"{prompt.ask}{example}{default}: ")
    lines: list[str] = []
    label = f"{prompt.ask}{example}{default} (a line with only {END} ends it):\n"
    while (line := terminal.read_line(label if not lines else "")) is not None:
        if line == END or (not lines and line.strip() in {"", BACK}):
            return "\n".join(lines) or line.strip().removesuffix(END)
        lines.append(line)
    return None


def _answer(prompt: Prompt, line: str, text: str) -> str:
    if not line.strip():
        return text
    if prompt.choices:
        words = [word.strip() for word in line.split(",")]
        numbered = {str(number): choice for number, choice in enumerate(prompt.choices, 1)}
        return "\n".join(numbered.get(word, word) for word in words)
    return clean(line, newlines=prompt.kind.lines)


@dataclass(slots=True)
class PlainReview:
    """Prints the reply when it has changed, and asks for a letter."""

    terminal: Terminal
    _printed: list[object] = field(default_factory=list)

    def __call__(self, state: ReviewState) -> str:
        """What the agent chose: the letter of a key, or a digit for the value of that number."""
        if state.reply not in self._printed:
            self._printed = [state.reply]
            _tell(self.terminal, f"\nSubject: {state.reply.subject}\n\n{state.reply.body}", start="", hang="")
            for number, problem in enumerate(state.problems, 1):
                where = f"{problem.severity} {place(problem)} {problem.rule}"
                fix = f" ({shown_fix(problem)})" if problem.fix else ""
                _tell(self.terminal, f"{number} {where}: {problem.message}{fix}", start="")
            for answer in state.answers:
                self.terminal.write(f"{answer.status}: {answer.question.text}\n")
        if state.unseen:
            self.terminal.drain()
        for line in (state.held, state.notice):
            self.terminal.write(f"{line}\n" if line else "")
        return self._letter(state)

    def _letter(self, state: ReviewState) -> str:
        letters = ", ".join(f"{key.letter} {key.label}" for key in state.useful)
        numbered = " (f, i and ? with the number of a problem)" if state.problems else ""
        known = {*(key.letter for key in state.keys), *"123456789"}
        while (line := self.terminal.read_line(f"{letters}{numbered} [{DONE}]: ")) is not None:
            chosen, _, number = (line.strip().lower() or DONE).partition(" ")
            if number.isdecimal() and 1 <= int(number) <= len(state.problems):
                state.current = int(number) - 1
            elif number:
                continue
            if chosen in known:
                return chosen
        return LEAVE
