"""Unknown tables of every layout, brought to a header of names and one session or exercise a row."""
