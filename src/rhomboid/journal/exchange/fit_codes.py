"""What FIT calls our exercises, by gear; the rest stands in the exercise files."""

from rhomboid.catalogue.read import load, names

UNKNOWN = 65_534
"""The category of exercises that FIT has no name for."""

LAST_OLD, LAST_OLD_ROW = 32, 33
"""The last category that every watch is said to know, and the last row of older profiles."""

_ROW = 23

Code = tuple[int, int]
"""Category and name."""

# Garmin's profile 21.218. Other gear is another name there.
_BY_GEAR: dict[tuple[str, str], Code] = {
    ("seated_cable_row", "v_grip"): (23, 32),
    ("seated_cable_row", "band"): (37, 35),
    ("lat_pulldown", "v_grip"): (21, 5),
    ("lat_pulldown", "cable_station"): (21, 11),
    ("lat_pulldown", "band"): (37, 26),
    ("deadlift", "dumbbells"): (8, 2),
    ("deadlift", "trap_bar"): (8, 17),
    ("deadlift", "kettlebell"): (8, 20),
    ("deadlift", "blocks"): (8, 7),
    ("deadlift", "band"): (37, 9),
    ("inverted_row", "straps"): (23, 49),
    ("inverted_row", "rings"): (23, 26),
    ("inverted_row", "bent_knees"): (23, 10),
    ("t_raise", "dumbbells"): (14, 34),
    ("t_raise", "bottles"): (14, 34),
    ("front_raise", "band"): (37, 16),
    ("pull_up", "band"): (21, 42),
}

# For a watch that knows no categories after 32, and no names of later years.
_OLD: dict[str, Code] = {
    "seated_cable_row": (23, 18),
    "lat_pulldown": (21, 13),
    "deadlift": (8, 0),
    "inverted_row": (23, 10),
    "t_raise": (14, 34),
    "front_raise": (14, 10),
    "pull_up": (21, 38),
}


def code_of(exercise: str | None, gear: str = "", *, old: bool = False) -> Code | None:
    """Return category and name of an exercise; None if FIT has none.

    Parameters
    ----------
    exercise, gear
        Ids in the exercise files.
    old
        Only what older watches know too.

    Examples
    --------
    >>> code_of("t_raise", "band"), code_of("t_raise", "band", old=True)
    ((37, 25), (14, 34))
    """
    if exercise is None or exercise not in names():
        return None
    fit = load(exercise).codes.fit
    found = _BY_GEAR.get((exercise, gear), (fit.category, fit.name))
    is_new = found[0] > LAST_OLD or (found[0] == _ROW and found[1] > LAST_OLD_ROW)
    if old and is_new:
        return _OLD.get(exercise)
    return found
