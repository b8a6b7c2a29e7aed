"""A year of made-up people who do what the plan says, seen by the engine, day by day."""
