"""The laboratory: what the engine makes of sets whose truth is known, beside other counters."""
