"""The command line: words in, a session, words out.

Nothing heavy is imported until it is needed, so that help comes at once.
"""

from rhomboid.cli import (
    backup,
    batch,
    check,
    erase,
    exercises,
    exporting,
    history,
    importing,
    log,
    rejudge,
    serve,
    today,
)  # fmt: skip
from rhomboid.cli.app import app, main

__all__ = [
    "app", "backup", "batch", "check", "erase", "exercises", "exporting", "history", "importing",
    "log", "main", "rejudge", "serve", "today",
]  # fmt: skip
