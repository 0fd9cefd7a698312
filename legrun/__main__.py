"""``python -m legrun`` is the ``legrun`` command."""

import sys

from legrun.command import start

sys.exit(start())
