"""A picture of every repetition at its turn: a still of the video, or a stick figure."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from rhomboid.pose.track import Floats, PoseTrack
from rhomboid.records import Rep, SetReport
from rhomboid.report.figure import Box, figure_svg
from rhomboid.report.moment import Moments
from rhomboid.report.quantity import clock
from rhomboid.report.words import ENGLISH, Words

_SEARCH_S = 0.25
_KINDS = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}


@dataclass(frozen=True, slots=True)
class RepPicture:
    """The picture of one repetition: an ``<svg>``, an address with the data, or neither.

    Attributes
    ----------
    svg
        A whole element, safe to stand in a page; empty if there is none.
    src
        A ``data:`` address; empty if there is none.
    alt
        The picture in words.
    """

    svg: str
    src: str
    alt: str


def rep_pictures(
    report: SetReport,
    track: PoseTrack | None,
    stills: Mapping[int, bytes] | None = None,
    words: Words = ENGLISH,
) -> dict[int, RepPicture]:
    """Return a picture of each repetition, by its number.

    Parameters
    ----------
    track
        The joints, for stick figures; None for none.
    stills
        PNG or JPEG pictures by number; a repetition without one gets a figure.

    Returns
    -------
    dict
        Empty if there is neither a track nor a still.

    Raises
    ------
    ValueError
        If a still is neither PNG nor JPEG.
    """
    figures = _figures(report, track, words) if track is not None else {}
    pictures = dict(figures)
    for rep in report.reps:
        if stills and rep.number in stills:
            pictures[rep.number] = _still(rep, stills[rep.number], words)
    return pictures


def _still(rep: Rep, data: bytes, words: Words) -> RepPicture:
    """Wrap a still."""
    kind = next((kind for magic, kind in _KINDS.items() if data.startswith(magic)), None)
    if kind is None:
        raise ValueError(f"the still of repetition {rep.number} must be PNG or JPEG")
    src = f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"
    return RepPicture("", src, words.still_alt.format(n=rep.number, time=clock(rep.turn_s)))


def _figures(report: SetReport, track: PoseTrack, words: Words) -> dict[int, RepPicture]:
    """Draw every repetition in the same box, so that they can be compared."""
    moments = Moments(track)
    seen = {rep.number: moments.joints_px(rep.turn_s, _SEARCH_S) for rep in report.reps}
    people = [joints for joints in seen.values() if joints is not None]
    if not people:
        return {rep.number: _absent(rep, words) for rep in report.reps}
    box = Box.around(people)
    return {rep.number: _figure(rep, seen[rep.number], moments, box, words) for rep in report.reps}


def _figure(
    rep: Rep, joints_px: Floats | None, moments: Moments, box: Box, words: Words
) -> RepPicture:
    """Draw one repetition at its turn."""
    if joints_px is None or not np.isfinite(joints_px).any():
        return _absent(rep, words)
    alt = words.figure_alt.format(n=rep.number, time=clock(rep.turn_s))
    nearer = moments.nearer_side(rep.turn_s, _SEARCH_S)
    svg = figure_svg(joints_px, box, alt=alt, nearer=nearer, working=rep.side)
    return RepPicture(svg, "", alt)


def _absent(rep: Rep, words: Words) -> RepPicture:
    """Say that there is nothing to draw."""
    return RepPicture("", "", words.unseen_alt.format(n=rep.number))
