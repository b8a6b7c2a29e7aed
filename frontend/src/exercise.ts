/** What the page says about the exercise. */

export interface Tempo {
  out_s: number;
  pause_s: number;
  back_s: number;
}

export interface Target {
  sets: number;
  repetitions: number;
  pause_s: number | null;
  hold_s: number | null;
  rest_s: number;
}

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
