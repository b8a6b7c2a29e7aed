"""Postures of somebody who sits, lies back under a bar, bends to the floor, or kneels.

Numbers are shares of stature or degrees, chosen by us so that hands and feet are
where the exercise files say (house). `share` is how far the movement has come,
from 0 at the start to 1 at the far end.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from rhomboid.athlete.body import SHARES, Body
from rhomboid.athlete.posture import (
    Posture,
    angles,
    axes,
    lerp,
    pair,
    point,
    shoulders_at,
    span,
    twisted,
)
from rhomboid.athlete.style import Style

Floats = NDArray[np.floating]

_TRUNK, _LEG, _ANKLE = (SHARES[name].of_stature for name in ("trunk", "thigh", "ankle_height"))
_EVEN = 0.06
"""How much the turn of a corkscrew is ahead at a quarter of the way. house"""


def seated_cable_row(share: Floats, body: Body, style: Style) -> Posture:
    """Sit with legs long and arms ahead; draw the bar to the upper belly."""
    height, trunk_m = body.stature_m, body.length_m("trunk")
    ankles = pair(share, 0.455, 0.07, 0.17) * height
    hips = point(share, 0.0, 0.0, 0.26) * height
    hips[:, 0] = _hips_behind(ankles[:, 0, 0], hips[:, 2] - ankles[:, 0, 2], body, share, style)
    lean = lerp(share, 4.0, -3.0) + style.lean_deg - style.rock_deg * share
    turned = angles(share, {"lean": lean})
    spread = body.length_m("shoulders") * (0.075 + style.spread / 2)
    to_hands = pair(share, lerp(share, 0.309, 0.075), 0.0, -lerp(share, 0.097, 0.196)) * height
    to_hands += pair(share, 0.0, spread, style.high * share * trunk_m)
    return Posture(
        hips_m=hips,
        angles_deg=turned,
        wrists_m=shoulders_at(hips, turned, body) + to_hands,
        elbows_to=pair(share, -0.6, 0.3, -1.0),
        ankles_m=ankles,
        knees_to=pair(share, 0.3, 0.0, 1.0),
        toes_to=pair(share, 0.4, 0.1, 1.0),
    )


def _hips_behind(
    ankle_m: Floats, above_m: Floats, body: Body, share: Floats, style: Style
) -> Floats:
    """Return how far along the floor the hips are, as the knees straighten along."""
    thigh, shank = body.length_m("thigh"), body.length_m("shank")
    apart = np.hypot(ankle_m, above_m)
    knee = np.degrees(np.arccos((thigh**2 + shank**2 - apart**2) / (2 * thigh * shank)))
    apart = span(thigh, shank, knee + style.knee_deg * share)
    behind: Floats = ankle_m - np.sqrt(apart**2 - above_m**2)
    return behind


def lat_pulldown(share: Floats, body: Body, style: Style) -> Posture:
    """Sit with arms long overhead; draw a wide bar down to the collarbones."""
    height = body.stature_m
    hips = point(share, 0.0, 0.0, 0.285) * height
    lean = lerp(share, -3.0, -8.0) + style.lean_deg - style.rock_deg * share
    shrug = lerp(share, 15.0, 0.0) + style.shrug_deg * share
    turned = angles(share, {"lean": lean, "shrug": shrug})
    spread = body.length_m("shoulders") * (0.275 + style.spread / 2)
    each = np.stack([share, share * (1 - style.lazy)], axis=1)
    to_hands = pair(share, lerp(share, 0.02, 0.07), 0.0, lerp(each, 0.321, -0.03)) * height
    to_hands += pair(share, 0.0, spread, 0.0)
    return Posture(
        hips_m=hips,
        angles_deg=turned,
        wrists_m=shoulders_at(hips, turned, body) + to_hands,
        elbows_to=pair(share, -0.2, 0.6, -1.0),
        ankles_m=pair(share, 0.245, 0.07, 0.039) * height,
        knees_to=pair(share, 1.0, 0.1, 0.6),
        toes_to=pair(share, 1.0, 0.2, 0.0),
    )


def deadlift(share: Floats, body: Body, style: Style) -> Posture:
    """Bent over a bar on the floor with arms long; stand up with it, the bar led evenly."""
    height, top = body.stature_m, _hips_over(np.ones(1), np.full(1, -style.soft_deg))[0, 2] + _TRUNK
    up = lerp(share, float(_shoulder_height(np.zeros(1))[0]), top)
    share = _evenly(share, _shoulder_height)
    low_from = 1 - share
    ahead = np.clip(share + style.first * share * low_from, 0.0, 1.0)
    hips = _hips_over(ahead, style.knee_deg * (1 - share**4) - style.soft_deg * share)
    lean = np.degrees(np.arccos(np.clip((up - hips[:, 2]) / _TRUNK, -1.0, 1.0)))
    lean = np.where(share > 0.98, lerp(share, 55.0, -1.0), lean)
    turned = angles(share, {"lean": lean, "nod": -15.0 * low_from - style.nod_deg * low_from})
    shoulders = shoulders_at(hips * height, turned, body)
    feet = 0.083 + style.stance * body.length_m("shoulders") / 2 / height
    return Posture(
        hips_m=hips * height,
        angles_deg=turned,
        wrists_m=_hands_at_bar(share, shoulders, body, style),
        elbows_to=pair(share, -1.0, 0.5, 0.0),
        ankles_m=pair(share, 0.0, feet, 0.039) * height,
        knees_to=pair(share, 1.0, 0.15, 0.0),
        toes_to=pair(share, 1.0, 0.2, 0.0),
    )


def _hands_at_bar(share: Floats, shoulders_m: Floats, body: Body, style: Style) -> Floats:
    """Return where the hands of a deadlift hang, shape (T, 2, 3)."""
    height = body.stature_m
    drift_m = (1 - share**2) * style.drift * body.length_m("trunk")
    wide_m = 0.13 * height + style.spread * body.length_m("shoulders") / 2
    wrists = pair(share, lerp(share, 0.034, 0.055) * height + drift_m, wide_m, 0.0)
    arm_m = span(body.length_m("upper_arm"), body.length_m("forearm"), 164.0 - style.bend_deg)
    aside = ((wrists - shoulders_m)[..., :2] ** 2).sum(axis=-1)
    wrists[..., 2] = shoulders_m[..., 2] - np.sqrt(np.maximum(arm_m**2 - aside, 0.0))
    return wrists


def _hips_over(share: Floats, straighter_deg: Floats) -> Floats:
    """Return the hips of a deadlift, in statures, with knees straighter than usual."""
    x, z = lerp(share, -0.190, 0.0), lerp(share, 0.343, 0.5285) - _ANKLE
    apart = np.hypot(x, z)
    knee = 2 * np.degrees(np.arcsin(np.clip(apart / (2 * _LEG), 0.0, 1.0)))
    longer = span(_LEG, _LEG, np.minimum(knee + straighter_deg, 178.0)) / apart
    longer = np.where(straighter_deg == 0, 1.0, longer)
    return point(share, x * longer, 0.0, z * longer + _ANKLE)


def _shoulder_height(share: Floats) -> Floats:
    """Return how high the shoulders of a deadlift are, and with them the bar, in statures."""
    return lerp(share, 0.343, 0.5285) + _TRUNK * np.cos(np.radians(lerp(share, 55.0, -1.0)))


def _evenly(share: Floats, measure: Callable[[Floats], Floats]) -> Floats:
    """Return shares at which a measure, not the posture, is evenly on its way."""
    grid = np.linspace(0.0, 1.0, 65)
    values = measure(grid)
    even: Floats = np.interp(lerp(share, values[0], values[-1]), values, grid)
    return even


def inverted_row(share: Floats, body: Body, style: Style) -> Posture:
    """Hang face up under a bar at hip height, heels on the floor; pull the chest up to it."""
    height, trunk_m = body.stature_m, body.length_m("trunk")
    leg_m = (body.length_m("thigh") + body.length_m("shank")) * 0.999
    rise = np.radians(lerp(share, 14.75, 29.5))
    along = point(share, -np.cos(rise), 0.0, np.sin(rise))
    belly = point(share, np.sin(rise), 0.0, np.cos(rise))
    sag_deg = style.sag_deg + style.pump_deg * share
    drop_m = np.radians(sag_deg) * leg_m * trunk_m / (leg_m + trunk_m)
    hips = point(share, 0.0, 0.0, 0.045 * height) + along * leg_m - belly * drop_m[:, None]
    lean = np.degrees(rise) - 90.0 + np.degrees(np.arcsin(drop_m / trunk_m))
    wide_m = body.length_m("shoulders") * (0.69 + style.spread / 2)
    return Posture(
        hips_m=hips,
        angles_deg=angles(share, {"lean": lean, "nod": 5.0 + style.nod_deg * share}),
        wrists_m=pair(share, -0.618 * height, wide_m, 0.543 * height),
        elbows_to=pair(share, 0.0, 0.6, -1.0),
        ankles_m=pair(share, 0.0, 0.06, 0.045) * height,
        knees_to=pair(share, 0.2, 0.0, 1.0),
        toes_to=pair(share, 0.3, 0.2, 1.0),
    )


def corkscrew(share: Floats, body: Body, style: Style) -> Posture:
    """On all fours, left hand behind the head; turn the left elbow up to the ceiling."""
    height = body.stature_m
    # So that the elbow goes round its shoulder evenly: it is the elbow that is led.
    even = share + _EVEN * np.sin(2 * np.pi * share)
    twist = lerp(even, -8.0, 50.0)
    thigh = np.radians(style.back_deg + style.sway_deg * share)
    hips = point(share, -_LEG * np.sin(thigh), 0.0, 0.030 + _LEG * np.cos(thigh)) * height
    lean = _lean_on_hand(twist, hips[:, 2], body, style) + style.rock_deg * share
    turned = angles(share, {"lean": lean, "twist": twist, "pelvis": style.pelvis_deg * share})
    wrists = pair(share, 0.272 * height, 0.09 * height, 0.03 * height)
    elbows = pair(share, -1.0, 0.3, 0.0)
    wrists[:, 0], elbows[:, 0] = _hand_behind_head(even, body, hips, turned)
    chest = twisted(axes(turned), turned[:, 3])
    wrists[:, 0] += (chest[:, 1] - chest[:, 2]) * style.off / 2**0.5 * body.length_m("trunk")
    return Posture(
        hips_m=hips,
        angles_deg=turned,
        wrists_m=wrists,
        elbows_to=elbows,
        ankles_m=pair(share, -0.24, 0.055, 0.035) * height,
        knees_to=pair(share, 1.0, 0.0, -1.0),
        toes_to=pair(share, -1.0, 0.0, -0.2),
    )


def _lean_on_hand(twist_deg: Floats, hips_z_m: Floats, body: Body, style: Style) -> Floats:
    """Return how far the trunk leans so that the other hand reaches the floor, in degrees."""
    bent = span(0.186, 0.146, 164.0 - style.bend_deg) - span(0.186, 0.146, 164.0)
    drop_m = np.sin(np.radians(twist_deg)) * body.length_m("shoulders") / 2 * 0.9
    rise_m = (0.352 + bent) * body.stature_m + drop_m - hips_z_m
    lean: Floats = 90.0 - np.degrees(np.arcsin(rise_m / body.length_m("trunk")))
    return lean


def _hand_behind_head(
    share: Floats, body: Body, hips_m: Floats, turned_deg: Floats
) -> tuple[Floats, Floats]:
    """Return where the left wrist is, and to where the left elbow points, shape (T, 3) each."""
    chest = twisted(axes(turned_deg), turned_deg[:, 3])
    front, left, up = chest[:, 0], chest[:, 1], chest[:, 2]
    middle = shoulders_at(hips_m, turned_deg, body).mean(axis=1)
    wrist = middle + (0.085 * up + 0.055 * left - 0.04 * front) * body.stature_m
    turn = np.radians(lerp(share, 25.0, 88.0))[:, None]
    return wrist, front * np.cos(turn) + left * np.sin(turn)
