"""The form: its inputs' names, ranges, defaults and choices, and how their values become a scenario."""
