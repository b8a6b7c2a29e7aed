/** What is shown of a set, and how each event changes it. Touches no page. */

import type { Held, Sees, SetEvent } from "./messages";

export type Stage =
  | "place"
  | "opening"
  | "looking"
  | "still"
  | "countdown"
  | "counting"
  | "finishing"
  | "done"
  | "guided";

export interface Shown {
  stage: Stage;
  /** By the camera. */
  count: number;
  /** With what was corrected by hand. */
  total: number;
  phase: "out" | "turn" | "back" | "rest" | null;
  held: Held | null;
  longestS: number;
  totalHeldS: number;
  side: "left" | "right" | null;
  cue: string;
  countdown: number | null;
  sees: Sees | null;
  isInSight: boolean;
}

export function fresh(stage: Stage): Shown {
  return {
    stage,
    count: 0,
    total: 0,
    phase: null,
    held: null,
    longestS: 0,
    totalHeldS: 0,
    side: null,
    cue: "",
    countdown: null,
    sees: null,
    isInSight: true,
  };
}

export function after(shown: Shown, event: SetEvent): Shown {
  switch (event.type) {
    case "sees":
      return look(shown, event);
    case "countdown":
      return { ...shown, stage: "countdown", countdown: event.left };
    case "armed":
      return { ...shown, stage: "counting", countdown: null, cue: "" };
    case "phase":
      return {
        ...shown,
        stage: counting(shown.stage),
        phase: event.phase,
        held: event.phase === "turn" ? shown.held : null,
      };
    case "counted":
      return { ...shown, count: event.count, total: event.total };
    case "held":
      return { ...shown, held: event, longestS: event.longest_s, totalHeldS: event.total_s };
    case "rep":
      return {
        ...shown,
        stage: counting(shown.stage),
        count: event.count,
        total: event.total,
        cue: event.cue,
        held: null,
      };
    case "not_counted":
      return { ...shown, cue: event.reason };
    case "corrected":
      return { ...shown, total: event.total };
    case "side":
      return { ...shown, side: event.side };
    case "sight":
      return { ...shown, isInSight: event.seen };
    case "say":
    case "bad_frame":
      return shown;
  }
}

function look(shown: Shown, sees: Sees): Shown {
  const stage = stageOf(shown.stage, sees.stage);
  return { ...shown, sees, stage, countdown: stage === "countdown" ? shown.countdown : null };
}

/** What only happens while repetitions are counted, tells that they are. */
const counting = (now: Stage): Stage => (now === "finishing" || now === "done" ? now : "counting");

/** The server looks on while the page counts down, saves or has ended. */
function stageOf(now: Stage, seen: Sees["stage"]): Stage {
  if (now === "finishing" || now === "done") return now;
  return now === "countdown" && seen === "still" ? now : seen;
}
