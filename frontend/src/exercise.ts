/** What the page says about the exercise. */

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
}

/** What the set of this number is for: the plan's, else what a beginner does. */
export function aimOf(exercise: Exercise, number: number): { aim: Target; planned: PlanTarget | null } {
  const planned = exercise.meant?.targets[number - 1] ?? null;
  return { aim: planned ?? exercise.target, planned };
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
