"""Activity rows to sessions: kinds of activity, time, distance."""
