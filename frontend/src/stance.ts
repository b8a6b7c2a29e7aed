/** Measures how somebody stands: the last two seconds, asked again until they will do. */

import { encodeFrame } from "./frames";
import type { Found } from "./pose";

export type Look = "side" | "front";

const LOOKS: readonly Look[] = ["front", "side"];
const WATCHED_S = 2;
const EVERY_S = 2.5;

export interface Heard {
  /** What to do now, to be shown and said. */
  onAsk(look: Look): void;
  onRefused(sentence: string): void;
  onDone(): void;
}

/** Sends frames; answers nothing if they will do, else why not. */
export type Send = (look: Look, body: Blob, size: [number, number]) => Promise<string | null>;

export class Stance {
  private frames: { timeS: number; bytes: ArrayBuffer }[] = [];
  private at = 0;
  private askedS: number | null = null;
  private isAsking = false;

  constructor(
    private readonly heard: Heard,
    private readonly send: Send = sendToServer,
  ) {}

  get look(): Look | null {
    return LOOKS[this.at] ?? null;
  }

  start(): void {
    if (this.look) this.heard.onAsk(this.look);
  }

  async add({ timeS, joints }: Found, size: [number, number]): Promise<void> {
    const look = this.look;
    if (!look || this.isAsking) return;
    this.askedS ??= timeS;
    // Somebody who was out of the picture begins anew.
    this.frames = joints ? this.frames.filter((one) => timeS - one.timeS <= WATCHED_S) : [];
    if (joints) this.frames.push({ timeS, bytes: encodeFrame(this.frames.length, { timeS, joints }) });
    if (timeS - this.askedS < EVERY_S) return;
    this.askedS = timeS;
    await this.ask(look, size);
  }

  private async ask(look: Look, size: [number, number]): Promise<void> {
    this.isAsking = true;
    const why = await this.send(look, new Blob(this.frames.map(({ bytes }) => bytes)), size);
    this.frames = [];
    this.askedS = null;
    this.isAsking = false;
    if (why !== null) return this.heard.onRefused(why);
    this.at++;
    if (this.look) this.heard.onAsk(this.look);
    else this.heard.onDone();
  }
}

async function sendToServer(look: Look, body: Blob, [width, height]: [number, number]): Promise<string | null> {
  const address = `/api/standing/${look}?width=${width}&height=${height}`;
  const answer = await fetch(address, { method: "POST", body }).catch(() => null);
  if (answer?.ok) return null;
  const said = (await answer?.json().catch(() => null)) as { detail?: unknown } | null;
  return typeof said?.detail === "string" ? said.detail : "";
}
