"""The sentences of legrun, in one place."""
