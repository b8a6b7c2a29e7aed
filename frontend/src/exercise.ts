/** What the page says about the exercise. */

import { nextSet, setOf, WORDS, type Phases } from "./words";

export interface Tempo {
  out_s: number;
  pause_s: number;
  back_s: number;
}

export interface Target {
  sets: number;
  /** From how many to how many. */
  repetitions: [number, number];
  pause_s: number | null;
  hold_s: number | null;
  rest_s: number;
}

/** A set as the plan asks for it; the server gets it back as it is. */
export interface PlanTarget extends Target {
  kind: "warm_up" | "work";
  side: "left" | "right" | "both";
}

/** What the plan of today still asks for. */
export interface Meant {
  session: string;
  targets: PlanTarget[];
  /** Of each of them, its number among the sets of its kind, and how many there are. */
  places: [number, number][];
  /** Of each of them, how much it is, in words. */
  lines: string[];
}

/** What the set of this number is for: the plan's, else what a beginner does. */
export function aimOf(exercise: Exercise, number: number): { aim: Target; planned: PlanTarget | null } {
  const planned = exercise.meant?.targets[number - 1] ?? null;
  return { aim: planned ?? exercise.target, planned };
}

/** Which set that is, in words: a set beyond the plan has no number. */
export function nameOfSet(exercise: Exercise, number: number): string {
  const { meant } = exercise;
  if (!meant) return setOf(number, Math.max(exercise.target.sets, number));
  const place = meant.places[number - 1];
  return place ? setOf(...place, meant.targets[number - 1]?.kind === "warm_up") : WORDS.anotherSet;
}

/** The same with how much it is, where the plan says so. */
export function lineOfSet(exercise: Exercise, number: number): string | null {
  const line = exercise.meant?.lines[number - 1];
  return line ? nextSet(nameOfSet(exercise, number), line) : null;
}

/** Shorter than this, a pause is over before its clock is read; the voice counts from there too. */
const READABLE_S = 2;

/** Which clock the far end needs: none, that of a pause, or the large one of a hold. */
export function pauseOf({ hold }: Exercise, aim: Target): "none" | "short" | "hold" {
  if (hold) return "hold";
  return (aim.pause_s ?? 0) >= READABLE_S ? "short" : "none";
}

/** How many sets there are to do. */
export const setsOf = (exercise: Exercise): number => exercise.meant?.targets.length ?? exercise.target.sets;

export interface Exercise {
  id: string;
  name: string;
  hold: boolean;
  one_sided: boolean;
  /** Whether nobody should be spoken to in the middle of a repetition. */
  heavy: boolean;
  /** What to do in each phase of a repetition. */
  phases: Phases;
  /** Which arm is meant, where one works at a time; empty for whichever comes. */
  side: "left" | "right" | "";
  tempo: Tempo;
  target: Target;
  meant: Meant | null;
  model_url: string;
  model_lite_url: string;
  wasm_url: string;
}

export function readExercise(): Exercise {
  const text = document.getElementById("exercise")?.textContent;
  if (!text) throw new Error("the page names no exercise");
  return JSON.parse(text) as Exercise;
}

export type ModelName = "full" | "lite";

/** Which model the address of the page asks for. */
export const askedModel = (search: string): ModelName =>
  new URLSearchParams(search).get("model") === "lite" ? "lite" : "full";
