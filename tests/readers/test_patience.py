"""The clock that interrupts what takes too long."""

from __future__ import annotations

import signal
import time
from contextlib import suppress
from types import FunctionType

import pytest

from macros.readers.patience import OutOfPatienceError, patience


def _work(seconds: float) -> None:
    """Keep the processor busy; the clock counts that alone."""
    ends = time.process_time() + seconds
    while time.process_time() < ends:
        sum(range(1000))


@pytest.fixture(autouse=True)
def _no_clock_is_left() -> object:
    """No test leaves a clock that goes on, or changes what is done when it strikes."""
    before = signal.getsignal(signal.SIGPROF)
    yield
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)
    assert signal.getsignal(signal.SIGPROF) == before


def test_it_strikes_again() -> None:
    """Where somebody has caught the error, as callbacks of the interpreter do, it comes again."""
    done = []

    def work() -> None:
        with suppress(OutOfPatienceError):
            _work(20)
        done.append("caught")
        _work(20)

    with pytest.raises(OutOfPatienceError), patience(0.1):
        work()
    assert done == ["caught"]


def test_within_another_one() -> None:
    """What is within takes no longer than what is around it, whose clock goes on afterwards."""
    done = []

    def work() -> None:
        for seconds in (0.1, 20):
            with suppress(OutOfPatienceError), patience(seconds):
                _work(20)
            done.append(seconds)
        _work(20)

    with pytest.raises(OutOfPatienceError), patience(0.3):
        work()
    assert done[:1] == [0.1]


def test_work_that_is_done() -> None:
    """Work that ends in time is not interrupted, nor is what comes after it."""
    with patience(0.2):
        _work(0.01)
    _work(0.3)


def _loop(done: list[str]) -> None:
    for _ in range(10**6):
        pass
    done.append("measured")


def test_what_measures_is_left_alone() -> None:
    """It strikes in no function of a tool that measures, whose lock would be kept; then it does."""
    measured = FunctionType(_loop.__code__, {"__name__": "coverage.collector"})
    done: list[str] = []

    def work() -> None:
        measured(done)
        _work(5)
        done.append("worked")

    with patience(0.001), pytest.raises(OutOfPatienceError):
        work()
    assert done == ["measured"]
