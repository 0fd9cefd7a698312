"""Answers of a form, or a sheet of a coach, as rows of a roster: which column is what, and what each cell says."""
