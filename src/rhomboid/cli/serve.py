"""`rhomboid serve`: the live coach in a browser."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rhomboid.cli.app import app

if TYPE_CHECKING:
    from rhomboid.web.serve import Address


@app.command()
def serve(
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Where to listen; a free one if left out.")
    ] = None,
    lan: Annotated[
        bool, typer.Option("--lan", help="Let one phone on this network in, as the camera.")
    ] = False,
    data: Annotated[Path | None, typer.Option(help="The folder in which sets are kept.")] = None,
    opens: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Start the live coach: a page that watches and speaks while you train."""
    start(port=port, lan=lan, folder=data, opens=opens)


def start(
    *, port: int | None = None, lan: bool = False, folder: Path | None = None, opens: bool = False
) -> None:
    """Serve until told to stop, and say where."""
    from rhomboid.web.serve import Running

    running = Running(port=port, lan=lan, folder=folder)
    _tell(running.address)
    if opens:
        _open(running.address.url)
    running.run()


def _tell(address: "Address") -> None:
    """Say where the coach is to be found."""
    print(f"The coach is at {address.url} (Ctrl-C ends it).", flush=True)
    if not address.phone_url:
        return
    print("For the phone on this network, once; its camera reads this:\n")
    print(address.qr)
    print(address.phone_url)
    print(
        "The phone will warn you of a certificate it does not know: it was made just now, by this "
        f"machine. Its fingerprint begins {address.fingerprint}.",
        flush=True,
    )


def _open(url: str) -> None:
    """Open the browser where there is a screen."""
    import os
    import sys
    import webbrowser

    has_screen = sys.platform in ("darwin", "win32") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if has_screen:
        webbrowser.open(url)
