/** Says what the coach says: one thing at a time, the most urgent first, nothing that is stale. */

import type { Say, SayKind } from "./messages";

export const STALE_S = 2;

/** What makes the sounds. */
export interface Mouth {
  speak(text: string, volume: number, onEnd: () => void): void;
  stop(): void;
  beep(pitchHz: number, volume: number): void;
}

export type Line = Pick<Say, "text" | "kind" | "urgent">;

interface Waiting extends Line {
  sinceMs: number;
}

const REMEMBERED = "rhomboid.voice";
const RANK: Readonly<Record<SayKind, number>> = {
  hold: 2,
  count: 2,
  set: 2,
  cue: 1,
  praise: 1,
  hint: 1,
};
const URGENT = 3;

export class Voice {
  private waiting: Waiting[] = [];
  private speaking: Waiting | null = null;
  private settings = recall();

  /** @param show Gets every line, spoken or not: the caption, and whoever reads the page aloud. */
  constructor(
    private readonly mouth: Mouth,
    private readonly show: (line: Line) => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get isMuted(): boolean {
    return this.settings.isMuted;
  }

  get volume(): number {
    return this.settings.volume;
  }

  setMuted(isMuted: boolean): void {
    this.settings.isMuted = isMuted;
    if (isMuted) this.hush();
    store(this.settings);
  }

  setVolume(volume: number): void {
    this.settings.volume = Math.min(1, Math.max(0, volume));
    store(this.settings);
  }

  /** Shows a line, and says it if what it is about happened less than 2 s ago. */
  say(line: Line, ageS = 0): void {
    this.show(line);
    if (this.isMuted || ageS > STALE_S) return;
    const one = { ...line, sinceMs: this.now() - ageS * 1000 };
    if (this.speaking && rank(one) === URGENT) {
      // A count of seconds is worth nothing later: it cuts short whatever is said.
      this.mouth.stop();
      this.speaking = null;
    }
    this.waiting.push(one);
    if (!this.speaking) this.next();
  }

  beep(pitchHz = 880): void {
    if (!this.isMuted) this.mouth.beep(pitchHz, this.volume);
  }

  hush(): void {
    this.waiting = [];
    this.speaking = null;
    this.mouth.stop();
  }

  /** Lets nobody be told what to change in the middle of a heavy lift. */
  dropCues(): void {
    const isCue = ({ kind }: Line): boolean => kind === "cue" || kind === "praise" || kind === "hint";
    this.waiting = this.waiting.filter((one) => !isCue(one));
    if (!this.speaking || !isCue(this.speaking)) return;
    this.speaking = null;
    this.mouth.stop();
    this.next();
  }

  private next(): void {
    const now = this.now();
    this.waiting = this.waiting.filter((one) => now - one.sinceMs <= STALE_S * 1000);
    const best = this.waiting.reduce<Waiting | null>(
      (a, b) => (a && rank(a) >= rank(b) ? a : b),
      null,
    );
    this.speaking = best;
    if (!best) return;
    this.waiting = this.waiting.filter((one) => one !== best && !isOvertaken(one, best));
    this.mouth.speak(best.text, this.volume, () => {
      if (this.speaking !== best) return;
      this.speaking = null;
      this.next();
    });
  }
}

function rank(line: Line): number {
  return line.urgent ? URGENT : RANK[line.kind];
}

/** A second of a hold that waited while a later one is said need not be said any more. */
function isOvertaken(line: Line, said: Line): boolean {
  return line.urgent && said.urgent && line.kind === said.kind;
}

function recall(): { isMuted: boolean; volume: number } {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(REMEMBERED) ?? "null");
    if (found && typeof found === "object" && "volume" in found && "isMuted" in found) {
      const volume = typeof found.volume === "number" ? found.volume : 1;
      return { isMuted: found.isMuted === true, volume };
    }
  } catch {
    // What cannot be read is as good as nothing.
  }
  return { isMuted: false, volume: 1 };
}

function store(settings: { isMuted: boolean; volume: number }): void {
  localStorage.setItem(REMEMBERED, JSON.stringify(settings));
}
