/** The time between two sets: from the clock on the wall, so that a sleeping tab is right too. */

export interface Rest {
  /** When it is over, in milliseconds since 1970. */
  readonly endsAt: number;
  /** How much was left when it was stopped; null while it runs. */
  readonly pausedLeftMs: number | null;
}

export const startRest = (lengthS: number, now: number): Rest => ({
  endsAt: now + lengthS * 1000,
  pausedLeftMs: null,
});

export const leftS = (rest: Rest, now: number): number =>
  Math.max(0, (rest.pausedLeftMs ?? rest.endsAt - now) / 1000);

export const pauseRest = (rest: Rest, now: number): Rest => ({
  ...rest,
  pausedLeftMs: rest.pausedLeftMs ?? Math.max(0, rest.endsAt - now),
});

export const resumeRest = (rest: Rest, now: number): Rest =>
  rest.pausedLeftMs === null ? rest : { endsAt: now + rest.pausedLeftMs, pausedLeftMs: null };

export const lengthenRest = (rest: Rest, moreS: number, now: number): Rest =>
  rest.pausedLeftMs === null
    ? { ...rest, endsAt: Math.max(rest.endsAt, now) + moreS * 1000 }
    : { ...rest, pausedLeftMs: rest.pausedLeftMs + moreS * 1000 };

/** The seconds that passed since the last look, of those worth a sound: 3, 2, 1 and 0. */
export function soundsBetween(previousS: number, afterS: number): number[] {
  return [3, 2, 1, 0].filter((mark) => previousS > mark && afterS <= mark);
}

const LOOK_MS = 100;

/** Runs a rest and tells about it. */
export class RestTimer {
  private rest: Rest | null = null;
  private previousS = 0;
  private timer: ReturnType<typeof setInterval> | null = null;

  constructor(
    private readonly onLook: (leftS: number, isPaused: boolean) => void,
    private readonly onSound: (mark: number) => void,
    private readonly now: () => number = Date.now,
  ) {}

  get isRunning(): boolean {
    return this.rest !== null;
  }

  start(lengthS: number): void {
    this.rest = startRest(lengthS, this.now());
    this.previousS = lengthS;
    this.timer ??= setInterval(() => this.look(), LOOK_MS);
    this.look();
  }

  togglePause(): void {
    if (!this.rest) return;
    const isPaused = this.rest.pausedLeftMs !== null;
    this.rest = (isPaused ? resumeRest : pauseRest)(this.rest, this.now());
    this.look();
  }

  lengthen(moreS: number): void {
    if (!this.rest) return;
    this.rest = lengthenRest(this.rest, moreS, this.now());
    this.previousS = leftS(this.rest, this.now());
    this.look();
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    this.rest = null;
  }

  private look(): void {
    if (!this.rest) return;
    const left = leftS(this.rest, this.now());
    const sounds = soundsBetween(this.previousS, left);
    this.previousS = left;
    this.onLook(left, this.rest.pausedLeftMs !== null);
    // After a sleep only the last one still means anything.
    const last = sounds.at(-1);
    if (last !== undefined) this.onSound(last);
    if (left === 0) this.stop();
  }
}
