"""The rows of a table whose columns are known, as sessions, nights and workouts."""
