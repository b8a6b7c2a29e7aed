"""Where a report goes: a file that is written whole or not at all."""

from rhomboid.whole_file import whole_file

__all__ = ["whole_file"]
