"""What to do today, and why: goals, gear, time and history become a day's plan.

Pure arithmetic. No clock, disk or chance: the day and the catalogue are passed in,
and the same history gives the same plan. Nothing here knows where history is kept.
"""
