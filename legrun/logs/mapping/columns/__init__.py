"""What each column of an unknown table probably holds, and in which unit."""
