"""Small charts as SVG: lines, dots, bars and squares, with titles and units."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

INK, SOFT, GRID = "#22303c", "#6b7a88", "#dfe5ea"
BLUE, RED, GREY, GREEN = "#1f6fb2", "#c2452d", "#9aa7b3", "#2f8f5b"
_FONT = 'font-family="system-ui, sans-serif"'


@dataclass(slots=True)
class Panel:
    """A plot with axes, at a place of a drawing.

    Attributes
    ----------
    left, top, width, height
        In pixels, without the words around it.
    x, y
        Smallest and largest value of each axis.
    """

    left: float
    top: float
    width: float
    height: float
    x: tuple[float, float]
    y: tuple[float, float]
    parts: list[str] = field(default_factory=list)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point lies."""
        across = (x - self.x[0]) / (self.x[1] - self.x[0])
        up = (y - self.y[0]) / (self.y[1] - self.y[0])
        return self.left + across * self.width, self.top + (1 - up) * self.height

    def axes(self, title: str, xs: Sequence[float], ys: Sequence[float], unit: str = "") -> None:
        """Draw a title, lines with their values, and an edge."""
        for y in ys:
            _, level = self.at(self.x[0], y)
            self.parts.append(
                f'<path d="M{self.left:.0f} {level:.1f}h{self.width:.0f}" stroke="{GRID}"/>'
            )
            self.parts.append(words(self.left - 5, level + 3, f"{y:g}", 9, SOFT, "end"))
        for x in xs:
            place, _ = self.at(x, self.y[0])
            self.parts.append(
                words(place, self.top + self.height + 12, f"{x:g}", 9, SOFT, "middle")
            )
        self.parts.append(words(self.left, self.top - 7, title, 11, INK))
        if unit:
            self.parts.append(words(self.left + self.width, self.top - 7, unit, 9, SOFT, "end"))

    def line(self, points: Sequence[tuple[float, float]], colour: str, width: float = 1.6) -> None:
        """Draw a line through some points."""
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in (self.at(*p) for p in points))
        self.parts.append(
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>'
        )

    def dots(self, points: Sequence[tuple[float, float]], colour: str, size: float = 3) -> None:
        """Draw dots."""
        for x, y in (self.at(*point) for point in points):
            self.parts.append(
                f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size}" fill="{colour}" opacity=".75"/>'
            )

    def band(self, first: float, last: float, colour: str = GRID) -> None:
        """Mark a stretch of the first axis."""
        here, there = self.at(first, self.y[1])[0], self.at(last, self.y[1])[0]
        self.parts.insert(
            0,
            f'<rect x="{here:.1f}" y="{self.top:.0f}" width="{max(1.0, there - here):.1f}" '
            f'height="{self.height:.0f}" fill="{colour}" opacity=".5"/>',
        )


def words(
    x: float, y: float, said: str, size: int, colour: str = INK, anchor: str = "start"
) -> str:  # fmt: skip
    """Return words at a place."""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{colour}" '
        f'text-anchor="{anchor}">{escape(said)}</text>'
    )


def square(x: float, y: float, size: tuple[float, float], colour: str) -> str:
    """Return a filled rectangle."""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{size[0]:.1f}" height="{size[1]:.1f}" '
        f'fill="{colour}"/>'
    )


def key(x: float, y: float, entries: Sequence[tuple[str, str]]) -> str:
    """Return what colours mean, in a row."""
    parts = []
    for said, colour in entries:
        parts.append(square(x, y - 8, (14, 4), colour))
        parts.append(words(x + 18, y - 3, said, 10, SOFT))
        x += 34 + 5.6 * len(said)
    return "".join(parts)


def drawing(width: int, height: int, title: str, parts: Sequence[str]) -> str:
    """Return a whole drawing on white, which is legible on any page."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" {_FONT} role="img">'
        f"<title>{escape(title)}</title>"
        f'<rect width="{width}" height="{height}" fill="#fff"/>'
        f"{words(16, 24, title, 14)}{''.join(parts)}</svg>\n"
    )
