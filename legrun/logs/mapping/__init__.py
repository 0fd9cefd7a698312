"""Unknown tables: what their columns probably hold, and reading them as chosen."""
