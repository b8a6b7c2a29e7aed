/** A set without a camera: the page keeps the tempo and counts along, the person corrects. */

import type { Exercise, Target, Tempo } from "./exercise";
import { newId, type Planned } from "./underway";
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

export function planOf(exercise: Exercise, aim: Target, { target }: Planned): Plan {
  const { tempo } = exercise;
  return {
    tempo,
    holdS: aim.hold_s ?? aim.pause_s ?? tempo.pause_s,
    repetitions: aim.repetitions[0],
    // The plan asks for each side in a set of its own.
    isOneSided: exercise.one_sided && !target,
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

/** What the page that comes after this one must know of the set. */
export interface Begun {
  /** Sent again after an answer that was lost, it is the same set. */
  id: string;
  exercise: string;
  startedAt: string;
  corrections: number;
  elapsedMs: number;
  /** Since when the clock runs; null while it is paused. */
  since: number | null;
  touched: number;
  planned: Planned;
}

const REMEMBERED = "rhomboid.guided";
/** After so long without the page, nobody has gone on training. */
const AWAY_MS = 30_000;
const STALE_MS = 2 * 60 * 60 * 1000;

/** The set of this exercise that the clock led when the page went. */
export function findGuided(exercise: string, now: number = Date.now()): Begun | null {
  try {
    const found = JSON.parse(localStorage.getItem(REMEMBERED) ?? "null") as Begun | null;
    return found?.exercise === exercise && now - found.touched <= STALE_MS ? found : null;
  } catch {
    return null;
  }
}

export class GuidedSet {
  readonly plan: Plan;
  private readonly begun: Begun;
  private before: Pace | null = null;
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor(
    private readonly exercise: Exercise,
    aim: Target,
    planned: Planned,
    private readonly guided: Guided,
    begun: Begun | null = null,
    private readonly now: () => number = Date.now,
  ) {
    this.plan = planOf(exercise, aim, planned);
    const startedAt = new Date(now()).toISOString();
    const fresh = { startedAt, corrections: 0, elapsedMs: 0, since: now(), touched: now(), planned };
    this.begun = begun ?? { id: newId(), exercise: exercise.id, ...fresh };
    // The clock went on while the page was loaded anew; after longer, it stood still.
    if (this.begun.since !== null && now() - this.begun.touched > AWAY_MS)
      this.begun.since += now() - this.begun.touched;
  }

  get isPaused(): boolean {
    return this.begun.since === null;
  }

  start(): void {
    this.before = this.begun.touched < this.now() ? this.pace() : null;
    this.timer ??= setInterval(() => this.look(), LOOK_MS);
    this.look();
  }

  togglePause(): void {
    if (this.begun.since === null) this.begun.since = this.now();
    else {
      this.begun.elapsedMs += this.now() - this.begun.since;
      this.begun.since = null;
    }
    this.remember();
  }

  correct(by: 1 | -1): void {
    if (this.total + by >= 0) this.begun.corrections += by;
    this.look();
  }

  get total(): number {
    return Math.max(0, (this.before?.done ?? 0) + this.begun.corrections);
  }

  /** Nothing of it will be asked for any more. */
  forget(): void {
    this.stop();
    localStorage.removeItem(REMEMBERED);
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
        id: this.begun.id,
        exercise: this.exercise.id,
        ...this.begun.planned,
        repetitions: this.total,
        hold_s: this.exercise.hold ? this.plan.holdS : null,
        started_at: this.begun.startedAt,
        ended_at: new Date(this.now()).toISOString(),
      }),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const { url } = (await answer.json()) as { url: string };
    this.forget();
    return url;
  }

  private pace(): Pace {
    const { elapsedMs, since } = this.begun;
    const runningMs = since === null ? 0 : this.now() - since;
    return paceAt(this.plan, (elapsedMs + runningMs) / 1000);
  }

  private remember(): void {
    this.begun.touched = this.now();
    localStorage.setItem(REMEMBERED, JSON.stringify(this.begun));
  }

  private look(): void {
    const pace = this.pace();
    this.remember();
    for (const line of wordsBetween(this.plan, this.before, pace)) this.guided.onSay(line);
    this.before = pace;
    this.guided.onPace(pace, this.total);
  }
}
