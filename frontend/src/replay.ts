/** `<rh-replay>`: the stick figure of a set that was kept; there is no video of it. */

import { BONES, JOINT } from "./joints";
import { Player } from "./player";
import * as words from "./words";

type Place = readonly [number, number] | null;

interface Replay {
  times_s: number[];
  joints: Place[][];
  size: [number, number];
  bones?: [number, number][];
  reps: { number: number; start_s: number; end_s: number; faults: string[] }[];
}

/** So near its beginning a repetition has begun, whatever sums of times come to. */
const CLOSE_S = 1e-6;
const SPEEDS = [0.25, 0.5, 1] as const;

export class ReplayElement extends HTMLElement {
  private told: Replay | null = null;
  private player: Player | null = null;
  private readonly canvas = document.createElement("canvas");
  private readonly scrub = document.createElement("input");
  private readonly play = document.createElement("button");
  private readonly said = document.createElement("p");
  private readonly onSeek = (event: Event): void => this.hearSeek(event);

  connectedCallback(): void {
    document.addEventListener("rh-seek", this.onSeek);
    void this.load();
  }

  disconnectedCallback(): void {
    document.removeEventListener("rh-seek", this.onSeek);
    this.player?.pause();
  }

  private async load(): Promise<void> {
    const answer = await fetch(this.getAttribute("src") ?? "").catch(() => null);
    if (!answer?.ok) {
      this.textContent = words.WORDS.cannotLoad;
      return;
    }
    this.told = (await answer.json()) as Replay;
    const [first, last] = [this.told.times_s[0] ?? 0, this.told.times_s.at(-1) ?? 0];
    this.player = new Player(last - first, false, (timeS) => this.showTime(timeS));
    this.build(last - first);
    this.showTime(0);
  }

  private build(lengthS: number): void {
    this.canvas.className = "rh-canvas";
    this.canvas.setAttribute("role", "img");
    this.canvas.setAttribute("aria-label", this.getAttribute("label") ?? "");
    [this.canvas.width, this.canvas.height] = this.told?.size ?? [640, 480];
    this.said.className = "rh-phase";
    this.scrub.type = "range";
    this.scrub.className = "rh-scrub";
    this.scrub.max = String(lengthS);
    this.scrub.step = "0.04";
    this.scrub.setAttribute("aria-label", words.WORDS.scrub);
    this.scrub.addEventListener("input", () => this.player?.seek(this.scrub.valueAsNumber));
    this.play.type = "button";
    this.play.className = "rh-button";
    this.play.addEventListener("click", () => this.toggle());
    const bar = document.createElement("div");
    bar.className = "rh-bar";
    bar.append(this.play, ...SPEEDS.map((factor) => this.speedButton(factor)), this.said);
    this.replaceChildren(this.canvas, this.scrub, bar, this.repButtons());
    this.setSpeed(1);
    this.showPlay();
    new ResizeObserver(() => this.draw(this.player?.nowS ?? 0)).observe(this.canvas);
  }

  private speedButton(factor: number): HTMLButtonElement {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "rh-button rh-speed";
    button.textContent = words.speed(factor);
    button.dataset["speed"] = String(factor);
    button.addEventListener("click", () => this.setSpeed(factor));
    return button;
  }

  /** One button a repetition; a fault is marked by a sign as well as by its colour. */
  private repButtons(): HTMLElement {
    const list = document.createElement("div");
    list.className = "rh-bar rh-reps";
    for (const rep of this.told?.reps ?? []) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = rep.faults.length ? "rh-button rh-rep has-fault" : "rh-button rh-rep";
      button.textContent = rep.faults.length ? `${rep.number} !` : String(rep.number);
      button.title = rep.faults.join(", ");
      button.setAttribute("aria-label", [words.repetition(rep.number), ...rep.faults].join(", "));
      button.dataset["rep"] = String(rep.number);
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", () => this.seekTo(rep.start_s));
      list.append(button);
    }
    return list;
  }

  private hearSeek(event: Event): void {
    const detail: unknown = event instanceof CustomEvent ? event.detail : null;
    if (detail && typeof detail === "object" && "time_s" in detail && typeof detail.time_s === "number") {
      this.seekTo(detail.time_s);
      this.scrollIntoView({ block: "nearest" });
    }
  }

  /** @param timeS On the clock of the set. */
  private seekTo(timeS: number): void {
    this.player?.seek(timeS - (this.told?.times_s[0] ?? 0));
  }

  private toggle(): void {
    if (this.player?.isPlaying) this.player.pause();
    else this.player?.play();
    this.showPlay();
  }

  private showPlay(): void {
    this.play.textContent = this.player?.isPlaying ? words.WORDS.pause : words.WORDS.play;
  }

  private setSpeed(factor: number): void {
    if (this.player) this.player.speed = factor;
    for (const button of this.querySelectorAll<HTMLElement>("[data-speed]"))
      button.setAttribute("aria-pressed", String(button.dataset["speed"] === String(factor)));
  }

  private showTime(timeS: number): void {
    this.scrub.value = String(timeS);
    this.draw(timeS);
    const atS = timeS + (this.told?.times_s[0] ?? 0);
    const rep = this.told?.reps.filter(({ start_s, end_s }) => atS >= start_s - CLOSE_S && atS <= end_s).at(-1);
    const said = rep ? [words.repetition(rep.number), ...rep.faults].join(" · ") : "";
    if (this.said.textContent !== said) {
      this.said.textContent = said;
      for (const button of this.querySelectorAll<HTMLElement>("[data-rep]"))
        button.setAttribute("aria-pressed", String(button.dataset["rep"] === String(rep?.number)));
    }
    this.showPlay();
  }

  private draw(timeS: number): void {
    const pen = this.canvas.getContext("2d");
    if (!pen || !this.told) return;
    const { width, height } = this.canvas;
    pen.clearRect(0, 0, width, height);
    const joints = this.told.joints[frameAt(this.told.times_s, timeS + (this.told.times_s[0] ?? 0))] ?? [];
    const style = getComputedStyle(this);


    pen.strokeStyle = pen.fillStyle = style.color;
    pen.lineWidth = Math.max(3, Math.min(width, height) / 70);
    pen.lineCap = pen.lineJoin = "round";
    for (const [a, b] of this.told.bones ?? BONES) drawBone(pen, joints[a], joints[b]);
    drawHead(pen, joints);
  }
}

/** The last frame that is not later than a time. */
export function frameAt(timesS: readonly number[], timeS: number): number {
  let [low, high] = [0, timesS.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((timesS[middle] ?? Infinity) <= timeS) low = middle;
    else high = middle - 1;
  }
  return low;
}

function drawBone(pen: CanvasRenderingContext2D, from: Place | undefined, to: Place | undefined): void {
  if (!from || !to) return;
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.stroke();
}

function drawHead(pen: CanvasRenderingContext2D, joints: readonly (Place | undefined)[]): void {
  const [nose, left, right] = [joints[JOINT.nose], joints[JOINT.leftShoulder], joints[JOINT.rightShoulder]];
  if (!nose || !left || !right) return;
  const neck = [(left[0] + right[0]) / 2, (left[1] + right[1]) / 2] as const;
  pen.beginPath();
  pen.arc(nose[0], nose[1], 0.42 * Math.hypot(nose[0] - neck[0], nose[1] - neck[1]), 0, 2 * Math.PI);
  pen.stroke();
}
