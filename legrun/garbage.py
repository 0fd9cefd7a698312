"""How often Python looks for what only refers to itself."""

import gc

__all__ = ["look_rarely"]

# Objects made before it looks: at its usual 700 that takes a tenth of the time that an answer does, and a sixth of the
# reading of a form.
RARELY = 50_000


def look_rarely() -> None:
    """Let Python look for garbage rarely; what nothing refers to any more goes at once all the same."""
    gc.set_threshold(RARELY)
