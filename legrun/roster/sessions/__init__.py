"""Sessions as a coach writes them into a cell: kind, length, effort, clock and how often."""
