"""The command line itself: how it begins, and how it ends."""

import io
import os
import sys
from contextlib import suppress
from typing import Annotated

import typer

from rhomboid.errors import RhomboidError
from rhomboid.version import __version__

app = typer.Typer(
    name="rhomboid",
    help="The upper-back coach that watches, counts, corrects and remembers.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def main() -> None:
    """Run the command line; an error on purpose is one sentence and exit code 2."""
    _open_closed_streams()
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except RhomboidError as error:
        _refuse(str(error))
    except BrokenPipeError:
        # The reader has gone: nothing to say, and the code that Click and Rich give.
        _leave(1)
    except OSError as error:
        _refuse(f"{error.filename or 'cannot print'}: {error.strerror or error}")


def _open_closed_streams() -> None:
    """Put nothing in the place of streams that were closed: no file of ours may take it."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)
    sys.stdout = sys.stdout or io.TextIOWrapper(io.FileIO(1, "w"), encoding="utf-8")
    sys.stderr = sys.stderr or io.TextIOWrapper(io.FileIO(2, "w"), encoding="utf-8")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _refuse(sentence: str) -> None:
    """Say why nothing more is done, and end."""
    with suppress(OSError):
        print(f"rhomboid: {sentence}", file=sys.stderr, flush=True)
    _leave(2)


def _leave(code: int) -> None:
    """End without writing what nobody can be given any more."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nothing, stream)
    sys.exit(code)


def _show_version(wanted: bool) -> None:  # noqa: FBT001  the shape typer calls
    """Print the version and stop."""
    if wanted:
        print(f"rhomboid {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _root(
    context: typer.Context,
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Say which.")
    ] = False,
) -> None:
    """The upper-back coach that watches, counts, corrects and remembers.

    Without a command it starts the coach and opens it in the browser.
    """
    if context.invoked_subcommand is None:
        from rhomboid.cli.serve import start

        start(opens=True)
