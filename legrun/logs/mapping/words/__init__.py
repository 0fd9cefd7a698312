"""Words by which unknown tables are read, and the lists that hold them."""
