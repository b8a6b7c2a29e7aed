/** One set that the server judges: numbered messages out, events in, and the end of it. */

import type { ModelName } from "./exercise";
import type { Finished, Sees, SetEvent, Wish } from "./messages";
import { Outbox } from "./outbox";
import { dialServer, Socket, type Connection, type Line } from "./socket";
import { begin, forgetUnderway, remember, type Planned, type Underway } from "./underway";
import type { Found } from "./pose";
import { NUMBERS_PER_JOINT } from "./joints";

export interface Told {
  /** @param ageS How long ago that happened, before the camera. */
  onEvent(event: SetEvent, ageS: number): void;
  onState(state: Connection, why?: string): void;
  onFinished(finished: Finished): void;
  onGone(why: string): void;
  /** What is taken in now would not outlive a reload of the page. */
  onFull(): void;
}

export class LiveSet {
  private readonly socket: Socket;
  private isEnded: boolean;
  /** How far the set is, as the server said when it was connected last. */
  stage: Sees["stage"];

  private constructor(
    readonly underway: Underway,
    private readonly outbox: Outbox,
    told: Told,
    dial: () => Line,
  ) {
    this.isEnded = outbox.isEnded;
    this.stage = underway.shown.isCounting ? "counting" : "looking";
    this.socket = new Socket(underway, outbox, {
      onState: (state, why) => told.onState(state, why),
      onWelcome: (stage) => {
        if (!this.underway.shown.isCounting) this.stage = stage;
      },
      onEvent: (event) => told.onEvent(event, this.ageOf(event)),
      onFinished: (finished) => void this.leave().then(() => told.onFinished(finished)),
      onDiscarded: () => void this.leave().then(() => told.onGone("")),
      // What was kept stays: the server may take it when it is mended.
      onRefused: (reason) => told.onGone(reason),
    }, dial);
  }

  static async begin(
    exercise: string,
    size: [number, number],
    model: ModelName,
    told: Told,
    dial: () => Line = dialServer,
    planned: Planned = {},
  ): Promise<LiveSet> {
    return LiveSet.goOn(await begin(exercise, size, model, planned), told, dial);
  }

  /** Takes up a set where it stopped. */
  static async goOn(underway: Underway, told: Told, dial: () => Line = dialServer): Promise<LiveSet> {
    const outbox = await Outbox.open(underway.set);
    outbox.onFull = () => told.onFull();
    const set = new LiveSet(underway, outbox, told, dial);
    set.socket.open();
    return set;
  }

  get isDurable(): boolean {
    return this.outbox.isDurable;
  }

  /** Whether it was asked to end, and only waits for the server. */
  get isEnding(): boolean {
    return this.isEnded;
  }

  get lastTimeS(): number {
    return this.outbox.lastTimeS;
  }

  addFrame(found: Found, size: [number, number]): void {
    if (this.isEnded) return;
    this.outbox.addFrame({ timeS: found.timeS, joints: this.fit(found.joints, size) });
    this.socket.pump();
  }

  ask(wish: Wish): void {
    if (this.isEnded) return;
    this.isEnded = wish.type === "finish" || wish.type === "discard";
    this.outbox.addWish(wish);
    void this.outbox.flush();
    this.socket.pump();
  }

  /** Forgets the set here; the server, out of reach, forgets it by itself. */
  async abandon(): Promise<void> {
    this.isEnded = true;
    this.socket.close();
    await this.leave();
  }

  /** Keeps in mind what is shown, for the page that comes after this one. */
  keepShown(count: number, total: number, isCounting: boolean): void {
    if (isCounting) this.stage = "counting";
    this.underway.shown = { count, total, isCounting };
    remember(this.underway);
  }

  flush(): void {
    void this.outbox.flush();
  }

  hurry(): void {
    this.socket.hurry();
  }

  /** A set has one size of picture; another camera may have another. */
  private fit(joints: Float32Array<ArrayBuffer> | null, [width]: [number, number]): Float32Array | null {
    const scale = this.underway.size[0] / width;
    if (!joints || scale === 1 || !Number.isFinite(scale)) return joints;
    const fitted = joints.slice();
    for (let at = 0; at < fitted.length; at += NUMBERS_PER_JOINT) {
      fitted[at] = (joints[at] ?? NaN) * scale;
      fitted[at + 1] = (joints[at + 1] ?? NaN) * scale;
    }
    return fitted;
  }

  private ageOf(event: SetEvent): number {
    const takenS = event.seq === undefined ? null : this.outbox.timeOf(event.seq);
    if (takenS === null) return 0;
    return Math.max(0, (performance.timeOrigin + performance.now()) / 1000 - takenS);
  }

  private async leave(): Promise<void> {
    forgetUnderway(this.underway.set);
    await this.outbox.forget().catch(() => undefined);
  }
}
