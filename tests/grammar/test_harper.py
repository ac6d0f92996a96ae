"""Harper, the real one."""

import subprocess
import sys
import time

import pytest

from replyctl.grammar.harper import Harper
from replyctl.text.masks import masks

pytest.importorskip("harper", reason="harper-py has no wheel for this platform")


def words(text: str, names: tuple[str, ...] = (), language: str = "en", dialect: str = "") -> list[str]:
    return [text[one.start : one.end] for one in Harper(dialect).check(text, masks(text, names), language)]


def test_it_finds_what_is_misspelt_and_ungrammatical() -> None:
    found = Harper().check("This sentense have a error.", [], "en")

    assert [(one.kind, one.suggestions[0]) for one in found] == [("spelling", "sentence"), ("grammar", "an")]


def test_names_ids_and_quotes_are_left_alone() -> None:
    text = 'Hi Xiuying,\n\nThị has an HW-659 and the SmartLatch; she wrote "it dont wrok".'

    assert words(text, ("Xiuying", "Thị")) == []


def test_offsets_count_code_points() -> None:
    text = "😀🙂 Thank you. This is a sentense."

    assert words(text) == ["sentense"]


@pytest.mark.parametrize("dialect", ["en-US", "en-GB", "en-AU", "en-CA"])
def test_a_dialect_knows_its_own_spelling(dialect: str) -> None:
    own, other = ("color", "colour") if dialect == "en-US" else ("colour", "color")

    assert words(f"The {own} is nice.", dialect=dialect) == []
    assert words(f"The {other} is nice.", dialect=dialect) == [other]


def test_the_reply_s_own_region_is_stronger_than_the_configured_dialect() -> None:
    assert words("The colour is nice.", language="en-GB", dialect="en-US") == []


def test_it_is_built_in_a_thread_and_then_there() -> None:
    engine = Harper("en-AU")
    engine.warm()

    assert engine.check("A fine day.", [], "en") == []


def test_once_it_is_warm_a_word_that_resembles_no_other_is_still_told_and_so_is_what_goes_wrong() -> None:
    engine = Harper()
    engine.warm()
    deadline = time.monotonic() + 30
    while not engine._far and time.monotonic() < deadline:
        time.sleep(0.05)

    found = engine.check("It is Zqxwvk. This is a sentense.", [], "en")

    assert [one.suggestions[0] for one in found] == ["sentence"]


def test_without_the_package_it_says_so() -> None:
    code = (
        "import sys; sys.modules['harper'] = None\n"
        "from replyctl.grammar.proofreader import Proofreader\n"
        "from replyctl.config import Grammar\n"
        "one = Proofreader(Grammar(), 'harper')\n"
        "one.warm(); print(one.check('It is a sentense.', [], 'en'), one.notices(), one.notices(), one.incomplete)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.count("Harper is not installed") == 1
    assert done.stdout.endswith("[] True\n")
    assert not done.stderr


def test_a_program_that_ends_before_it_is_warm_says_nothing() -> None:
    code = (
        "import threading, concurrent.futures.thread as pool; pool._python_exit()\n"  # as the program's end does
        "from replyctl.grammar.proofreader import Proofreader\n"
        "from replyctl.config import Grammar\n"
        "Proofreader(Grammar(), 'harper').warm(); [one.join() for one in threading.enumerate() if one.daemon]"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not done.stderr


def test_a_panic_while_it_is_built_is_told_like_any_other_failure() -> None:
    code = (
        "import harper\n"
        "class Panic(BaseException): pass\n"
        "def panic(*_): raise Panic('out of memory')\n"
        "harper.Linter = panic\n"
        "from replyctl.grammar.proofreader import Proofreader\n"
        "from replyctl.config import Grammar\n"
        "one = Proofreader(Grammar(), 'harper')\n"
        "one._warm(); print(one.check('It is a sentense.', [], 'en'), one.notices(), one.incomplete)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.count("Harper failed: out of memory") == 1
    assert done.stdout.endswith("True\n")
    assert not done.stderr


@pytest.mark.parametrize("word", ["colour", "color", "cancelled", "organised", "metres", "catalog", "enquiry"])
def test_without_a_dialect_every_region_s_spelling_is_right(word: str) -> None:
    assert words(f"Our {word} is nice.") == []


def test_a_word_made_with_a_common_prefix_is_no_slip() -> None:
    text = "The lamp was rehung, and the box is unlabelled."

    assert [text[one.start : one.end] for one in Harper().check(text, [], "en-GB")] == []
