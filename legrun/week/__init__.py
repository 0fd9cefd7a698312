"""A planned week: its sessions, its review, where else a session fits, the arranger."""
