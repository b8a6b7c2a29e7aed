"""Figures: a name, a value, and what it is held against."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number.

    Attributes
    ----------
    better
        Whether ``lower`` or ``higher`` is better.
    limit
        What it must not be worse than; None for information only.
    peer
        What a peer, or the ideal, came to in the same run.
    """

    name: str
    value: float
    unit: str
    better: Literal["lower", "higher"]
    limit: float | None = None
    peer: float | None = None

    @property
    def holds(self) -> bool:
        """Whether the value is no worse than its limit."""
        if self.limit is None:
            return True
        return self.value <= self.limit if self.better == "lower" else self.value >= self.limit


def write(figures: list[Figure], path: Path) -> None:
    """Write figures as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps([asdict(f) for f in figures], indent=2) + "\n", encoding="utf-8")


def show(figures: list[Figure], title: str) -> None:
    """Print figures as a table."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title)
    for heading in ("figure", "value", "limit", "peer", ""):
        table.add_column(heading, justify="left" if heading in ("figure", "") else "right")
    for f in figures:
        sign = "≤" if f.better == "lower" else "≥"
        limit = "" if f.limit is None else f"{sign} {f.limit:,.4g}"
        peer = "" if f.peer is None else f"{f.peer:,.4g}"
        mark = "" if f.limit is None else "holds" if f.holds else "FALLS SHORT"
        table.add_row(f.name, f"{f.value:,.4g} {f.unit}", limit, peer, mark)
    Console().print(table)
