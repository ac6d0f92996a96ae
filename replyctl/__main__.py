"""The program's entry: the console script, and `python -m replyctl`."""

import gc

# A command makes some ten thousand objects while it starts and keeps them all: looking for garbage among them costs a
# fifth of the start.
gc.set_threshold(100_000)


def run() -> None:
    """Run one command and leave with its exit code."""
    from replyctl.cli.main import main
    from replyctl.cli.streams import leave

    leave(main())


if __name__ == "__main__":
    run()
