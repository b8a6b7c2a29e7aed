"""Programs for whoever works on this package; none is part of a run."""
