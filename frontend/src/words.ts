/** Every word that the scripts put on the page or say, in one place. */

import type { Refusal } from "./camera";
import type { Connection } from "./socket";

export const CONNECTION: Readonly<Record<Connection, string>> = {
  connecting: "Connecting",
  connected: "Connected",
  waiting: "Waiting for the server, nothing is lost",
  closed: "",
};

export const REFUSAL: Readonly<Record<Refusal, string>> = {
  refused:
    "The camera was refused. Allow it beside the address of this page and try again, or train without it.",
  absent: "There is no camera here. You can train without it.",
  busy: "Another program uses the camera. Close that program and try again, or train without it.",
};

export interface Phases {
  readonly out: string;
  readonly turn: string;
  readonly back: string;
  readonly rest: string;
}

/** Of any exercise, in a drawing; before the camera each has its own. */
export const PHASE: Phases = { out: "Out", turn: "Hold", back: "Back", rest: "Ready" };

export const SIDE = { left: "Left arm", right: "Right arm" } as const;

export const STANCE = {
  side: "Good. Now turn, one shoulder to the camera, and stand still.",
  front: "Face the camera. Stand tall and still.",
  done: "That is all. Your posture is measured.",
  lost: "The server is away. Stay where you are.",
} as const;

export const WORDS = {
  opening: "Opening the camera…",
  loading: "Loading what finds your joints…",
  noModel: "What finds your joints cannot be loaded here. You can train without the camera.",
  stranded: "The server is away. Your set is safe in this browser and goes on when it is back.",
  stepIn: "Step back until you fit the shadow.",
  still: "Hold still in the start position.",
  outOfSight: "I cannot see you.",
  memoryOnly: "This browser keeps nothing: do not load this page anew during the set.",
  tooSlow: "This machine is slow with the exact model. A lighter one may follow you better.",
  discardSure: "Discard this set? It cannot be brought back.",
  goesOn: "Your set goes on where it stopped.",
  saving: "Saving your set…",
  lateSaving: "Your set is safe in this browser and is saved when the server is back.",
  notSaved: "The set could not be saved. Try again.",
  nextSet: "Next set",
  anotherSet: "One more set",
  restOver: "Rest is over.",
  ready: "Get ready.",
  go: "Go.",
  hold: "Hold.",
  release: "And release.",
  otherSide: "Now the other side.",
  setOver: "That is the set.",
  isThatAll: "Is that all? I end the set in ten seconds.",
  endsItself: "The set is over. I save it.",
  pause: "Pause",
  goOn: "Go on",
  play: "Play",
  mute: "Mute",
  unmute: "Sound on",
  mirror: "Mirror",
  unmirror: "Do not mirror",
  camera: "Camera",
  scrub: "Time in the set",
  cannotLoad: "This drawing cannot be loaded.",
  turnHelp: "Drag, or use the arrow keys, to see it from another side.",
} as const;

export const iCanSee = (seen: readonly string[]): string =>
  seen.length ? `I can see: ${seen.join(", ")}` : "";

export const iCannotSee = (unseen: readonly string[]): string =>
  unseen.length ? `Not yet: ${unseen.join(", ")}` : "";

export const seconds = (value: number): string => `${Number(value.toFixed(1))}\u00a0s`;

export const minutes = (valueS: number): string => {
  const whole = Math.max(0, Math.ceil(valueS));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
};

export const longest = (valueS: number): string => `Longest ${minutes(valueS)}`;

export const altogether = (valueS: number): string => `altogether ${minutes(valueS)}`;

export const saved = (total: number): string =>
  total === 1 ? "Saved: 1 repetition." : `Saved: ${total} repetitions.`;

export const setOf = (number: number, all: number, isWarmUp = false): string =>
  isWarmUp ? `Warm-up ${number} of ${all}` : `Set ${number} of ${all}`;

export const nextSet = (name: string, line: string): string => `${name}: ${line}`;

export const repetition = (number: number): string => `Repetition ${number}`;

export const speed = (factor: number): string => `${factor} ×`;

export const phaseWithTime = (name: string, lengthS: number): string => `${name} ${seconds(lengthS)}`;

/** Short, to be large: the number counted stands above it. */
export const goal = ([least, most]: [number, number], holdS: number | null): string => {
  const span = least === most ? String(least) : `${least} to ${most}`;
  return holdS ? `Goal: ${span}, held ${seconds(holdS)}` : `Goal: ${span}`;
};

export const takenBack = (total: number): string => `Taken back: ${total}.`;

export const added = (total: number): string => `Added: ${total}.`;
