"""What planning and remembering both speak of: loads, targets, sets, people.

Frozen values, as in :mod:`rhomboid.records`. Nothing here decides or keeps.
"""
