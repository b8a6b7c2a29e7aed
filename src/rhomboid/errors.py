"""Every error this package raises on purpose.

* RhomboidError
  + SpecError      an exercise file breaks a rule, or there is no such exercise
  + VideoError     a video cannot be opened, or holds nothing to look at
  + TrackError     a file of joints cannot be read, or is not one
  + PoseError      a pose model is absent, altered, or does not fit
  + OutputError    a report, a video or a track cannot be written
  + ShelfError     a set that was kept is not there, or cannot be read
  + ServeError     the server cannot start as it was told to

Misuse by the caller (a wrong shape, a negative time) is ``ValueError`` or
``TypeError``, as everywhere in Python.
"""


class RhomboidError(Exception):
    """Base of every error raised on purpose; catch this at a surface."""


class SpecError(RhomboidError):
    """An exercise file breaks a rule of the format, or there is no such exercise."""


class VideoError(RhomboidError):
    """A video cannot be opened, or holds nothing to look at."""


class TrackError(RhomboidError):
    """A file of joints cannot be read, or is not one."""


class PoseError(RhomboidError):
    """A pose model is absent, altered, or does not fit."""


class OutputError(RhomboidError):
    """A report, a video or a track cannot be written."""


class ShelfError(RhomboidError):
    """A set that was kept is not there, or cannot be read."""


class ServeError(RhomboidError):
    """The server cannot start as it was told to."""
