"""The inner loops of painting: triangles into a depth buffer, light on what is seen.

Kernels of `warp`, compiled for the processor, one triangle or pixel after the other.
"""

import warp as wp

OVER = 2
"""Pixels are drawn this many times finer on each axis, and averaged."""
FINE_ACROSS, FINE = wp.constant(OVER), wp.constant(OVER * OVER)


@wp.func
def _weights(a: wp.vec3, b: wp.vec3, c: wp.vec3, x: float, y: float) -> wp.vec3:
    """Return the shares of three corners in a point of the picture."""
    area = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])
    if wp.abs(area) < 1.0e-9:
        return wp.vec3(1.0, 0.0, 0.0)
    v = ((x - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (y - a[1])) / area
    w = ((b[0] - a[0]) * (y - a[1]) - (x - a[0]) * (b[1] - a[1])) / area
    return wp.vec3(1.0 - v - w, v, w)


@wp.func
def _crossed(ends: wp.vec2, p: wp.vec3, q: wp.vec3, row: float) -> wp.vec2:
    """Widen the columns that a triangle covers in a row by where one edge crosses it."""
    if (p[1] <= row) == (q[1] <= row):
        return ends
    x = p[0] + (row - p[1]) / (q[1] - p[1]) * (q[0] - p[0])
    return wp.vec2(wp.min(ends[0], x), wp.max(ends[1], x))


@wp.kernel
def draw(
    places: wp.array(dtype=wp.vec3), faces: wp.array(dtype=wp.vec3i),
    numbers: wp.array(dtype=wp.int32), width: int, height: int,
    ids: wp.array2d(dtype=wp.int32), depth: wp.array2d(dtype=wp.float32),
):  # fmt: skip
    """Write one triangle where it is nearer than what is there."""
    i = wp.tid()
    f = faces[i]
    a, b, c = places[f[0]], places[f[1]], places[f[2]]
    top = wp.max(0, int(wp.floor(wp.min(a[1], wp.min(b[1], c[1])))))
    low = wp.min(height - 1, int(wp.ceil(wp.max(a[1], wp.max(b[1], c[1])))))
    for y in range(top, low + 1):
        row = float(y) + 0.5
        ends = _crossed(wp.vec2(float(width), -1.0), a, b, row)
        ends = _crossed(ends, b, c, row)
        ends = _crossed(ends, c, a, row)
        left = wp.max(0, int(wp.ceil(ends[0] - 0.5)))
        right = wp.min(width - 1, int(wp.floor(ends[1] - 0.5)))
        for x in range(left, right + 1):
            s = _weights(a, b, c, float(x) + 0.5, row)
            near = s[0] * a[2] + s[1] * b[2] + s[2] * c[2]
            if near > depth[y, x]:
                depth[y, x] = near
                ids[y, x] = numbers[i]


@wp.func
def _reached(lit: wp.vec3, shadow: wp.array2d(dtype=wp.float32), slack: float) -> float:
    """Return the share of the lamp's light that reaches a place."""
    reached = float(0.0)  # noqa: UP018 - a variable, where 0.0 is a constant
    for j in range(2):
        for i in range(2):
            u = int(lit[0] + 2.4 * (float(i) - 0.5))
            v = int(lit[1] + 2.4 * (float(j) - 0.5))
            hidden = float(0.0)  # noqa: UP018 - a variable, where 0.0 is a constant
            inside = u >= 0 and v >= 0 and u < shadow.shape[1] and v < shadow.shape[0]
            if inside:  # noqa: SIM102 - the other condition must not look outside
                if shadow[v, u] > lit[2] + slack:
                    hidden = 1.0
            reached += 0.25 * (1.0 - hidden)
    return reached


@wp.func
def _sample(  # noqa: PLR0913, PLR0917 - a kernel takes its arrays one by one
    f: wp.vec3i, x: float, y: float, places: wp.array(dtype=wp.vec3),
    upright: wp.array(dtype=wp.vec3), colours: wp.array(dtype=wp.vec3),
    lit: wp.array(dtype=wp.vec3), shadow: wp.array2d(dtype=wp.float32),
    lamp_to: wp.vec3, lamp: wp.vec3, sky: float, floor: float,
) -> wp.vec3:  # fmt: skip
    """Return the light from one place of a triangle."""
    a, b, c = places[f[0]], places[f[1]], places[f[2]]
    w = _weights(a, b, c, x, y)
    s = wp.vec3(w[0] * a[2], w[1] * b[2], w[2] * c[2])
    s = s / (s[0] + s[1] + s[2])
    up = wp.normalize(s[0] * upright[f[0]] + s[1] * upright[f[1]] + s[2] * upright[f[2]])
    colour = s[0] * colours[f[0]] + s[1] * colours[f[1]] + s[2] * colours[f[2]]
    facing = wp.max(0.0, wp.dot(up, lamp_to))
    if facing > 0.0:
        at = s[0] * lit[f[0]] + s[1] * lit[f[1]] + s[2] * lit[f[2]]
        facing = facing * _reached(at, shadow, 0.012 + 0.02 * (1.0 - facing))
    around = floor + (sky - floor) * (0.5 + 0.5 * up[2])
    return wp.cw_mul(colour, wp.vec3(around, around, around) + lamp * facing)


@wp.kernel
def shade(  # noqa: PLR0913, PLR0917 - a kernel takes its arrays one by one
    ids: wp.array2d(dtype=wp.int32), faces: wp.array(dtype=wp.vec3i),
    places: wp.array(dtype=wp.vec3), upright: wp.array(dtype=wp.vec3),
    colours: wp.array(dtype=wp.vec3), lit: wp.array(dtype=wp.vec3),
    shadow: wp.array2d(dtype=wp.float32), lamp_to: wp.vec3, lamp: wp.vec3,
    sky: float, floor: float, first: wp.vec2i, out: wp.array2d(dtype=wp.vec3),
):  # fmt: skip
    """Light one pixel, counted from the first: the mean of its fine ones."""
    row, column = wp.tid()
    row += first[0]
    column += first[1]
    total = wp.vec3(0.0, 0.0, 0.0)
    for k in range(FINE):
        y = row * FINE_ACROSS + k // FINE_ACROSS
        x = column * FINE_ACROSS + k % FINE_ACROSS
        if ids[y, x] >= 0:
            total += _sample(
                faces[ids[y, x]], float(x) + 0.5, float(y) + 0.5, places, upright, colours,
                lit, shadow, lamp_to, lamp, sky, floor,
            )  # fmt: skip
    out[row, column] = total / float(FINE)
