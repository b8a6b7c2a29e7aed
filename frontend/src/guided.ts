/** A set without a camera: the page keeps the tempo and counts along, the person corrects. */

import type { Exercise, Tempo } from "./exercise";
import { newId } from "./underway";
import type { Line } from "./voice";
import { WORDS } from "./words";

const READY_S = 5;
/** Time to turn round, where one arm works at a time. */
const SIDES_S = 8;
const LOOK_MS = 100;

export interface Pace {
  /** Repetitions that are complete. */
  done: number;
  phase: "ready" | "out" | "turn" | "back" | "over";
  /** Seconds to the end of the phase. */
  leftS: number;
}

export interface Plan {
  tempo: Tempo;
  /** How long the far end is held. */
  holdS: number;
  repetitions: number;
  isOneSided: boolean;
}

export function planOf(exercise: Exercise): Plan {
  const { target, tempo } = exercise;
  return {
    tempo,
    holdS: target.hold_s ?? target.pause_s ?? tempo.pause_s,
    repetitions: target.repetitions,
    isOneSided: exercise.one_sided,
  };
}

/** Where a set that began so many seconds ago should be. */
export function paceAt(plan: Plan, elapsedS: number): Pace {
  let atS = elapsedS - READY_S;
  if (atS < 0) return { done: 0, phase: "ready", leftS: -atS };
  const all = plan.repetitions * (plan.isOneSided ? 2 : 1);
  const lengthS = plan.tempo.out_s + plan.holdS + plan.tempo.back_s;
  const firstSideS = plan.repetitions * lengthS;
  if (plan.isOneSided && atS >= firstSideS) {
    if (atS < firstSideS + SIDES_S)
      return { done: plan.repetitions, phase: "ready", leftS: firstSideS + SIDES_S - atS };
    atS -= SIDES_S;
  }
  const done = Math.min(all, Math.floor(atS / lengthS));
  if (done >= all) return { done, phase: "over", leftS: 0 };
  return { done, ...phaseAt(plan, atS - done * lengthS) };
}

function phaseAt(plan: Plan, withinS: number): Pick<Pace, "phase" | "leftS"> {
  const turnS = plan.tempo.out_s;
  const backS = turnS + plan.holdS;
  if (withinS < turnS) return { phase: "out", leftS: turnS - withinS };
  if (withinS < backS) return { phase: "turn", leftS: backS - withinS };
  return { phase: "back", leftS: backS + plan.tempo.back_s - withinS };
}

/** What is worth saying between two looks at the pace. */
export function wordsBetween(plan: Plan, before: Pace | null, after: Pace): Line[] {
  const said: Line[] = [];
  if (before && after.done > before.done) said.push({ text: String(after.done), kind: "count", urgent: false });
  if (after.phase !== before?.phase) said.push(...wordsOfPhase(plan, before, after));
  const left = Math.ceil(after.leftS);
  const isCounted = after.phase === "ready" || (after.phase === "turn" && plan.holdS >= 3);
  const isNew = before?.phase === after.phase && Math.ceil(before.leftS) !== left;
  if (isCounted && isNew && left <= (after.phase === "ready" ? 3 : 5))
    said.push({ text: String(left), kind: "hold", urgent: true });
  return said;
}

function wordsOfPhase(plan: Plan, before: Pace | null, after: Pace): Line[] {
  if (after.phase === "ready") {
    const text = after.done ? WORDS.otherSide : WORDS.ready;
    return [{ text, kind: "set", urgent: false }];
  }
  if (after.phase === "over") return [{ text: WORDS.setOver, kind: "set", urgent: false }];
  if (after.phase === "out" && before?.phase === "ready")
    return [{ text: WORDS.go, kind: "hold", urgent: true }];
  if (plan.holdS < 2) return [];
  if (after.phase === "turn") return [{ text: WORDS.hold, kind: "hold", urgent: true }];
  return after.phase === "back" ? [{ text: WORDS.release, kind: "hold", urgent: true }] : [];
}

export interface Guided {
  onPace(pace: Pace, total: number): void;
  onSay(line: Line): void;
}

export class GuidedSet {
  private readonly plan: Plan;
  private startedAt = "";
  private corrections = 0;
  private elapsedMs = 0;
  private since: number | null = null;
  /** Sent again after an answer that was lost, it is the same set. */
  private readonly id = newId();
  private before: Pace | null = null;
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor(
    private readonly exercise: Exercise,
    private readonly guided: Guided,
    private readonly now: () => number = Date.now,
  ) {
    this.plan = planOf(exercise);
  }

  get isPaused(): boolean {
    return this.since === null;
  }

  start(): void {
    this.startedAt = new Date(this.now()).toISOString();
    this.since = this.now();
    this.timer ??= setInterval(() => this.look(), LOOK_MS);
    this.look();
  }

  togglePause(): void {
    if (this.since === null) this.since = this.now();
    else {
      this.elapsedMs += this.now() - this.since;
      this.since = null;
    }
  }

  correct(by: 1 | -1): void {
    if (this.total + by >= 0) this.corrections += by;
    this.look();
  }

  get total(): number {
    return Math.max(0, (this.before?.done ?? 0) + this.corrections);
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
  }

  /** Ends the set and has it kept; returns the address of its page.
   * @throws {Error} if the server does not keep it. */
  async finish(): Promise<string> {
    this.stop();
    if (!this.isPaused) this.togglePause();
    const answer = await fetch("/api/sets/by-hand", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        id: this.id,
        exercise: this.exercise.id,
        repetitions: this.total,
        hold_s: this.exercise.hold ? this.plan.holdS : null,
        started_at: this.startedAt,
        ended_at: new Date(this.now()).toISOString(),
      }),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const { url } = (await answer.json()) as { url: string };
    return url;
  }

  private look(): void {
    const runningMs = this.since === null ? 0 : this.now() - this.since;
    const pace = paceAt(this.plan, (this.elapsedMs + runningMs) / 1000);
    for (const line of wordsBetween(this.plan, this.before, pace)) this.guided.onSay(line);
    this.before = pace;
    this.guided.onPace(pace, this.total);
  }
}
