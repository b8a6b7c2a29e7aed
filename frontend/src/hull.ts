/** The outline around circles, as a rubber band would lie about them. */

export interface Circle {
  x: number;
  y: number;
  r: number;
}

const CORNERS = 20;

/** Returns the corners of the outline. */
export function outlineOf(circles: readonly Circle[]): [number, number][] {
  const points = circles.flatMap(({ x, y, r }) =>
    Array.from({ length: CORNERS }, (_, i): [number, number] => {
      const angle = (2 * Math.PI * i) / CORNERS;
      return [x + r * Math.cos(angle), y + r * Math.sin(angle)];
    }),
  );
  points.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return [...halfOf(points), ...halfOf([...points].reverse())];
}

/** One half of the convex hull (Andrew's monotone chain). */
function halfOf(points: readonly [number, number][]): [number, number][] {
  const half: [number, number][] = [];
  for (const point of points) {
    while (half.length > 1 && !turnsLeft(half[half.length - 2], half[half.length - 1], point)) half.pop();
    half.push(point);
  }
  return half.slice(0, -1);
}

function turnsLeft(a: [number, number] | undefined, b: [number, number] | undefined, c: [number, number]): boolean {
  if (!a || !b) return true;
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0;
}
