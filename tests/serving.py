"""A Streamlit server on this machine, for the browser tests and the benchmark."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

__all__ = ["ROOT", "Server", "free_port", "serve", "wait_until_up"]

ROOT = Path(__file__).parent.parent
START_S = 60.0
STOP_S = 10.0


@dataclass(frozen=True)
class Server:
    """A running server.

    Attributes
    ----------
    url : str
        Where it answers, without a slash at the end.
    pid : int
        Its process.
    started : float
        `time.perf_counter` at the moment it was started. [s]
    log : Path
        What it has written so far.
    """

    url: str
    pid: int
    started: float
    log: Path

    def memory_mib(self) -> float:
        """Return the memory that the server holds, Linux only. [MiB]"""
        lines = Path(f"/proc/{self.pid}/status").read_text().splitlines()
        resident = next(line for line in lines if line.startswith("VmRSS:"))
        return int(resident.split()[1]) / 1024


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:  # refused or timed out: not up yet
        return False


def wait_until_up(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    deadline = time.monotonic() + START_S
    while not _answers(url):
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"The server did not start:\n{log.read_text()}")
        time.sleep(0.02)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(STOP_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextlib.contextmanager
def serve(
    app: Path,
    *flags: str,
    port: int | None = None,
    env: Mapping[str, str] | None = None,
    module: str = "streamlit",
) -> Iterator[Server]:
    """Serve an app on a port of this machine, a free one unless told, and stop it in the end.

    It runs in the repository's root, so that a floor app has the same configuration as ours. `module` runs Streamlit, by
    default it is itself. A diary of whoever runs the tests is out of its reach.
    """
    port = port or free_port()
    url = f"http://127.0.0.1:{port}"
    options = ("--server.address=127.0.0.1", f"--server.port={port}", "--server.headless=true", *flags)
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "server.log"
        started = time.perf_counter()
        with log.open("wb") as sink:
            process = subprocess.Popen(
                [sys.executable, "-m", module, "run", str(app), *options],
                cwd=ROOT,
                env={**os.environ, "LEGRUN_DATA": str(Path(folder) / "data"), **(env or {})},
                stdin=subprocess.DEVNULL,
                stdout=sink,
                stderr=subprocess.STDOUT,
            )
        try:
            wait_until_up(process, url, log)
            yield Server(url, process.pid, started, log)
        finally:
            _stop(process)
