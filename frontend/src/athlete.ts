/** `<rh-athlete>`: the drawn athlete doing an exercise, seen from any side. */

import { drawFigure, type Paint } from "./figure";
import { Player, wantsLittleMotion } from "./player";
import { between, fitAll, middleOf, onSheet, View, type Point, type Sheet } from "./space";
import * as words from "./words";

interface Gear {
  kind: "line" | "floor";
  points: Point[];
  /** Its points in each frame, where it moves. */
  frames?: Point[][];
}

interface Animation {
  fps: number;
  duration_s: number;
  frames: Point[][];
  phases: { name: "out" | "turn" | "back" | "rest"; start_s: number; end_s: number }[];
  azimuth_deg: number;
  gear: Gear[];
}

const TILT_DEG = 9;
const DEG_PER_PX = 0.5;
const DEG_PER_KEY = 15;
const GRID_M = 0.5;
const GRID_HALF = 3;

export class AthleteElement extends HTMLElement {
  private told: Animation | null = null;
  private extent: Point[] = [];
  private player: Player | null = null;
  private azimuthDeg = 0;
  private readonly canvas = document.createElement("canvas");
  private readonly button = document.createElement("button");
  private readonly phase = document.createElement("p");
  private stopWatching: (() => void) | null = null;

  connectedCallback(): void {
    void this.load();
  }

  disconnectedCallback(): void {
    this.player?.pause();
    this.stopWatching?.();
  }

  private async load(): Promise<void> {
    const answer = await fetch(this.getAttribute("src") ?? "").catch(() => null);
    // What stands inside the element (a still drawing) stays if there is nothing better.
    if (!answer?.ok) return;
    this.told = (await answer.json()) as Animation;
    this.azimuthDeg = this.told.azimuth_deg;
    this.extent = [...extentOf(this.told)];
    this.player = new Player(this.told.duration_s, true, () => this.draw());
    this.build();
    this.watch();
    if (!wantsLittleMotion()) this.player.play();
    this.showButton();
    this.draw();
  }

  private build(): void {
    this.canvas.className = "rh-canvas";
    this.canvas.tabIndex = 0;
    this.canvas.setAttribute("role", "img");
    const label = this.getAttribute("label") ?? "";
    this.canvas.setAttribute("aria-label", `${label} ${words.WORDS.turnHelp}`.trim());
    this.phase.className = "rh-phase";
    this.button.type = "button";
    this.button.className = "rh-button";
    this.button.addEventListener("click", () => this.toggle());
    const bar = document.createElement("div");
    bar.className = "rh-bar";
    bar.append(this.button, this.phase);
    this.replaceChildren(this.canvas, bar);
    this.canvas.addEventListener("keydown", (event) => this.onKey(event));
    this.canvas.addEventListener("pointerdown", (event) => this.canvas.setPointerCapture(event.pointerId));
    this.canvas.addEventListener("pointermove", (event) => {
      if (this.canvas.hasPointerCapture(event.pointerId)) this.turn(-event.movementX * DEG_PER_PX);
    });
  }

  /** Draws again when the size or the colours change; rests while out of sight. */
  private watch(): void {
    const size = new ResizeObserver(() => this.draw());
    size.observe(this.canvas);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const redraw = (): void => this.draw();
    dark.addEventListener("change", redraw);
    this.stopWatching = () => {
      size.disconnect();
      dark.removeEventListener("change", redraw);
    };
  }

  private onKey(event: KeyboardEvent): void {
    const turns: Readonly<Record<string, number>> = { ArrowLeft: -DEG_PER_KEY, ArrowRight: DEG_PER_KEY };
    const turn = turns[event.key];
    if (turn !== undefined) this.turn(turn);
    else if (event.key === " ") this.toggle();
    else return;
    event.preventDefault();
  }

  private turn(byDeg: number): void {
    this.azimuthDeg = (this.azimuthDeg + byDeg + 360) % 360;
    this.draw();
  }

  private toggle(): void {
    if (this.player?.isPlaying) this.player.pause();
    else this.player?.play();
    this.showButton();
  }

  private showButton(): void {
    this.button.textContent = this.player?.isPlaying ? words.WORDS.pause : words.WORDS.play;
  }

