"""What the coach says aloud during a set, and no more.

Plain and short, since nobody listens to long sentences with a bar in their
hands. Every sentence stands here, ready for translation.
"""


def hold_still(seconds: int) -> str:
    """Say that the countdown begins."""
    return f"Hold still. {seconds}"


def moved() -> str:
    """Say why a countdown was stopped that nothing else had stopped."""
    return "You moved. Stand still."


def no_picture() -> str:
    """Say that the camera was too late for anybody to know what happened."""
    return "The picture stood still. I begin again."


def begin() -> str:
    """Say that counting has begun."""
    return "Go."


def count(number: int) -> str:
    """Say how many."""
    return str(number)


def halfway() -> str:
    """Say that half is done."""
    return "Halfway."


def left(number: int) -> str:
    """Say how many are left."""
    return "Last one." if number == 1 else f"{number} to go."


def done(number: int, *, hold: bool, was_good: bool) -> str:
    """Say that the set is complete; praise it only if nothing of weight was wrong."""
    noun = "hold" if hold else "repetition"
    counted = f"That was {number} {noun}{'' if number == 1 else 's'}."
    return f"{counted} Well done." if was_good else counted


def other_side() -> str:
    """Say that the other arm's turn has come."""
    return "Now the other side. Turn round."


def hold(seconds: int) -> str:
    """Say how long a hold still lasts."""
    return f"{seconds} seconds." if seconds > 5 else str(seconds)


def release(*, long: bool) -> str:
    """Say that a pause or a hold was long enough."""
    return "Done. Come down slowly." if long else "And back."


def better(title: str) -> str:
    """Say that a cue was followed."""
    return f"Better: {title}."


def too_small() -> str:
    """Say that a movement was too small."""
    return "That one was too small to count."


def lost() -> str:
    """Say that somebody went out of sight."""
    return "I cannot see you well. I count nothing until I do."


def found() -> str:
    """Say that somebody is back in sight."""
    return "I see you again."
