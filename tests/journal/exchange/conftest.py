"""Files as other programs write them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from rhomboid.journal.exchange.files import read_file
from rhomboid.journal.exchange.reading import Reading, Wishes
from tests.journal.exchange.files import BERLIN


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Reading]:
    """Return a function that reads a text as if it stood in a file."""

    def reads(text: str | bytes, **wishes: object) -> Reading:
        content = text if isinstance(text, bytes) else text.encode()
        file = tmp_path / "export.csv"
        file.write_bytes(content)
        return read_file(file, Wishes(**{"zone": BERLIN} | wishes))

    return reads
