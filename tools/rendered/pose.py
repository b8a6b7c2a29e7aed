"""From the athlete's joints to the bones of a mesh, and from these to its skin.

Every bone of a limb begins at the athlete's joint and is stretched along itself so
that it ends at the next: the lengths of the athlete's body and those of the mesh
differ by a few per cent (the upper arm by about a fifth). The trunk is stretched
as a whole. Only the hips of the mesh stay broader than the athlete's: half of the
difference is made up.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rhomboid.skeleton import INDEX
from tools.rendered.mesh import RestBody
from tools.rendered.turns import about, between, frame, halfway, unit

Floats = NDArray[np.floating]

SIDES = (("left", ".L", 1.0), ("right", ".R", -1.0))
_KNUCKLES = 0.086
"""Metres from the wrist to the middle of a fist."""


@dataclass(frozen=True, slots=True, eq=False)
class Hand:
    """Where a hand goes.

    Attributes
    ----------
    ahead, thumb : shape (3,)
        Directions: from the wrist to the knuckles, and to the thumb's side.
    curl
        0 flat, 1 a fist.
    """

    ahead: Floats
    thumb: Floats
    curl: float


class Poser:
    """Bends a body at rest."""

    def __init__(self, rest: RestBody) -> None:
        self._rest, self._heads = rest, rest.heads_m
        self._index = {name: i for i, name in enumerate(rest.names)}
        self._trunk0 = self._rest_trunk()

    def skin(self, joints: Floats, hands: tuple[Hand, Hand]) -> tuple[Floats, dict[str, Floats]]:
        """Return the vertices, shape (V, 3), and where each bone begins, by its name.

        Parameters
        ----------
        joints : shape (33, 3)
        hands
            Left and right.
        """
        maps = np.zeros((len(self._rest.names), 3, 4))
        maps[:, :, :3] = np.eye(3)
        self._add_trunk(maps, joints)
        self._add_head(maps, joints)
        for (side, tag, _), hand in zip(SIDES, hands, strict=True):
            self._add_arm(maps, joints, side, tag, hand)
            self._add_leg(maps, joints, side, tag)
        blended = np.einsum("vk,vkij->vij", self._rest.weights, maps[self._rest.bones])
        vertices = np.einsum("vij,vj->vi", blended[..., :3], self._rest.vertices_m)
        places = {n: self._moved(maps, n, self._heads[n]) for n in self._index}
        return vertices + blended[..., 3], places

    def _moved(self, maps: Floats, bone: str, place: Floats) -> Floats:
        """Return where a bone's map takes a place of the body at rest."""
        m = maps[self._index[bone]]
        moved: Floats = m[:, :3] @ place + m[:, 3]
        return moved

    def _set(self, maps: Floats, bone: str, linear: Floats, start: Floats, end: Floats) -> None:
        """Let a bone turn by `linear` and take the place `start` to `end`."""
        maps[self._index[bone], :, :3] = linear
        maps[self._index[bone], :, 3] = end - linear @ start

    def _family(self, *starts: str) -> list[str]:
        """Return the bones whose names begin so."""
        return [name for name in self._rest.names if name.startswith(starts)]

    def _rest_trunk(self) -> tuple[Floats, Floats, float, float, float]:
        """Return the trunk at rest: hips' middle, frame, length, and widths of shoulders, hips."""
        h = self._heads
        hips = (h["upperleg01.L"] + h["upperleg01.R"]) / 2
        shoulders = (h["upperarm01.L"] + h["upperarm01.R"]) / 2
        up = shoulders - hips
        axes = frame(up, np.array([0.0, 1.0, 0.0]))
        wide = h["upperarm01.L"][1] - h["upperarm01.R"][1]
        low = h["upperleg01.L"][1] - h["upperleg01.R"][1]
        return hips, axes, float(np.sqrt(up @ up)), float(wide), float(low)

    def _trunk_map(self, joints: Floats, share: float) -> tuple[Floats, Floats, Floats]:
        """Return the map of the trunk at a share of its height: linear part, from, to."""
        at = {n: joints[INDEX[n]] for n in INDEX}
        hips = (at["left_hip"] + at["right_hip"]) / 2
        shoulders = (at["left_shoulder"] + at["right_shoulder"]) / 2
        up = shoulders - hips
        low, high = at["left_hip"] - at["right_hip"], at["left_shoulder"] - at["right_shoulder"]
        hips0, axes0, tall, wide, narrow = self._trunk0
        s = min(max(share, 0.0), 1.0)
        turned = halfway(frame(up, low), frame(up, high), s)
        at_hips = (np.sqrt(low @ low) / narrow + 1) / 2
        across = at_hips + s * (np.sqrt(high @ high) / wide - at_hips)
        size = np.diag([np.sqrt(up @ up) / tall, across, 1.0])
        return turned @ size @ axes0.T, hips0, hips

    def _share(self, bone: str) -> float:
        """Return at which share of the trunk's height the middle of a spine bone is."""
        hips0, axes0, tall, *_ = self._trunk0
        return float((self._heads[bone] - hips0) @ axes0[:, 0] / tall)

    def _add_trunk(self, maps: Floats, joints: Floats) -> None:
        """Set pelvis, spine and shoulder girdle."""
        for bone in self._family("root", "pelvis"):
            self._set(maps, bone, *self._trunk_map(joints, 0.0))
        for bone in self._family("spine"):
            self._set(maps, bone, *self._trunk_map(joints, self._share(bone) * 1.25))
        for bone in self._family("clavicle", "shoulder01"):
            self._set(maps, bone, *self._trunk_map(joints, 1.0))

    def _add_head(self, maps: Floats, joints: Floats) -> None:
        """Set head, eyes and neck."""
        ears = (joints[INDEX["left_ear"]] + joints[INDEX["right_ear"]]) / 2
        eyes = (joints[INDEX["left_eye_outer"]] + joints[INDEX["right_eye_outer"]]) / 2
        mouth = (joints[INDEX["mouth_left"]] + joints[INDEX["mouth_right"]]) / 2
        left = joints[INDEX["left_ear"]] - joints[INDEX["right_ear"]]
        up = unit(eyes - mouth)
        # The mouth is a little further to the front than the eyes.
        turned = about(left, np.degrees(np.arctan2(0.009, 0.040))) @ frame(up, left)
        linear = turned @ frame(np.array([0.0, 0.0, 1.0]), np.array([0.0, 1.0, 0.0])).T
        for bone in self._family("head", "eye"):
            self._set(maps, bone, linear, self._heads["ear"], ears)
        top, head = maps[self._index["clavicle.L"]], maps[self._index["head"]]
        for bone, share in (("neck01", 0.25), ("neck02", 0.55), ("neck03", 0.8)):
            maps[self._index[bone]] = top + share * (head - top)

    def _add_arm(self, maps: Floats, joints: Floats, side: str, tag: str, hand: Hand) -> None:
        """Set upper arm, forearm and hand of a side."""
        at = [joints[INDEX[f"{side}_{n}"]] for n in ("shoulder", "elbow", "wrist")]
        rest = [self._heads[f"{n}{tag}"] for n in ("upperarm01", "lowerarm01", "wrist")]
        upper, lower = self._hinged(rest, at)
        girdle = maps[self._index[f"clavicle{tag}"], :, :3]
        swung = self._swung(girdle, rest[1] - rest[0], at[1] - at[0])
        turn = self._hand_turn(tag, hand)
        met = between(turn @ (rest[2] - rest[1]), at[2] - at[1]) @ turn
        thick = _stretch(rest[1] - rest[0], at[1] - at[0])
        self._set(maps, f"upperarm01{tag}", halfway(swung, upper) @ thick, rest[0], at[0])
        self._set(maps, f"upperarm02{tag}", upper @ thick, rest[0], at[0])
        thin = _stretch(rest[2] - rest[1], at[2] - at[1])
        self._set(maps, f"lowerarm01{tag}", halfway(lower, met, 0.2) @ thin, rest[1], at[1])
        self._set(maps, f"lowerarm02{tag}", halfway(lower, met, 0.7) @ thin, rest[1], at[1])
        self._add_hand(maps, tag, turn, at[2], hand.curl)

    def _swung(self, trunk: Floats, rest: Floats, line: Floats) -> Floats:
        """Return how a bone turns that follows the trunk and then swings to a line."""
        u, _, v = np.linalg.svd(trunk)
        rigid = u @ v
        turned: Floats = between(rigid @ rest, line) @ rigid
        return turned

    def _hinged(self, rest: list[Floats], at: list[Floats]) -> tuple[Floats, Floats]:
        """Return how two bones turn that bend about one hinge."""
        lines0 = rest[1] - rest[0], rest[2] - rest[1]
        lines = at[1] - at[0], at[2] - at[1]
        hinge0, hinge = np.cross(*lines0), np.cross(*lines)
        upper = frame(lines[0], hinge) @ frame(lines0[0], hinge0).T
        lower = frame(lines[1], hinge) @ frame(lines0[1], hinge0).T
        return upper, lower

    def _hand_turn(self, tag: str, hand: Hand) -> Floats:
        """Return how a hand turns."""
        h = self._heads
        ahead0 = h[f"finger3-1{tag}"] - h[f"wrist{tag}"]
        thumb0 = h[f"finger2-1{tag}"] - h[f"finger5-1{tag}"]
        return frame(hand.ahead, hand.thumb) @ frame(ahead0, thumb0).T

    def _add_hand(self, maps: Floats, tag: str, turn: Floats, wrist: Floats, curl: float) -> None:
        """Set a hand and its fingers."""
        h = self._heads
        for bone in (f"wrist{tag}", *self._family("metacarpal")):
            if bone.endswith(tag):
                self._set(maps, bone, turn, h[f"wrist{tag}"], wrist)
        line = h[f"finger3-1{tag}"] - h[f"wrist{tag}"]
        hinge = np.cross(line, h[f"finger3-3{tag}"] - h[f"finger3-2{tag}"])
        for finger in range(1, 6):
            self._add_finger(maps, f"finger{finger}", tag, hinge, curl)

    def _add_finger(self, maps: Floats, finger: str, tag: str, hinge: Floats, curl: float) -> None:
        """Bend a finger towards the palm."""
        bends = (15.0, 25.0, 30.0) if finger == "finger1" else (65.0, 85.0, 55.0)
        before = maps[self._index[f"wrist{tag}"]]
        for number, bend in enumerate(bends, 1):
            bone = f"{finger}-{number}{tag}"
            start = self._heads[bone]
            linear = before[:, :3] @ about(hinge, bend * curl)
            self._set(maps, bone, linear, start, before[:, :3] @ start + before[:, 3])
            before = maps[self._index[bone]]

    def _add_leg(self, maps: Floats, joints: Floats, side: str, tag: str) -> None:
        """Set thigh, shank and foot of a side."""
        at = [joints[INDEX[f"{side}_{n}"]] for n in ("hip", "knee", "ankle")]
        rest = [self._heads[f"{n}{tag}"] for n in ("upperleg01", "lowerleg01", "foot")]
        at[0] = self._moved(maps, "root", rest[0])
        upper, lower = self._knee(rest, at)
        swung = self._swung(maps[self._index["root"], :, :3], rest[1] - rest[0], at[1] - at[0])
        thick = _stretch(rest[1] - rest[0], at[1] - at[0])
        thin = _stretch(rest[2] - rest[1], at[2] - at[1])
        self._set(maps, f"upperleg01{tag}", halfway(swung, upper) @ thick, rest[0], at[0])
        self._set(maps, f"upperleg02{tag}", upper @ thick, rest[0], at[0])
        for bone in (f"lowerleg01{tag}", f"lowerleg02{tag}"):
            self._set(maps, bone, lower @ thin, rest[1], at[1])
        self._add_foot(maps, joints, side, tag)

    def _knee(self, rest: list[Floats], at: list[Floats]) -> tuple[Floats, Floats]:
        """Return how thigh and shank turn; at rest the hinge is the body's left."""
        left = np.array([0.0, 1.0, 0.0])
        hinge = np.cross(at[1] - at[0], at[2] - at[1])
        hinge = hinge if hinge @ hinge > 1e-8 else left
        turns = [
            frame(at[i + 1] - at[i], hinge) @ frame(rest[i + 1] - rest[i], left).T for i in (0, 1)
        ]
        return turns[0], turns[1]

    def _add_foot(self, maps: Floats, joints: Floats, side: str, tag: str) -> None:
        """Set a foot and its toes, the sole where the athlete's is."""
        ankle, heel, toes = (joints[INDEX[f"{side}_{n}"]] for n in ("ankle", "heel", "foot_index"))
        start = self._heads[f"foot{tag}"]
        ahead = self._heads[f"toe2-1{tag}"] - start
        turn = frame(toes - heel, ankle - heel)
        turn0 = frame(ahead * [1.0, 1.0, 0.0], np.array([0.0, 0.0, 1.0]))
        # A shoe's sole is 7 mm under the athlete's heel and toes.
        height = (float((ankle - heel) @ turn[:, 1]) + 0.007) / (start[2] + 0.007)
        linear = turn @ np.diag([1.0, height, 1.0]) @ turn0.T
        for bone in self._family("foot", "toe"):
            if bone.endswith(tag):
                self._set(maps, bone, linear, start, ankle)


def _stretch(rest: Floats, line: Floats) -> Floats:
    """Return the stretch of a bone along itself to another length."""
    along = unit(rest)
    more = np.sqrt(line @ line) / np.sqrt(rest @ rest) - 1
    stretched: Floats = np.eye(3) + more * np.outer(along, along)
    return stretched


def fist(wrist: Floats, hand: Hand, palm_side: float) -> Floats:
    """Return the middle of a closed hand, shape (3,).

    Parameters
    ----------
    palm_side
        1 for the left hand, -1 for the right.
    """
    palm = palm_side * np.cross(unit(hand.ahead), unit(hand.thumb))
    middle: Floats = wrist + _KNUCKLES * unit(hand.ahead) + 0.022 * palm
    return middle
