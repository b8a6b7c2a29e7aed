/** The sets under way in this browser, found again after the page was loaded anew. */

import type { Start } from "./messages";

const REMEMBERED = "rhomboid.underway";

/** After so long, a person has stopped and does not go on. */
const STALE_MS = 2 * 60 * 60 * 1000;

export interface Underway extends Start {
  /** What was shown last, so that it is shown again at once. */
  shown: { count: number; total: number; isCounting: boolean };
  touched: number;
}

/** The newest set of this exercise that was under way, unless another tab has it. */
export async function findUnderway(exercise: string): Promise<Underway | null> {
  for (const found of allUnderway()) {
    if (found.exercise === exercise && (await claim(found.set))) return found;
  }
  return null;
}

/** All sets that may still be asked for, the newest first. */
export function allUnderway(): Underway[] {
  const freshest = Date.now() - STALE_MS;
  return read()
    .filter(({ touched }) => touched >= freshest)
    .sort((a, b) => b.touched - a.touched);
}

/** What the plan adds to a start; nothing for a set on one's own. */
export type Planned = Pick<Start, "session" | "target">;

export async function begin(
  exercise: string,
  size: [number, number],
  model: string,
  planned: Planned = {},
): Promise<Underway> {
  const set = newId();
  await claim(set);
  const underway: Underway = {
    set,
    exercise,
    ...planned,
    size,
    model,
    started_at: new Date().toISOString(),
    shown: { count: 0, total: 0, isCounting: false },
    touched: Date.now(),
  };
  remember(underway);
  return underway;
}

export function remember(underway: Underway): void {
  underway.touched = Date.now();
  write([underway, ...allUnderway().filter(({ set }) => set !== underway.set)]);
}

export function forgetUnderway(set: string): void {
  write(allUnderway().filter((one) => one.set !== set));
}

function write(all: readonly Underway[]): void {
  localStorage.setItem(REMEMBERED, JSON.stringify(all));
}

function read(): Underway[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(REMEMBERED) ?? "[]");
    const all: unknown[] = Array.isArray(found) ? found : [found];
    return all.filter((one): one is Underway => typeof one === "object" && one !== null && "set" in one);
  } catch {
    return [];
  }
}

/** Two tabs must not feed one set. The lock goes with the tab, however it ends. */
function claim(set: string): Promise<boolean> {
  const locks = navigator.locks;
  if (!locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    void locks.request(`rhomboid.${set}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise<void>(() => undefined) : undefined;
    });
  });
}

/** A random UUID, also where the page came over plain http from another machine. */
export function newId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, i) => {
    const fixed = i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte;
    return fixed.toString(16).padStart(2, "0");
  });
  return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
