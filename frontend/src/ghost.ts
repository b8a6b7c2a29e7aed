/** The shadow of somebody in the start position, seen from where the camera should be: to step into. */

import { circlesOf, membersOf } from "./figure";
import { outlineOf } from "./hull";
import { View, type Point } from "./space";

/** So much of the picture it takes: people must be able to stretch out. */
const FILLS = { width: 0.66, height: 0.84 };
const TILT_DEG = 4;
const UNIT = { scale: 1, left: 0, top: 0 };
const COLOUR = "#ffffff";
const STRENGTH = 0.34;

type Outline = readonly [number, number][];

export class Ghost {
  private readonly outlines: Outline[];
  private readonly box: { left: number; top: number; width: number; height: number };
  private drawn: OffscreenCanvas | null = null;

  constructor(joints: readonly Point[], azimuthDeg: number) {
    const view = new View(azimuthDeg, TILT_DEG);
    const parts = membersOf(joints).flatMap((member) => member.parts);
    this.outlines = parts.map((part) => outlineOf(circlesOf(part, view, UNIT)));
    const [xs, ys] = [0, 1].map((axis) => this.outlines.flat().map((corner) => corner[axis] ?? 0)) as [number[], number[]];
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    this.box = { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
  }

  draw(pen: CanvasRenderingContext2D, width: number, height: number): void {
    if (this.drawn?.width !== width || this.drawn.height !== height) this.drawn = this.paint(width, height);
    pen.save();
    pen.globalAlpha = STRENGTH;
    pen.drawImage(this.drawn, 0, 0);
    pen.restore();
  }

  /** Painted solid first: where limbs cross, a clear colour would show twice. */
  private paint(width: number, height: number): OffscreenCanvas {
    const canvas = new OffscreenCanvas(width, height);
    const pen = canvas.getContext("2d");
    if (!pen) return canvas;
    const { box } = this;
    const scale = Math.min((FILLS.width * width) / box.width, (FILLS.height * height) / box.height);
    pen.translate((width - scale * box.width) / 2, (height - scale * box.height) / 2);
    pen.scale(scale, scale);
    pen.translate(-box.left, -box.top);
    pen.fillStyle = COLOUR;
    for (const outline of this.outlines) {
      pen.beginPath();
      for (const [x, y] of outline) pen.lineTo(x, y);
      pen.fill();
    }
    return canvas;
  }
}

/** The shadow for an exercise; null where there is none to be had. */
export async function loadGhost(exercise: string): Promise<Ghost | null> {
  try {
    const answer = await fetch(`/exercises/${encodeURIComponent(exercise)}/athlete.json`);
    if (!answer.ok) return null;
    const { frames, azimuth_deg } = (await answer.json()) as { frames: Point[][]; azimuth_deg: number };
    // At the end of the animation the start position is held, the arms at rest.
    const start = frames.at(-1);
    return start ? new Ghost(start, azimuth_deg) : null;
  } catch {
    return null;
  }
}
