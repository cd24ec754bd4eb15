"""Runs commands and says what they cost: processor time, wall time and peak memory."""

import os
import shlex
import signal
import statistics
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass, field


class Failed(Exception):
    """A command that failed, and the last line it said."""

    def __init__(self, text, reason=None):
        super().__init__(text)
        self.reason = reason or text


class TooLong(Exception):
    """A command that was stopped at the limit, with what it had cost by then."""

    def __init__(self, text, cost):
        super().__init__(text)
        self.cost = cost


@dataclass
class Cost:
    """What a run cost: seconds of processor (user and system) and wall, peak in bytes."""

    processor: float = 0.0
    wall: float = 0.0
    peak: int = 0
    commands: list[str] = field(default_factory=list)
    said: str = ""
    noted: str = ""

    def __add__(self, other):
        return Cost(
            self.processor + other.processor,
            self.wall + other.wall,
            max(self.peak, other.peak),
            self.commands + other.commands,
            self.said + other.said,
            self.noted + other.noted,
        )


def run(command, environment=None, limit=None, allowed=(0,)):
    """Runs one command to its end and gives its cost and what it printed.

    The cost includes the processes that the command started and waited for.
    """
    added = environment or {}
    named = shlex.join(f"{k}={v}" for k, v in added.items() if k != "LANDBOOK")
    with tempfile.TemporaryFile("w+") as said, tempfile.TemporaryFile("w+") as noted:
        began = time.perf_counter()
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=noted,
            env=os.environ | added,
        )
        stopper = threading.Timer(limit, child.kill) if limit else None
        if stopper:
            stopper.start()
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - began
        if stopper:
            stopper.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0), noted.seek(0)
        cost = Cost(
            used.ru_utime + used.ru_stime,
            wall,
            used.ru_maxrss * 1024,
            [f"{named} {shlex.join(command)}".strip()],
            said.read(),
            noted.read(),
        )
    if limit and child.returncode == -signal.SIGKILL and wall >= limit:
        raise TooLong(f"stopped after {limit:,.0f} s: {shlex.join(command)}", cost)
    if child.returncode not in allowed:
        last = (cost.noted.strip() or cost.said.strip() or "no message").splitlines()[
            -1
        ]
        text = f"{shlex.join(command)}: exit {child.returncode}: {last}"
        raise Failed(text, last)
    return cost


def ratio(of, to, unit="processor"):
    """The ratio of two series of costs run in pairs: of their medians, and the pairs' range."""
    upper, lower = [getattr(c, unit) for c in of], [getattr(c, unit) for c in to]
    pairs = [u / l for u, l in zip(upper, lower)]
    middle = statistics.median(upper) / statistics.median(lower)
    return middle, min(pairs), max(pairs)


def median(series, unit="processor"):
    return statistics.median(getattr(cost, unit) for cost in series)
