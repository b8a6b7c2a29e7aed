"""From triangles to a picture: depth by depth, one light with shadows, and light from above.

Kernels run on the processor, one triangle or pixel after the other, so that of two
triangles the nearer always wins and a picture is the same each time.
"""

from dataclasses import dataclass

import numpy as np
import warp as wp
from numpy.typing import NDArray

from rhomboid.athlete.camera import Camera
from tools.rendered.kernels import OVER, draw, shade
from tools.rendered.mesh import normals
from tools.rendered.turns import unit

Floats = NDArray[np.floating]
Ints = NDArray[np.integer]

wp.config.quiet = True

_MAP_PX, _MAP_M = 1200, 6.0
"""Size of the picture taken from the light, and how much of the room it shows."""


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """Coloured triangles.

    Attributes
    ----------
    vertices_m : shape (V, 3)
    faces : shape (F, 3)
    colours : shape (V, 3)
    """

    vertices_m: Floats
    faces: Ints
    colours: Floats


@dataclass(frozen=True, slots=True)
class Light:
    """A lamp far away, and the light that comes from everywhere.

    Attributes
    ----------
    towards
        Direction to the lamp, in the room.
    lamp, sky, floor
        Strengths: of the lamp, of what comes from above, and of what comes from below.
    tint
        Colour of the lamp.
    """

    towards: tuple[float, float, float]
    lamp: float
    sky: float
    floor: float
    tint: tuple[float, float, float] = (1.0, 1.0, 1.0)


def joined(meshes: list[Mesh]) -> Mesh:
    """Put meshes into one."""
    offsets = np.cumsum([0, *(len(m.vertices_m) for m in meshes)])
    return Mesh(
        np.concatenate([m.vertices_m for m in meshes]),
        np.concatenate([m.faces + o for m, o in zip(meshes, offsets, strict=False)]),
        np.concatenate([m.colours for m in meshes]),
    )


