/** Ends a set that nobody goes on with: whoever trains stands three metres from the screen. */

import type { SetEvent } from "./messages";

/** After the goal: more than twice the longest stretch of a tempo (3 s), less than a rest. house */
export const AFTER_GOAL_S = 8;
/** Short of the goal: a breath between two heavy repetitions is shorter. house */
export const SHORT_OF_GOAL_S = 25;
/** Between the question and the end: time to hear it and to begin a repetition. house */
export const ANSWER_S = 10;
/** A far end kept for longer is a pause no more but somebody who stands there; a hold may last. house */
export const LONGEST_PAUSE_S = 10;
/** When nobody looked for so long, the tab slept: what passed meanwhile counts for nothing. */
const SLEPT_MS = 3000;
const LOOK_MS = 250;

/** What the set is to come to: from how many repetitions to how many. */
export type Goal = readonly [number, number];

/** Whether an event of the engine tells that somebody is at it. */
export function isMovement(event: SetEvent, isHold: boolean): boolean {
  if (event.type === "held") return isHold || event.seconds <= LONGEST_PAUSE_S;
  return ["armed", "phase", "rep", "not_counted", "corrected", "side"].includes(event.type);
}

/** How long nothing may be begun before the set ends, and whether it is asked first. */
export function patience(done: number, [least, most]: Goal): { quietS: number; isAsked: boolean } | null {
  if (done < 1) return null;
  return { quietS: done >= least ? AFTER_GOAL_S : SHORT_OF_GOAL_S, isAsked: done < most };
}

export interface Ended {
  /** How many are done, while somebody is to be waited for; null while nothing may end. */
  done(): number | null;
  goal(): Goal;
  onAsk(): void;
  onEnd(): void;
}

/** Looks on during a set and tells when nobody goes on with it. */
export class Ending {
  private sinceMs = 0;
  private lookedMs = 0;
  private askedMs: number | null = null;
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor(
    private readonly ended: Ended,
    private readonly now: () => number = Date.now,
  ) {}

  watch(): void {
    this.stir();
    this.lookedMs = this.now();
    this.timer ??= setInterval(() => this.look(), LOOK_MS);
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  /** Something was begun, or somebody is at the screen. */
  stir(): void {
    this.sinceMs = this.now();
    this.askedMs = null;
  }

  private look(): void {
    const now = this.now();
    const hasSlept = now - this.lookedMs > SLEPT_MS;
    this.lookedMs = now;
    const done = this.ended.done();
    const waits = done === null ? null : patience(done, this.ended.goal());
    if (!waits || hasSlept) return this.stir();
    if (this.askedMs !== null) {
      if (now - this.askedMs >= ANSWER_S * 1000) this.end();
    } else if (now - this.sinceMs >= waits.quietS * 1000) {
      if (!waits.isAsked) return this.end();
      this.askedMs = now;
      this.ended.onAsk();
    }
  }

  private end(): void {
    this.stop();
    this.ended.onEnd();
  }
}
