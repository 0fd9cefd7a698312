"""A person's forecast: what ratings say, draws of a person, hourly curves with bands."""
