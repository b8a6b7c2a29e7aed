"""One step a file, each named by its number."""
