"""Any input: no exception but ours, all offsets hold, and none takes long.

Guided by coverage where atheris is installed (the extra soak), else random changes of German sentences.
"""

import json
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from peacetalks_cli.errors import InputError
from peacetalks_cli.extract import _annotator, extract
from peacetalks_cli.facts import KINDS, Article
from peacetalks_cli.german import numerals, timex
from peacetalks_cli.read.decode import decode
from peacetalks_cli.read.header import article
from peacetalks_cli.read.jsonl import articles

INPUTS = 100_000
SLOWEST = 2.0  # seconds of the processor for one input of a few kilobytes
_SEEDS = (
    "Wladimir Putin sprach am 24. Januar 2026 in Moskau mit 375 Gästen aus der Ukraine.",
    "Nach Angaben der Luftwaffe griffen gut zwei Dutzend Drohnen an, 3,5 Millionen Euro Schaden, minus 17 Grad.",
    "Vom 3. bis zum 5. Februar, übermorgen um halb acht, seit anderthalb Jahren, Ende März 2024, in den 90er-Jahren",
    "zweihundertfünfunddreißigtausendvierhundert, ein Viertel, 1.234.567,89, dreißig bis vierzig, weder 5 noch 6",
    '{"text": "Kiew (dpa) – Es war kalt.", "published": "2026-01-25"}\n{"text": ""}\nkein JSON\n',
    "Stand: 07.02.2026 15:56 Uhr\r\n\r\n=HYPERLINK(1)\x1b[31m\u202e\ud800",
)


_GUIDED = """
import sys, atheris
with atheris.instrument_imports(include=["peacetalks_cli"]):
    from benchmarks.soak import fuzz
fuzz.guided(atheris, int(sys.argv[1]))
"""


def main(share: float) -> None:
    """In a process of its own: atheris ends the one it runs in."""
    inputs = max(1000, round(INPUTS * share))
    if find_spec("atheris") is not None:
        subprocess.run([sys.executable, "-c", _GUIDED, str(inputs)], check=True)
        print(f"{inputs} inputs, guided by coverage: no exception but ours, offsets hold, none took {SLOWEST} s")
        return
    print("atheris is not installed (pip install -e '.[soak]'): random changes instead of guided ones", flush=True)
    warm()
    for index, data in enumerate(random_inputs(inputs)):
        try:
            check(data)
        except Exception:
            print(f"input {index}: {data!r}", file=sys.stderr)
            raise
    print(f"{inputs} inputs: no exception but ours, offsets hold, none took {SLOWEST} s")


def warm() -> None:
    """Loads the pipeline and all tables, which no input is to be blamed for."""
    for part in (_reading, _numerals, _dates, _whole):
        part(_SEEDS[0].encode())


def check(data: bytes) -> None:
    """One input for the part that its first byte says. Raises whatever is wrong."""
    begin = time.process_time()
    target, data = (data[0] if data else 0), data[1:]
    share = target % 20
    (_reading if share < 8 else _numerals if share < 13 else _dates if share < 18 else _whole)(data)
    taken = time.process_time() - begin
    assert taken < SLOWEST, f"{taken:.1f} s"


def _reading(data: bytes) -> None:
    try:
        text, _ = decode(data, "x")
        found = article(text, "x")
        assert all(0 <= start <= end <= len(text) for start, end in found.masked)
        for one in articles(BytesIO(data), "x", lambda _: None, lambda _: None):
            json.dumps(one.text)
    except InputError as error:
        assert "\n" not in str(error)


def _numerals(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for found in numerals.find(text):
        assert 0 <= found.start < found.end <= len(text)


def _dates(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for found in timex.find(text, date(2026, 1, 25)):
        assert text[found.start : found.end] == found.text


def _whole(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    if not text.strip():
        return
    record = extract(Article(text, "x", published="2026-01-25"), _annotator(None, None)).as_json()
    for fact in (mention for kind in KINDS for one in record[kind] for mention in one.get("mentions", [one])):
        assert text[fact["start"] : fact["end"]] == fact["text"], fact


def random_inputs(number: int, seed: int = 1) -> Iterator[bytes]:
    """Pieces of the seeds, put together, cut, and with bytes changed."""
    chance = random.Random(seed)
    seeds = [text.encode("utf-8", "replace") for text in _SEEDS]
    for _ in range(number):
        data = bytearray(b" ".join(chance.choice(seeds) for _ in range(chance.randint(1, 3))))
        for _ in range(chance.randint(0, 8)):
            at = chance.randrange(len(data))
            match chance.randrange(4):
                case 0:
                    data[at] = chance.randrange(256)
                case 1:
                    del data[at : at + chance.randint(1, 20)]
                    data += b"."
                case 2:
                    data[at:at] = data[: chance.randint(1, 30)]
                case _:
                    data[at:at] = chance.choice(seeds)[: chance.randint(1, 40)]
        yield bytes([chance.randrange(256)]) + bytes(data)


def guided(atheris: Any, inputs: int) -> None:
    """Lets atheris look for inputs, beginning with random changes of ours; it ends the process."""
    warm()
    with TemporaryDirectory() as name:
        for index, data in enumerate(random_inputs(200)):
            (Path(name) / str(index)).write_bytes(data)
        options = [f"-runs={inputs}", "-max_len=4096", "-seed=1", "-verbosity=0", name]
        atheris.Setup([sys.argv[0], *options], check)
        atheris.Fuzz()
