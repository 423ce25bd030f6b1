"""A cohort while it runs: what it tells, what may end it, and who else may work."""

import collections
import os
import signal
import subprocess
import sys
import threading
import time

import numpy
import pytest

import vertebra
from conftest import AS_OF, RULES

ENGINE = vertebra.Engine(vertebra.load_rule_set(RULES, "default"))


def cohort(data, outputs=tuple(vertebra.COHORT_OUTPUTS), **options):
    return ENGINE.evaluate_cohort(data, as_of=AS_OF, threads=2, outputs=outputs, **options)


def test_progress_counts_up_to_all_rows():
    seen = []
    data = {"lbp_present": numpy.ones(20_000, bool), "pain_duration": numpy.arange(20_000) % 100}
    cohort(data, outputs=["care"], progress=lambda done, rows: seen.append((done, rows)))
    assert seen[-1] == (20_000, 20_000) and sorted(seen) == seen and {rows for _, rows in seen} == {20_000}


def test_a_progress_callback_may_end_the_run():
    def stop(done, rows):
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        cohort({"lbp_present": numpy.ones(300_000, bool)}, progress=stop)


def test_other_threads_of_python_go_on():
    turns = collections.Counter()
    stop = threading.Event()

    def turn():
        while not stop.is_set():
            turns["other"] += 1
            time.sleep(0.001)

    other = threading.Thread(target=turn)
    other.start()
    # So many rows that the call takes far longer than the few turns asked for.
    cohort({"lbp_present": numpy.ones(10_000_000, bool)}, outputs=["care"], progress=lambda *_: None)
    stop.set()
    other.join()
    assert turns["other"] > 5


def test_ctrl_c_ends_a_run():
    code = (
        "import vertebra, numpy, sys\n"
        f"engine = vertebra.Engine(vertebra.load_rule_set({str(RULES)!r}, 'default'))\n"
        "print('ready', flush=True)\n"
        "try:\n"
        "    engine.evaluate_cohort({'lbp_present': numpy.ones(100_000_000, bool)}, as_of='2026-01-31', outputs=['care'])\n"
        "except KeyboardInterrupt:\n"
        "    print('stopped')\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=os.environ, text=True) as child:
        assert child.stdout.readline() == "ready\n"
        time.sleep(0.5)
        child.send_signal(signal.SIGINT)
        assert child.communicate(timeout=60)[0] == "stopped\n"
