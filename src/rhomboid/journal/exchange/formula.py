"""Cells that a spreadsheet would run: made harmless when written, and as they were when read."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula may begin with, in the wide forms too (OWASP: CSV injection)."""

QUOTE = "'"
"""What makes a cell text."""


def defuse(cell: str) -> str:
    """Return a cell that no spreadsheet runs.

    Examples
    --------
    >>> defuse("=1+1"), defuse("row"), defuse("'tis")
    ("'=1+1", 'row', "''tis")
    """
    return f"{QUOTE}{cell}" if cell.startswith((*DANGEROUS, QUOTE)) else cell


def restore(cell: str) -> str:
    """Return what :func:`defuse` was given.

    Examples
    --------
    >>> restore("'=1+1"), restore("row"), restore("'tis")
    ('=1+1', 'row', "'tis")
    """
    is_ours = cell.startswith(QUOTE) and cell[1:].startswith((*DANGEROUS, QUOTE))
    return cell[1:] if is_ours else cell
