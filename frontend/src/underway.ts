/** The set under way in this browser, found again after the page was loaded anew. */

import type { Start } from "./messages";

const REMEMBERED = "rhomboid.underway";

/** After so long, a person has stopped and does not go on. */
const STALE_MS = 2 * 60 * 60 * 1000;

export interface Underway extends Start {
  /** What was shown last, so that it is shown again at once. */
  shown: { count: number; total: number; isCounting: boolean };
  touched: number;
}

/** The set of this exercise that was under way, unless another tab has it. */
export async function findUnderway(exercise: string): Promise<Underway | null> {
  const found = read();
  if (!found || found.exercise !== exercise || Date.now() - found.touched > STALE_MS) return null;
  return (await claim(found.set)) ? found : null;
}

/** Whether any set may still be asked for: of this tab, another, or one to come back to. */
export async function isAnyUnderway(): Promise<boolean> {
  const found = read();
  if (found && Date.now() - found.touched <= STALE_MS) return true;
  const locks = await navigator.locks?.query();
  return !locks || (locks.held ?? []).some(({ name }) => name?.startsWith("rhomboid."));
}

export async function begin(exercise: string, size: [number, number], model: string): Promise<Underway> {
  const set = newId();
  await claim(set);
  const underway: Underway = {
    set,
    exercise,
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
  localStorage.setItem(REMEMBERED, JSON.stringify(underway));
}

export function forgetUnderway(set: string): void {
  if (read()?.set === set) localStorage.removeItem(REMEMBERED);
}

function read(): Underway | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(REMEMBERED) ?? "null");
    return found && typeof found === "object" && "set" in found ? (found as Underway) : null;
  } catch {
    return null;
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
