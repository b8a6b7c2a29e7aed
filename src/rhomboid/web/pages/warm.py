"""What is slow once, done before anybody waits for it."""

from rhomboid.catalogue.read import load, names
from rhomboid.progress.draw import read_frames
from rhomboid.web.pages.athlete import animation
from rhomboid.web.pages.muscles import body_map
from rhomboid.web.pages.paper import read_templates
from rhomboid.web.pages.place import camera_place
from rhomboid.web.pages.still import still


def warm_up() -> None:
    """Read all templates, and draw all exercises."""
    read_templates()
    read_frames()
    for name in names():
        still(name)
        animation(name)
        body_map(name)
        camera_place(load(name))
