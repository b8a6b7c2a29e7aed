/** A room seen from a side: turns points in metres into points of the drawing. */

export type Point = readonly [number, number, number];

/** Right, down, and how near to whoever looks on. */
export interface Seen {
  x: number;
  y: number;
  near: number;
}

export class View {
  constructor(
    /** 0 from the front, 90 from the athlete's left, in degrees. */
    readonly azimuthDeg: number,
    /** From how far above, in degrees. */
    readonly tiltDeg: number,
    /** About what it is turned: x and y on the floor. */
    private readonly middle: readonly [number, number] = [0, 0],
  ) {}

  /** In metres; the room has x forward, y to the athlete's left, z up. */
  see([x, y, z]: Point): Seen {
    const [turn, tilt] = [this.azimuthDeg, this.tiltDeg].map((angle) => (angle * Math.PI) / 180) as [number, number];
    const [dx, dy] = [x - this.middle[0], y - this.middle[1]];
    const ahead = dx * Math.cos(turn) + dy * Math.sin(turn);
    const right = dy * Math.cos(turn) - dx * Math.sin(turn);
    return {
      x: right,
      y: -(z * Math.cos(tilt) - ahead * Math.sin(tilt)),
      near: ahead * Math.cos(tilt) + z * Math.sin(tilt),
    };
  }

  /** How far to the side a point may come when the room is turned. */
  reach([x, y]: Point): number {
    return Math.hypot(x - this.middle[0], y - this.middle[1]);
  }
}

/** The middle of all points, on the floor. */
export function middleOf(points: readonly Point[]): [number, number] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2];
}

/** How metres lie on the drawing. */
export interface Sheet {
  scale: number;
  left: number;
  top: number;
}

/** Fits all points on a drawing, from whichever side they are seen. */
export function fitAll(points: Iterable<Point>, view: View, width: number, height: number): Sheet {
  let [reach, high, low] = [0.3, -Infinity, Infinity];
  for (const point of points) {
    const { y } = view.see(point);
    reach = Math.max(reach, view.reach(point));
    high = Math.max(high, -y);
    low = Math.min(low, -y);
  }
  const margin = 0.16;
  const tall = Math.max(0.6, high - low) + 2 * margin;
  const scale = Math.min(width / (2 * (reach + margin)), height / tall);
  return { scale, left: width / 2, top: height / 2 + (scale * (high + low)) / 2 };
}

export function onSheet(sheet: Sheet, seen: Seen): [number, number] {
  return [sheet.left + sheet.scale * seen.x, sheet.top + sheet.scale * seen.y];
}

/** The point between two, at a share of the way. */
export const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];
