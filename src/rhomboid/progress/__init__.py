"""What many sets come to: sums from the journal made into charts, sentences and notes.

The same charts stand on pages, in notes and in a notebook; nothing here knows a surface.
"""
