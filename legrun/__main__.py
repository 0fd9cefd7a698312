"""``python -m legrun`` is the ``legrun`` command."""

from legrun.command import start

start()
