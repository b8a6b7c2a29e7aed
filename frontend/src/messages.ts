/** What the server says on the socket; docs/live-protocol.md is the source. */

import type { PlanTarget } from "./exercise";

export type SayKind = "hint" | "count" | "hold" | "cue" | "praise" | "set";

export interface Sees {
  type: "sees";
  stage: "looking" | "still" | "counting";
  seen: string[];
  unseen: string[];
  view: string;
  hints: string[];
  ok: boolean;
  trunk_px: number | null;
}

export interface Held {
  type: "held";
  seconds: number;
  left: number | null;
  target_s: number | null;
  longest_s: number;
  total_s: number;
}

export interface Say {
  type: "say";
  text: string;
  kind: SayKind;
  urgent: boolean;
}

export interface Finished {
  type: "finished";
  set: string;
  url: string;
  total: number;
}

/** What tells of the set itself, each caused by a numbered message. */
export type SetEvent = (
  | Sees
  | Held
  | Say
  | { type: "countdown"; left: number }
  | { type: "armed"; time_s: number }
  | { type: "phase"; phase: "out" | "turn" | "back" | "rest"; time_s: number }
  | { type: "counted"; count: number; total: number }
  | { type: "rep"; count: number; total: number; cue: string }
  | { type: "not_counted"; reason: string }
  | { type: "corrected"; by: number; total: number }
  | { type: "sight"; seen: boolean }
  | { type: "side"; side: "left" | "right" }
  | { type: "bad_frame"; reason: string }
) & { seq?: number };

/** What tells of the connection, and of the end. */
export type LinkEvent =
  | { type: "welcome"; set: string; next: number; stage: Sees["stage"] }
  | { type: "ack"; next: number }
  | Finished
  | { type: "discarded" }
  | { type: "error"; reason: string; again: boolean };

export type ServerMessage = SetEvent | LinkEvent;

/** Reads a message; null for what this page does not understand. */
export function readMessage(text: unknown): ServerMessage | null {
  if (typeof text !== "string") return null;
  try {
    const read: unknown = JSON.parse(text);
    const isMessage = typeof read === "object" && read !== null && "type" in read;
    return isMessage ? (read as ServerMessage) : null;
  } catch {
    return null;
  }
}

/** What a person asks for; each gets a number. */
export type Wish =
  | { type: "correct"; by: 1 | -1 }
  | { type: "arm" }
  | { type: "finish" }
  | { type: "discard" };

export interface Start {
  set: string;
  exercise: string;
  size: [number, number];
  model: string;
  started_at: string;
  /** Of the plan: what the set is meant to be, and which session it belongs to. */
  session?: string;
  target?: PlanTarget;
}
