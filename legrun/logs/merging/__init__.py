"""Several files to one log, in which nothing counts twice."""
