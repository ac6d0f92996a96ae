"""`python -m tests.bench`: the speed of the program, measured."""

from tests.bench.start import main

main()
