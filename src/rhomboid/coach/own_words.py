"""What is said while a person's own standing posture is measured."""

from rhomboid.training.standing import Look

_TURN: dict[Look, str] = {
    "side": "Turn so that one shoulder points at the camera.",
    "front": "Turn to face the camera.",
}


def turn(look: Look) -> str:
    """Ask somebody to be seen from somewhere else."""
    return _TURN[look]


def unseen() -> str:
    """Ask somebody to come into the picture."""
    return "I cannot see you from head to feet. Step back, and let light fall on you."


def moved() -> str:
    """Ask somebody to stand still."""
    return "You moved. Stand still for two seconds."


def bent() -> str:
    """Ask somebody to stand upright."""
    return "Stand tall, with straight knees."


def short() -> str:
    """Say that too little was seen."""
    return "That was too short. Stay until you hear that it is done."
