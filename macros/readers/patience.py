"""How long a document may take: whatever hangs on it, a library or a pattern, is given up.

A regular expression of a provider's file can take for ever on a long line, and no reader can tell
beforehand. A clock interrupts it; where there is none (outside the main thread, on Windows), the
document takes as long as it takes.
"""

from __future__ import annotations

import gc
import signal
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

# What can be done with a document that takes too long.
CUT_IT = (
    "Cut it between rows into several files, each with the headings of its tables: `add-revision"
    " PROVIDER FILE FILE …` takes them in as one revision, and `new-provider` the first one, to"
    " which `add-revision PROVIDER FILE … --of REVISION` adds the others."
)


class OutOfPatienceError(BaseException):
    """The work within `patience` has taken too long.

    No `Exception`, which libraries catch that do not know of it.
    """


# Seconds until it is raised again where somebody has caught it all the same: an error in a callback
# of the garbage collector, say, is printed and lost.
_AGAIN = 1.0
# What measures a program while it runs would keep its lock for ever; it is done in a moment.
_MEASURES = "coverage."
_MOMENT = 0.001


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let nobody look for garbage among millions of new objects while the work within makes them.

    What is lost in circles is found afterwards.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def patience(seconds: float) -> Iterator[None]:
    """Raise an error in the work within, once it has taken so many seconds of the processor.

    A busy machine, on which a clock on the wall goes on, makes no document a bad one.

    Raises:
        OutOfPatienceError: from wherever the work is at that moment.
    """
    in_main_thread = threading.current_thread() is threading.main_thread()
    if not (hasattr(signal, "setitimer") and in_main_thread):
        yield
        return

    def interrupt(_: int, frame: FrameType | None) -> None:
        if frame and str(frame.f_globals.get("__name__")).startswith(_MEASURES):
            signal.setitimer(signal.ITIMER_PROF, _MOMENT, _AGAIN)
            return
        raise OutOfPatienceError

    began = time.process_time()
    handler = signal.signal(signal.SIGPROF, interrupt)
    others, again = signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    if 0 < others < seconds:  # nothing within takes longer than what is around it
        signal.setitimer(signal.ITIMER_PROF, others, _AGAIN)
    try:
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    finally:  # also where the time was over on the way to the line above
        # A clock that somebody else has set goes on.
        left = max(others - (time.process_time() - began), 0.001) if others else 0
        signal.signal(signal.SIGPROF, handler)
        signal.setitimer(signal.ITIMER_PROF, left, again)
