"""The joints we name, in the order every array of joints has.

The order is that of BlazePose's 33 points. A joint without a side ("elbow")
stands for a pair; which of the two, or both, is the reader's affair.
"""

JOINTS: tuple[str, ...] = (
    "nose",
    "left_eye_inner",
    "left_eye",
    "left_eye_outer",
    "right_eye_inner",
    "right_eye",
    "right_eye_outer",
    "left_ear",
    "right_ear",
    "mouth_left",
    "mouth_right",
    "left_shoulder",
    "right_shoulder",
    "left_elbow",
    "right_elbow",
    "left_wrist",
    "right_wrist",
    "left_pinky",
    "right_pinky",
    "left_index",
    "right_index",
    "left_thumb",
    "right_thumb",
    "left_hip",
    "right_hip",
    "left_knee",
    "right_knee",
    "left_ankle",
    "right_ankle",
    "left_heel",
    "right_heel",
    "left_foot_index",
    "right_foot_index",
)
"""Names of the joints, left and right as the person has them."""

INDEX: dict[str, int] = {name: i for i, name in enumerate(JOINTS)}
"""From a joint's name to its place in an array of joints."""

PAIRS: dict[str, tuple[int, int]] = {
    name: (INDEX[f"left_{name}"], INDEX[f"right_{name}"])
    for name in ("ear", "shoulder", "elbow", "wrist", "hip", "knee", "ankle", "heel", "foot_index")
}
"""From a joint without side to the places of its left and its right."""

MIRROR: tuple[int, ...] = tuple(
    INDEX[
        name.replace("left", "·").replace("right", "left").replace("·", "right")
        if "left" in name or "right" in name
        else name
    ]
    for name in JOINTS
)
"""The joint on the other side of the body, for each joint."""

BONES: tuple[tuple[str, str], ...] = (
    ("left_shoulder", "right_shoulder"),
    ("left_hip", "right_hip"),
    ("left_shoulder", "left_hip"),
    ("right_shoulder", "right_hip"),
    ("left_shoulder", "left_elbow"),
    ("left_elbow", "left_wrist"),
    ("right_shoulder", "right_elbow"),
    ("right_elbow", "right_wrist"),
    ("left_hip", "left_knee"),
    ("left_knee", "left_ankle"),
    ("right_hip", "right_knee"),
    ("right_knee", "right_ankle"),
    ("left_ankle", "left_foot_index"),
    ("right_ankle", "right_foot_index"),
)
"""What to join with a line when a person is drawn."""
