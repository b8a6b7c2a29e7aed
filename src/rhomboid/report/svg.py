"""A drawing made elsewhere, made fit to stand inside a page.

Knows SVG as Vega writes it, and nothing of what is drawn.
"""

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

_DROP = ("aria-", "role", "class", "pointer-events", "font-family", "version")
_NUMBER = re.compile(r"-?\d+\.\d+")


def tidy(svg: str, colours: Mapping[str, str], *, label: str) -> str:
    """Return a drawing with the page's colours, short numbers and one label.

    Parameters
    ----------
    svg
        A whole SVG document.
    colours
        From a colour in it to what shall stand in its place.
    label
        What the drawing shows, in words.

    Raises
    ------
    xml.etree.ElementTree.ParseError
        If it is no SVG.
    """
    root = ET.fromstring(svg)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        kept = {
            k: v
            for k, v in element.attrib.items()
            if not k.startswith(_DROP) and (k, v) != ("opacity", "1")
        }
        element.attrib.clear()
        element.attrib.update({k: _tidy_value(v, colours) for k, v in kept.items()})
    _drop_hidden(root)
    root.attrib.update({"class": "chart", "role": "img", "aria-label": label})
    return ET.tostring(root, encoding="unicode")


def _tidy_value(value: str, colours: Mapping[str, str]) -> str:
    """Exchange a colour, or round the numbers of anything else to a tenth."""
    if value in colours:
        return colours[value]
    return _NUMBER.sub(lambda match: f"{float(match[0]):.1f}".removesuffix(".0"), value)


def _drop_hidden(element: ET.Element) -> None:
    """Remove what shows nothing: hidden parts and frames without colour."""
    for child in list(element):
        _drop_hidden(child)
        painted = {"fill", "stroke"} & set(child.keys())
        hidden = child.get("display") == "none" or child.get("opacity") == "0"
        is_empty = child.tag == "path" or (child.tag == "g" and not len(child))
        if hidden or (is_empty and not painted):
            element.remove(child)
