"""From joints to signals, phases and repetitions: arithmetic alone."""
