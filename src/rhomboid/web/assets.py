"""Where the built front end lies, and under which names.

Vite gives each file a name that changes with its content, so that a browser may
keep it for good; the manifest says which name that is now.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from rhomboid.errors import ServeError

FOLDER = Path(__file__).parent / "static"
PREFIX = "/static/"
WASM = PREFIX + "vision-0.10.35"
"""Where MediaPipe's programs lie."""


def asset(source: str) -> str:
    """Return the address of a built file by the name of its source, such as ``src/live.ts``.

    Raises
    ------
    ServeError
        If the front end was not built, or has no such file.
    """
    return PREFIX + str(_entry(source)["file"])


def asset_css(source: str) -> list[str]:
    """Return the addresses of the style sheets that a built file needs.

    Raises
    ------
    ServeError
        As :func:`asset`.
    """
    return [PREFIX + name for name in dict.fromkeys(_sheets(source))]


def _sheets(source: str) -> list[str]:
    """Return the style sheets of a built file and of what it shares with others."""
    entry = _entry(source)
    shared = [name for part in entry.get("imports", []) for name in _sheets(part)]
    return [*shared, *entry.get("css", [])]


def models() -> Mapping[str, Mapping[str, Any]]:
    """Return address, sha256 and bytes of each pose model for the browser, by its name.

    Raises
    ------
    ServeError
        If the front end was not built.
    """
    found: Mapping[str, Mapping[str, Any]] = _read("models.json")
    return found


def _entry(source: str) -> Mapping[str, Any]:
    """Return what the manifest says of a source."""
    manifest = _read("manifest.json")
    if source not in manifest:
        raise ServeError(f"the front end holds no {source}; build rhomboid anew")
    entry: Mapping[str, Any] = manifest[source]
    return entry


@cache
def _read(name: str) -> Mapping[str, Any]:
    """Read one of the lists that the build makes."""
    try:
        read: Mapping[str, Any] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    except OSError as error:
        raise ServeError(
            f"the front end was not built: there is no {FOLDER / name}; build rhomboid anew"
        ) from error
    return read
