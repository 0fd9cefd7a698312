"""The curves: how much a session asks of the legs, and how soreness and strength run their course."""
