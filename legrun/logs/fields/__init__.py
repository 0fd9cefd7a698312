"""Cells to values: dates, durations, numbers, units, words."""
