"""What stays where, in words: a part of :mod:`rhomboid.web.pages.words`."""

POINTS: tuple[tuple[str, str], ...] = (
    (
        "Pictures",
        (
            "While you train, the picture goes from your camera to this tab and no"
            " further. The tab finds your joints in it and forgets it. No picture is stored"
            " and none is sent, not even to rhomboid."
        ),
    ),
    (
        "Joints",
        (
            "The places of your joints go from the tab to rhomboid on your own machine, which"
            " counts and judges. When a set is over they are kept, so you can see it again."
        ),
    ),
    (
        "Videos",
        (
            "A video file that you drop is copied to this machine's folder, watched there, and"
            " removed as soon as that is done."
        ),
    ),
    (
        "What you say",
        "Effort, pain and notes are kept beside the set, and nowhere else.",
    ),
    (
        "The rest of the world",
        (
            "rhomboid speaks to nobody: no account, no cloud, no statistics, no font or script"
            " from elsewhere. Your browser is told to refuse any other address."
        ),
    ),
    (
        "A phone as camera",
        (
            "If you let a phone in, the joints travel over your own network, encrypted, from"
            " that phone to this machine. Nobody else on the network is let in."
        ),
    ),
    (
        "Forgetting",
        "Discard a set on its page and it is gone; with rhomboid erase, everything is.",
    ),
)
"""Each point, and what is to be said of it."""
