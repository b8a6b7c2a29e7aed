"""From repetitions to findings and words: one set at once, or frame by frame."""
