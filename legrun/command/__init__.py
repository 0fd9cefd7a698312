"""legrun without the browser: the ``legrun`` command, its JSON, and the same over MCP.

One module per verb; each works out a document (plain data, described by ``schema.json``) and its text, and loads what
it needs when it is called: ``legrun today`` needs neither pandas nor Streamlit.
"""

from legrun.command.entry import main, start

__all__ = ["main", "start"]
