"""Every error this package raises on purpose.

* RhomboidError
  + SpecError      an exercise file breaks a rule, or there is no such exercise
  + VideoError     a video cannot be opened, or holds nothing to look at
  + TrackError     a file of joints cannot be read, or is not one
  + PoseError      a pose model is absent, altered, or does not fit
  + OutputError    a report, a video or a track cannot be written
  + JournalError   the journal cannot be opened, read or written
    - JournalBusyError   not just now: it is locked, its disk is full, its server is silent
    - NoSuchSetError     there is no such set
  + StandingError  somebody cannot be measured as they stand; says what to do
  + ExchangeError  a file of another program cannot be read, or is too much
  + BackupError    a backup cannot be read, or does not belong here
  + ServeError     the server cannot start as it was told to
  + BatchError     an archive cannot be read, judged or written as it was asked

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


class StandingError(RhomboidError):
    """Somebody cannot be measured as they stand now; the sentence says what to do."""


class JournalError(RhomboidError):
    """The journal cannot be opened, read or written."""


class JournalBusyError(JournalError):
    """Not just now: the journal is locked, its disk is full, or its server is silent."""


class NoSuchSetError(JournalError):
    """There is no such set in the journal."""


class ExchangeError(RhomboidError):
    """A file of another program cannot be read, is none that is known, or is too much."""


class BackupError(RhomboidError):
    """A backup cannot be read, or does not belong here."""


class ServeError(RhomboidError):
    """The server cannot start as it was told to."""


class BatchError(RhomboidError):
    """An archive cannot be read, judged or written as it was asked."""
