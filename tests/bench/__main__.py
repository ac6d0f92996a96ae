"""`python -m tests.bench [start|keys|throughput|memory|proofread]`: the speed of the program, measured."""

import sys

from tests.bench import keys, memory, proofread, start, throughput

BENCHES = {
    "start": start.main,
    "keys": keys.main,
    "throughput": throughput.main,
    "memory": memory.main,
    "proofread": proofread.main,
}

name, *arguments = sys.argv[1:] or ["start"]
if name in BENCHES:
    BENCHES[name](arguments)
elif name.startswith("-"):
    start.main([name, *arguments])
else:
    sys.exit(f"no bench '{name}': {', '.join(BENCHES)}")
