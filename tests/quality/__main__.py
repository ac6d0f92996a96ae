"""`python -m tests.quality`: the rules' judgement, measured on our labelled replies and on real text."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from replyctl.config import Grammar
from replyctl.grammar.proofreader import Proofreader
from replyctl.lint.problem import Severity
from replyctl.lint.proof import Proof
from tests.quality import apology, real
from tests.quality.labelled import FOLDER, HELD_OUT, LANGUAGES, PROOF, SLIPS, Result, Score, measure

SETS = (
    ("Labelled replies of our own", FOLDER, None),
    ("\nA second set, written later by others: what the rules were not tuned on at the first look", HELD_OUT, None),
    ("\nA third set: slips of typing, labelled by somebody who knew no engine and no word list", SLIPS, PROOF),
)


def row(name: str, score: Score) -> str:
    """One line of the table."""
    counts = f"{score.right:7}{score.wrong:7}{score.missed:8}"
    return f"{name:28}{counts}{score.precision:11.2f}{score.recall:8.2f}"


def table(result: Result) -> Iterator[str]:
    """What one language's labelled replies gave."""
    yield f"\n{result.language}: rule{'right':>{31 - len(result.language)}}{'wrong':>7}{'missed':>8}{'precision':>11}{'recall':>8}"
    for name, score in result.rules.items():
        if score.right or score.wrong or score.missed:
            yield row(name, score)
    for level in sorted(Severity, reverse=True):
        yield row(f"= {level}", result.by_level[level])
    yield row("= error and warning", result.firm)
    clean = result.clean or 1
    yield (
        f"{result.clean} clean replies: {100 * (1 - result.clean_flagged / clean):.0f} % without error or warning, "
        f"{result.clean_suggestions / clean:.2f} suggestions each"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description="The rules' judgement, measured.")
    parser.add_argument("--faults", action="store_true", help="each labelled reply that was judged otherwise")
    parser.add_argument("--hits", type=int, metavar="N", default=3, help="examples of each kind of hit (default: 3)")
    parser.add_argument("--held-out", action="store_true", help="also the half of the apologies kept for the end")
    parser.add_argument("--grammar", choices=("auto", "harper", "languagetool"), help="an engine proofreads as well")
    options = parser.parse_args()
    proof = Proof(Proofreader(Grammar(), options.grammar)) if options.grammar else None
    for title, folder, selection in SETS:
        print(title)
        for result in (measure(language, selection, folder, proof) for language in LANGUAGES):
            print("\n".join([*table(result), *(result.faults if options.faults else ())]))
    data = real.folder()
    if data is None:
        sys.exit("\nReal text: not measured, since it is not here; REPLYCTL_DATA names its folder.")
    print_real(data, options.hits, held_out=options.held_out)


def print_real(data: Path, examples: int, *, held_out: bool) -> None:
    """What real text gave."""
    print(f"\nReal text ({data}); fragments, so without the rules about a whole mail")
    for source in real.SOURCES:
        print("\n" + "\n".join(real.report(real.measure(data, source), examples=examples)))
    print(f"\nvague-apology against two readers, tuning half: {apology.measure(data, apology.TUNING)}")
    if held_out:
        print(f"vague-apology against two readers, held-out half: {apology.measure(data, apology.HELD_OUT)}")


if __name__ == "__main__":
    main()
