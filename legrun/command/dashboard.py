"""``legrun app``: starts the dashboard and opens it."""

from __future__ import annotations

import argparse
import importlib.util
import subprocess
import sys
from pathlib import Path

from legrun.errors import LegrunError

__all__ = ["home", "run"]

PACKAGE = Path(__file__).parent.parent


def home() -> Path:
    """Return the folder of ``app.py`` and its pages: an installed package has it inside, a checkout beside.

    Raises
    ------
    LegrunError
        If there is neither.
    """
    for folder in (PACKAGE / "dashboard", PACKAGE.parent):
        if (folder / "app.py").is_file() and (folder / "pages").is_dir():
            return folder
    raise LegrunError("The dashboard's pages are not here; install legrun with pip, or run it from its repository.")


def run(options: argparse.Namespace) -> tuple[int, str]:
    """Run the dashboard until it is stopped; return its exit status."""
    if importlib.util.find_spec("streamlit") is None:
        raise LegrunError("The dashboard needs Streamlit, which is not installed; pip install streamlit brings it.")
    command = [sys.executable, "-m", "streamlit", "run", str(home() / "app.py")]
    command += ["--server.port", str(options.port)] if options.port is not None else []
    command += ["--server.headless", "true"] if options.no_browser else []
    try:
        return subprocess.run(command, check=False).returncode, ""
    except KeyboardInterrupt:  # Streamlit has the same signal and says goodbye itself
        return 0, ""
