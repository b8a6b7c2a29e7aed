/** What is drawn over the picture: the joints found, or a shadow to step into. */

import type { Ghost } from "./ghost";
import { BONES, DOTS, NUMBERS_PER_JOINT, SURE } from "./joints";

const LINE = "#ffffff";
const EDGE = "rgba(0, 0, 0, 0.55)";

export class Overlay {
  private readonly pen: CanvasRenderingContext2D | null;
  private thick = 4;
  /** Whom to step into; null until it is loaded. */
  ghost: Ghost | null = null;

  constructor(private readonly canvas: HTMLCanvasElement) {
    this.pen = canvas.getContext("2d");
  }

  /** Fits the drawing to the picture; both are laid out alike by the style sheet. */
  fit(width: number, height: number): void {
    if (this.canvas.width === width && this.canvas.height === height) return;
    this.canvas.width = width;
    this.canvas.height = height;
    this.thick = Math.max(2, Math.round(Math.min(width, height) / 110));
  }

  draw(joints: Float32Array | null, withGhost: boolean): void {
    const { width, height } = this.canvas;
    this.pen?.clearRect(0, 0, width, height);
    if (withGhost && this.pen) this.ghost?.draw(this.pen, width, height);
    if (!joints) return;
    for (const [a, b] of BONES) this.drawBone(joints, a, b);
    for (const joint of DOTS) this.drawDot(joints, joint);
  }

  private drawBone(joints: Float32Array, a: number, b: number): void {
    const pen = this.pen;
    const [from, to] = [placeOf(joints, a), placeOf(joints, b)];
    if (!pen || !from.isSure || !to.isSure) return;
    for (const [colour, wide] of [[EDGE, 2.2], [LINE, 1]] as const) {
      pen.strokeStyle = colour;
      pen.lineWidth = this.thick * wide;
      pen.lineCap = "round";
      pen.beginPath();
      pen.moveTo(from.x, from.y);
      pen.lineTo(to.x, to.y);
      pen.stroke();
    }
  }

  /** A joint that is only guessed is drawn hollow. */
  private drawDot(joints: Float32Array, joint: number): void {
    const pen = this.pen;
    const { x, y, isSure } = placeOf(joints, joint);
    if (!pen || !Number.isFinite(x)) return;
    pen.beginPath();
    pen.arc(x, y, this.thick * 1.5, 0, 2 * Math.PI);
    pen.lineWidth = this.thick * 0.6;
    pen.strokeStyle = isSure ? EDGE : LINE;
    pen.fillStyle = LINE;
    if (isSure) pen.fill();
    pen.stroke();
  }
}

function placeOf(joints: Float32Array, joint: number): { x: number; y: number; isSure: boolean } {
  const at = joint * NUMBERS_PER_JOINT;
  const [x, y, visibility] = [joints[at] ?? NaN, joints[at + 1] ?? NaN, joints[at + 2] ?? 0];
  return { x, y, isSure: visibility >= SURE && Number.isFinite(x) };
}