class Renderer:
    """Paints meshes from one camera under one light.

    Parameters
    ----------
    camera, aim_m
        The camera, and what it looks at, shape (3,): the middle of what casts shadows.
    light
        The light.
    around
        Walls and floor, which cast no shadow.
    still
        What stands there and does not move.
    """

    def __init__(
        self, camera: Camera, aim_m: Floats, light: Light, around: Mesh, still: Mesh
    ) -> None:
        self._camera, self._light = camera, light
        self._place, self._axes = camera.place_m(aim_m), camera.axes(aim_m)
        width, height = (int(s) * OVER for s in camera.size_px)
        to = unit(np.asarray(light.towards))
        aside = unit(np.cross(to, [0.0, 0.0, 1.0]))
        self._lamp = np.stack([aside, np.cross(aside, to), to])
        self._middle = np.array([aim_m[0], aim_m[1], 0.8])
        self._still = joined([around, still])
        self._view, self._shadow = Canvas(width, height), Canvas(_MAP_PX, _MAP_PX)
        self._view.draw(self._seen(self._still), self._still.faces, 0)
        self._shadow.draw(self._lit(still), still.faces, 0)
        self._fixed = self._attributes(self._still)
        whole = (0, 0, height // OVER, width // OVER)
        out = wp.zeros(whole[2:], dtype=wp.vec3, device="cpu")
        self._shade(out, whole, self._view, self._shadow, self._fixed, self._still.faces)
        self._background = out

    def paint(self, moving: Mesh) -> NDArray[np.uint8]:
        """Return a picture, shape (height, width, 3)."""
        view, shadow = self._view.copy(), self._shadow.copy()
        own = self._attributes(moving)
        view.draw(own[0], moving.faces, len(self._still.faces))
        shadow.draw(own[3], moving.faces, 0)
        both = [np.concatenate(pair) for pair in zip(self._fixed, own, strict=True)]
        faces = np.concatenate([self._still.faces, moving.faces + len(self._still.vertices_m)])
        out = wp.clone(self._background)
        self._shade(out, self._changed(moving), view, shadow, both, faces)
        return (np.clip(out.numpy(), 0, 1) * 255 + 0.5).astype(np.uint8)

    def _changed(self, moving: Mesh) -> tuple[int, int, int, int]:
        """Return the part of the picture with what moves and its shadow: first and last."""
        lamp = self._lamp[2]
        down = np.maximum(moving.vertices_m[:, 2:], 0.0) / lamp[2] * lamp
        places = np.concatenate([moving.vertices_m, moving.vertices_m - down])
        flat = self._seen(Mesh(places, moving.faces, moving.colours))[:, :2] / OVER
        size = self._camera.size_px
        if not np.isfinite(flat).all():
            return 0, 0, int(size[1]), int(size[0])
        left, top = np.clip(np.floor(flat.min(axis=0)) - 4, 0, size).astype(int)
        right, low = np.clip(np.ceil(flat.max(axis=0)) + 4, 0, size).astype(int)
        return int(top), int(left), int(low), int(right)

    def _seen(self, mesh: Mesh) -> Floats:
        """Return column, row and nearness of vertices in the picture, shape (V, 3)."""
        seen = (mesh.vertices_m - self._place) @ self._axes.T
        near = 1.0 / np.where(seen[:, 2:] > 0.1, seen[:, 2:], np.nan)
        middle = np.array([self._view.width, self._view.height]) / 2
        flat = self._camera.focal_px * OVER * seen[:, :2] * near + middle
        return np.concatenate([flat, near], axis=1)

    def _lit(self, mesh: Mesh) -> Floats:
        """Return column, row and nearness of vertices as the lamp sees them, shape (V, 3)."""
        lit = (mesh.vertices_m - self._middle) @ self._lamp.T
        return np.concatenate([(lit[:, :2] / _MAP_M + 0.5) * _MAP_PX, lit[:, 2:] + 20.0], axis=1)

    def _attributes(self, mesh: Mesh) -> list[Floats]:
        """Return what shading needs to know of vertices."""
        upright = normals(mesh.vertices_m, mesh.faces)
        return [self._seen(mesh), upright, mesh.colours, self._lit(mesh)]

    def _shade(
        self,
        out: wp.array,
        part: tuple[int, int, int, int],
        view: "Canvas",
        shadow: "Canvas",
        of: list[Floats],
        faces: Ints,
    ) -> None:
        """Write the light that comes from each pixel of a part: top, left, low, right."""
        light = self._light
        lamp = wp.vec3(*(light.lamp * np.asarray(light.tint)))
        wp.launch(
            shade, dim=(part[2] - part[0], part[3] - part[1]), device="cpu",
            inputs=[
                view.ids, _faces(faces), *(_vectors(values) for values in of), shadow.depth,
                wp.vec3(*self._lamp[2]), lamp, light.sky, light.floor,
                wp.vec2i(part[0], part[1]), out,
            ],
        )  # fmt: skip


class Canvas:
    """Which triangle each pixel shows, and how near it is."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.ids = wp.full((height, width), -1, dtype=wp.int32, device="cpu")
        self.depth = wp.zeros((height, width), dtype=wp.float32, device="cpu")

    def copy(self) -> "Canvas":
        """Return another with the same on it."""
        other = Canvas.__new__(Canvas)
        other.width, other.height = self.width, self.height
        other.ids, other.depth = wp.clone(self.ids), wp.clone(self.depth)
        return other

    def draw(self, places: Floats, faces: Ints, first: int) -> None:
        """Draw triangles.

        Parameters
        ----------
        places : shape (V, 3)
            Column, row, and nearness: the greater the nearer. NaN is not drawn.
        faces : shape (F, 3)
        first
            The number of the first triangle; the others follow.
        """
        known = np.flatnonzero(np.isfinite(places[faces]).all(axis=(1, 2)))
        numbers = wp.array((known + first).astype(np.int32), dtype=wp.int32, device="cpu")
        triangles = _faces(faces[known])
        wp.launch(
            draw, dim=len(known), device="cpu",
            inputs=[
                _vectors(np.nan_to_num(places)), triangles, numbers,
                self.width, self.height, self.ids, self.depth,
            ],
        )  # fmt: skip


def _vectors(values: Floats) -> wp.array:
    """Return vectors as a kernel takes them."""
    return wp.array(np.ascontiguousarray(values, dtype=np.float32), dtype=wp.vec3, device="cpu")


def _faces(values: Ints) -> wp.array:
    """Return triangles as a kernel takes them."""
    return wp.array(np.ascontiguousarray(values, dtype=np.int32), dtype=wp.vec3i, device="cpu")
