"""Set rows to workouts: exercises, sets, leg work."""
