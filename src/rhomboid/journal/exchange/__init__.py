"""What was done, in the files of other programs: read from them, and written for them.

What each format means, and what it cannot hold, stands in docs/exchange.md.
"""
