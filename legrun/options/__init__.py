"""Options side by side, how long and how hard, and what can still be done to be ready for another session."""

from legrun.options.today import Option, options

__all__ = ["Option", "options"]