  private draw(): void {
    const pen = this.canvas.getContext("2d");
    if (!this.told || !this.player || !pen) return;
    const density = devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const [wide, tall] = [Math.round(width * density), Math.round(height * density)];
    if (this.canvas.width !== wide || this.canvas.height !== tall) {
      this.canvas.width = wide;
      this.canvas.height = tall;
    }
    pen.setTransform(density, 0, 0, density, 0, 0);
    pen.clearRect(0, 0, width, height);
    const view = new View(this.azimuthDeg, TILT_DEG, middleOf(this.extent));
    const sheet = fitAll(this.extent, view, width, height);
    const style = getComputedStyle(this);
    this.drawFloor(pen, view, sheet, style);
    const at = this.player.nowS * this.told.fps;
    const gear = this.told.gear.map((one) => ({ line: gearAt(one, at), near: nearest(one, at, view) }));
    const joints = momentOf(this.told.frames, at);
    const middle = view.see(joints[23] ?? [0, 0, 0]).near;
    for (const one of gear) if (one.near <= middle) drawGear(pen, one.line, view, sheet, style);
    drawFigure(pen, joints, view, sheet, paintOf(style));
    for (const one of gear) if (one.near > middle) drawGear(pen, one.line, view, sheet, style);
    this.showPhase();
  }

  private drawFloor(pen: CanvasRenderingContext2D, view: View, sheet: Sheet, style: CSSStyleDeclaration): void {
    const reach = GRID_M * GRID_HALF;
    pen.strokeStyle = colourOf(style, "--grid", "#d8d8d2");
    pen.lineWidth = 1;
    for (let i = -GRID_HALF; i <= GRID_HALF; i++) {
      line(pen, [[i * GRID_M, -reach, 0], [i * GRID_M, reach, 0]], view, sheet);
      line(pen, [[-reach, i * GRID_M, 0], [reach, i * GRID_M, 0]], view, sheet);
    }
  }

  private showPhase(): void {
    const nowS = this.player?.nowS ?? 0;
    const phase = this.told?.phases.find(({ start_s, end_s }) => nowS >= start_s && nowS < end_s);
    const name = phase ? words.PHASE[phase.name] : "";
    const said = phase ? words.phaseWithTime(name, phase.end_s - phase.start_s) : "";
    if (this.phase.textContent !== said) this.phase.textContent = said;
  }
}

/** The joints at a time between two frames. */
export function momentOf(frames: readonly Point[][], at: number): Point[] {
  const whole = Math.floor(at) % frames.length;
  const [now, next] = [frames[whole] ?? [], frames[(whole + 1) % frames.length] ?? []];
  return now.map((point, i) => between(point, next[i] ?? point, at - Math.floor(at)));
}

function gearAt(gear: Gear, at: number): Point[] {
  return gear.frames?.length ? momentOf(gear.frames, at) : gear.points;
}

function nearest(gear: Gear, at: number, view: View): number {
  const points = gearAt(gear, at);
  return points.reduce((sum, point) => sum + view.see(point).near, 0) / Math.max(1, points.length);
}

/** Some of all the points that are ever drawn: the drawing must not jump while it moves. */
function* extentOf(told: Animation): Generator<Point> {
  const step = Math.max(1, Math.floor(told.frames.length / 12));
  for (let i = 0; i < told.frames.length; i += step) yield* told.frames[i] ?? [];
  for (const { points } of told.gear) yield* points;
}

function drawGear(
  pen: CanvasRenderingContext2D,
  points: readonly Point[],
  view: View,
  sheet: Sheet,
  style: CSSStyleDeclaration,
): void {
  pen.strokeStyle = colourOf(style, "--gear", "#8a7a5c");
  pen.lineWidth = Math.max(2, sheet.scale * 0.018);
  pen.lineCap = "round";
  line(pen, points, view, sheet);
}

function line(pen: CanvasRenderingContext2D, points: readonly Point[], view: View, sheet: Sheet): void {
  pen.beginPath();
  for (const point of points) pen.lineTo(...onSheet(sheet, view.see(point)));
  pen.stroke();
}

function paintOf(style: CSSStyleDeclaration): Paint {
  return {
    skin: colourOf(style, "--figure-skin", "#d9b79b"),
    shirt: colourOf(style, "--muscle", "#0b7a84"),
    shorts: colourOf(style, "--figure-shorts", "#3d4a52"),
    shoe: colourOf(style, "--figure-shoe", "#8d979c"),
    edge: colourOf(style, "--figure-edge", "#2b3338"),
    ground: colourOf(style, "--card", "#ffffff"),
  };
}

/** Only colours as #rrggbb can be mixed. */
function colourOf(style: CSSStyleDeclaration, name: string, otherwise: string): string {
  const value = style.getPropertyValue(name).trim();
  return /^#[0-9a-f]{6}$/i.test(value) ? value : otherwise;
}
