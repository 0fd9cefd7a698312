"""What every JSON document has in common, described by ``schema.json`` beside this file."""

from __future__ import annotations

from typing import Any

from legrun import MODEL_VERSION, __version__

__all__ = ["SCHEMA", "document", "to_json"]

# Raised when a name goes away or changes its meaning; names may be added within a version.
SCHEMA = 1


def document(command: str, content: dict[str, Any]) -> dict[str, Any]:
    """Return the content of a verb with its versions.

    Examples
    --------
    >>> document("checks", {"checks": []})["schema"]
    1
    """
    return {"schema": SCHEMA, "legrun": __version__, "model": MODEL_VERSION, "command": command, **content}


def to_json(content: dict[str, Any]) -> str:
    """Return a document as one line of JSON."""
    import json  # only those who ask for JSON wait for it

    return json.dumps(content, ensure_ascii=False, allow_nan=False) + "\n"
