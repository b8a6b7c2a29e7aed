"""A real body mesh, dressed and lit, that does what the drawn athlete does."""
