"""What else could be done: options side by side, levers, tips."""
