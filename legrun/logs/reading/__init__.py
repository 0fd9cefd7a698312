"""Bytes to a table: encoding, delimiter, quotes, zips, and files that are no log."""
