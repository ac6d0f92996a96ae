"""How each question of a mail is answered, on a terminal that cannot move its cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from replyctl.clean import clean
from replyctl.cli.ask.plain import BACK, SHOWN
from replyctl.cli.ask.review_state import LEAVE
from replyctl.compose.start import HowAnswered

if TYPE_CHECKING:
    from replyctl.cli.ask.one_by_one import Decision, Questions
    from replyctl.cli.ask.picker.catalogue import Catalogue
    from replyctl.cli.ask.tty import Terminal

TYPED, LATER, NONE, WHOLE = "t", "l", "o", "a"
_ASK = (
    f"Numbers to pick, words to search for, {TYPED} types it last, {LATER} answers later by a date, "
    f"{NONE} no question, {WHOLE} one reply to all, {BACK} back, {LEAVE} leaves: "
)


def decide(terminal: Terminal, catalogue: Catalogue, questions: Questions) -> Decision:
    """How the question at hand is answered."""
    terminal.write("".join(f"{line}\n" for _, line in questions.lines()))
    found = catalogue.find("")[:SHOWN]
    while True:
        for number, name in enumerate(found, 1):
            terminal.write(f"  {number} {catalogue.title(name)} ({name})\n")
        terminal.write("" if found else "nothing found\n")
        line = terminal.read_line(_ASK)
        word = LEAVE if line is None else line.strip().lower()
        if word in _ways(questions.current):
            return _ways(questions.current)[word]
        numbers = word.replace(",", " ").split()
        if numbers and all(one.isdecimal() and 1 <= int(one) <= len(found) for one in numbers):
            names = tuple(found[int(one) - 1] for one in dict.fromkeys(numbers))
            return HowAnswered(questions.current, names)
        found = catalogue.find(clean(word))[:SHOWN]


def _ways(question: str) -> dict[str, Decision]:
    """What a letter stands for."""
    return {
        LEAVE: None,
        BACK: "back",
        WHOLE: "whole",
        NONE: "none",
        TYPED: HowAnswered(question),
        LATER: HowAnswered(question, later=True),
    }
