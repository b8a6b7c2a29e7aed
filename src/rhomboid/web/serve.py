"""Run the server: on this machine alone, or for a phone on the same network too."""

import socket
import tempfile
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import segno
import uvicorn

from rhomboid.errors import ServeError
from rhomboid.journal.place import place
from rhomboid.web.app import Settings, create_app
from rhomboid.web.frames import LARGEST
from rhomboid.web.pairing import Door, address_on_network, fingerprint, make_certificate

PORT = 8140
_LOOPBACK, _EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104  only when asked for, with a token
_MOST_TRIES = 20
_LARGEST_MESSAGE = max(LARGEST, 4096)


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server is to be found.

    Attributes
    ----------
    url
        To be opened on this machine.
    phone_url
        To be opened by the phone; empty without one.
    qr
        The same as a code of blocks for a terminal.
    fingerprint
        Of the certificate, to be compared by whoever wants to be sure.
    """

    url: str
    phone_url: str = ""
    qr: str = ""
    fingerprint: str = ""


class Running:
    """A server that has a port and waits for :meth:`run`.

    Parameters
    ----------
    port
        None for the usual one, or the next that is free.
    lan
        Whether a phone on the same network is to be let in.
    folder
        Where sets are kept; None for the user's own data folder.

    Raises
    ------
    ServeError
        If the port is taken, or the front end was not built.
    JournalError
        If the journal cannot be opened.
    """

    def __init__(
        self, *, port: int | None = None, lan: bool = False, folder: Path | None = None
    ) -> None:
        self._socket = _bound(_EVERYWHERE if lan else _LOOPBACK, port)
        number = self._socket.getsockname()[1]
        lies = place(folder)
        settings = Settings(lies.folder, database=lies.url)
        if lan:
            name = address_on_network()
            if name.startswith("127."):
                raise ServeError("--lan needs a network, and this machine is on none")
            door = Door()
            phone = f"https://{name}:{number}/pair?token={door.token}"
            settings = replace(settings, hosts=(*settings.hosts, name), door=door)
            with tempfile.TemporaryDirectory(prefix="rhomboid-") as private:
                chain, key = make_certificate(Path(private), (name, "127.0.0.1", "localhost"))
                self.address = Address(
                    f"https://localhost:{number}/", phone, _blocks(phone), fingerprint(chain)
                )
                # The key is read here, and lies on no disk afterwards.
                config = _config(settings, ssl_certfile=str(chain), ssl_keyfile=str(key))
        else:
            self.address = Address(f"http://127.0.0.1:{number}/")
            config = _config(settings)
        self._server = uvicorn.Server(config)

    def run(self) -> None:
        """Serve until told to stop."""
        with closing(self._socket):
            self._server.run(sockets=[self._socket])


def _config(settings: Settings, **options: str) -> uvicorn.Config:
    """Return how to run, with all files read that it takes."""
    config = uvicorn.Config(
        create_app(settings),
        log_level="warning",
        access_log=False,
        server_header=False,
        ws_max_size=_LARGEST_MESSAGE,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=3,
        **options,  # type: ignore[arg-type]
    )
    config.load()
    return config


def _bound(host: str, port: int | None) -> socket.socket:
    """Return a socket with a port of its own."""
    tries = range(PORT, PORT + _MOST_TRIES) if port is None else [port]
    for number in tries:
        one = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind((host, number))
            one.listen(1024)
            return one
        except OSError as error:
            one.close()
            if port is not None:
                raise ServeError(
                    f"port {port} cannot be used ({error.strerror}); give another with --port"
                ) from error
    raise ServeError(
        f"the ports {PORT} to {PORT + _MOST_TRIES - 1} are taken; give one with --port"
    )


def _blocks(text: str) -> str:
    """Return a QR code made of half blocks, for a terminal."""
    import io

    out = io.StringIO()
    segno.make(text, error="m").terminal(out, compact=True)
    return out.getvalue()
