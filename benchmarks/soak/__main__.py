"""The long forms of what the tests do in short: `make soak`, or `python -m benchmarks.soak [PART]… [--share SHARE]`.

kills: `extract` is killed again and again. fuzz: many inputs, guided by coverage (atheris, the extra soak). growth:
time and memory by the number of articles and by the length of one. cluster: the same records, speed and memory of
Dask's workers. With --share 0.1 a tenth of each.
"""

import argparse

from benchmarks.soak import cluster, fuzz, growth, kills

PARTS = {"kills": kills.main, "growth": growth.main, "cluster": cluster.main, "fuzz": fuzz.main}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS), default=list(PARTS))
    parser.add_argument("--share", type=float, default=1.0)
    options = parser.parse_args()
    for name in options.parts:
        print(f"## {name}", flush=True)
        PARTS[name](options.share)


if __name__ == "__main__":
    main()
