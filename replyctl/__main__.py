"""The entry point: the console script, and `python -m replyctl`."""

import gc

# A command creates some hundred thousand objects and keeps most of them: a garbage collection at start would go through
# all for nothing. With more still it would be felt when a key is pressed.
gc.set_threshold(100_000)


def run() -> None:
    """Run one command and exit with its code."""
    from replyctl.cli.main import main
    from replyctl.cli.streams import leave

    leave(main())


if __name__ == "__main__":
    run()
