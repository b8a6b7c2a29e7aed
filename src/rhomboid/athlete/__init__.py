"""A drawn person who performs exercises, well or with a named fault, with known truth."""
