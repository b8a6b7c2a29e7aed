"""Postures of somebody standing upright or hanging, and what they do with their arms.

Numbers are shares of stature or degrees, chosen by us so that hands and feet are
where the exercise files say (house). `share` is how far the movement has come,
from 0 at the start to 1 at the far end.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rhomboid.athlete.body import Body
from rhomboid.athlete.posture import Posture, angles, axes, lerp, pair, point, shoulders_at, span
from rhomboid.athlete.style import Style

Floats = NDArray[np.floating]

LONG_ARM = 0.328
"""From shoulder to wrist with elbows nearly straight (162 degrees)."""
_STAND = 0.521
"""Height of the hips, knees nearly straight."""


def standing(
    like: Floats, body: Body, wrists_m: Floats, elbows_to: Floats, **more: ArrayLike
) -> Posture:
    """Return somebody standing.

    Parameters
    ----------
    like : shape (T,)
        Says how many moments.
    body
        Whose lengths to use.
    wrists_m, elbows_to : shape (T, 2, 3)
    **more
        Angles of the trunk by name, in degrees; ``stagger``, the share of
        stature by which the left foot is ahead of the middle.
    """
    height = body.stature_m
    stagger = np.asarray(more.pop("stagger", 0.0), dtype=float)
    ahead = pair(like, 0.0, 0.06, 0.039)
    ahead[..., 0] = stagger * np.array([1.0, -1.0])
    return Posture(
        hips_m=point(like, 0.0, 0.0, _STAND) * height,
        angles_deg=angles(like, more),
        wrists_m=wrists_m,
        elbows_to=elbows_to,
        ankles_m=ahead * height,
        knees_to=pair(like, 1.0, 0.0, 0.0),
        toes_to=pair(like, 1.0, 0.25, 0.0),
    )


def shoulders_standing(like: Floats, body: Body, **angles_deg: ArrayLike) -> Floats:
    """Return the shoulders of somebody standing, shape (T, 2, 3), in metres."""
    hips = point(like, 0.0, 0.0, _STAND) * body.stature_m
    return shoulders_at(hips, angles(like, angles_deg), body)


def arms_hang(like: Floats, body: Body, **angles_deg: ArrayLike) -> Posture:
    """Return somebody standing with arms hanging."""
    down = pair(like, 0.02, 0.05, -0.324) * body.stature_m
    wrists = shoulders_standing(like, body, **angles_deg) + down
    return standing(like, body, wrists, pair(like, -1.0, 0.5, 0.0), **angles_deg)


def t_raise(share: Floats, body: Body, style: Style) -> Posture:
    """Arms hang at the sides; they rise out to the sides, to shoulder height."""
    roll, shrug = style.rock_deg * share, style.shrug_deg * share
    each = np.stack([share, share * (1 - style.lazy)], axis=1)
    up = np.radians(lerp(each, 8.0, 86.0 + style.above_deg))
    arm = pair(share, 0.08, np.sin(up), -np.cos(up)) * _arm_m(body, style)
    wrists = shoulders_standing(share, body, roll=roll, shrug=shrug) + arm
    turned = {"roll": roll, "shrug": shrug}
    elbows = pair(share, -0.3, 0.0, -1.0) if style.bend_deg else pair(share, -1.0, 0.0, -0.5)
    return standing(share, body, wrists, elbows, stagger=0.06, **turned)


def _arm_m(body: Body, style: Style) -> float:
    """Return how far the wrist is from the shoulder of an arm that should be long."""
    if style.bend_deg == 0:
        return LONG_ARM * body.stature_m
    bones = body.length_m("upper_arm"), body.length_m("forearm")
    return float(span(*bones, 162.0 - style.bend_deg))


def front_raise(share: Floats, body: Body, style: Style) -> Posture:
    """Arms hang in front of the thighs; they rise to the front, to shoulder height."""
    lean = -style.rock_deg * share
    up = np.radians(lerp(share, 6.0, 88.0 + style.above_deg))
    arm = pair(share, np.sin(up), 0.0, -np.cos(up)) * LONG_ARM * body.stature_m
    wrists = shoulders_standing(share, body, lean=lean) + arm
    return standing(share, body, wrists, pair(share, -0.2, 1.0, -0.5), lean=lean)


def rope_pushdown(share: Floats, body: Body, style: Style) -> Posture:
    """Upper arms stay at the sides; forearms go from bent up to straight down."""
    lean = 8.0 + style.rock_deg * share
    upper = np.radians(12.0 + style.swing_deg * (1 - share))
    fore = upper + np.radians(180.0 - lerp(share, 70.0, 167.0))
    long, short = body.length_m("upper_arm"), body.length_m("forearm")
    x = long * np.sin(upper) + short * np.sin(fore)
    z = -long * np.cos(upper) - short * np.cos(fore)
    wrists = shoulders_standing(share, body, lean=lean) + pair(share, x, -0.03 * body.stature_m, z)
    return standing(share, body, wrists, pair(share, -1.0, 0.0, -0.3), lean=lean)


def pull_up(share: Floats, body: Body, style: Style) -> Posture:
    """Hang from a bar with long arms; the body rises until the chin is over it."""
    height = body.stature_m
    bar, half = 1.28 * height, body.length_m("shoulders") * 0.78
    turned = angles(share, {"lean": lerp(share, -3.0, -10.0) - style.rock_deg * share})
    middle_z = bar - lerp(share, 0.321, 0.045) * height
    middle_x = -lerp(share, 0.02, 0.10) * height
    hips = point(share, middle_x, 0.0, middle_z) - axes(turned)[:, 2] * body.length_m("trunk")
    lag = np.stack([0 * share, style.lazy * share], axis=1) * 0.276 * height
    return Posture(
        hips_m=hips,
        angles_deg=turned,
        wrists_m=pair(share, 0.0, half, bar + lag),
        elbows_to=pair(share, 0.1, 0.6, -1.0),
        ankles_m=hips[:, None] + pair(share, -0.03, 0.05, -0.47) * height,
        knees_to=pair(share, 1.0, 0.0, 0.0),
        toes_to=pair(share, 0.5, 0.0, -1.0),
    )
