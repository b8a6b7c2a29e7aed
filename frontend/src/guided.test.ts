import { beforeEach, expect, test, vi } from "vitest";
import type { Exercise } from "./exercise";
import { findGuided, GuidedSet, paceAt, wordsBetween, type Begun, type Pace, type Plan } from "./guided";

const ROW: Plan = { tempo: { out_s: 2, pause_s: 3, back_s: 2 }, holdS: 3, repetitions: 2, isOneSided: false };

test("after getting ready the tempo is kept", () => {
  expect(paceAt(ROW, 1)).toMatchObject({ phase: "ready", leftS: 4 });
  expect(paceAt(ROW, 6)).toMatchObject({ phase: "out", leftS: 1, done: 0 });
  expect(paceAt(ROW, 8)).toMatchObject({ phase: "turn", leftS: 2 });
  expect(paceAt(ROW, 11)).toMatchObject({ phase: "back", leftS: 1 });
  expect(paceAt(ROW, 12.5)).toMatchObject({ phase: "out", done: 1 });
  expect(paceAt(ROW, 30)).toMatchObject({ phase: "over", done: 2 });
});

test("where one arm works, the other has its turn after a break", () => {
  const plan = { ...ROW, isOneSided: true };

  expect(paceAt(plan, 5 + 14 + 1)).toMatchObject({ phase: "ready", done: 2, leftS: 7 });
  expect(paceAt(plan, 5 + 14 + 8 + 0.5)).toMatchObject({ phase: "out", done: 2 });
  expect(paceAt(plan, 99)).toMatchObject({ phase: "over", done: 4 });
});

test("the pause is counted down and every repetition said", () => {
  const said: string[] = [];
  let before: Pace | null = null;
  for (let tenth = 0; tenth <= 200; tenth++) {
    const pace = paceAt(ROW, tenth / 10);
    said.push(...wordsBetween(ROW, before, pace).map(({ text }) => text));
    before = pace;
  }

  expect(said).toEqual([
    "Get ready.", "3", "2", "1", "Go.",
    "Hold.", "2", "1", "And release.", "1",
    "Hold.", "2", "1", "And release.", "2", "That is the set.",
  ]);
});

const EXERCISE = {
  id: "row",
  one_sided: false,
  tempo: ROW.tempo,
  target: { sets: 1, repetitions: [8, 8], pause_s: 3, hold_s: null, rest_s: 60 },
} as Exercise;

let nowMs = 0;
const led = (begun: Begun | null): { set: GuidedSet; totals: number[]; said: string[] } => {
  const [totals, said]: [number[], string[]] = [[], []];
  const told = { onPace: (_: Pace, total: number) => totals.push(total), onSay: ({ text }: { text: string }) => said.push(text) };
  const set = new GuidedSet(EXERCISE, EXERCISE.target, {}, told, begun, () => nowMs);
  set.start();
  set.stop();
  return { set, totals, said };
};

beforeEach(() => {
  nowMs = 1e12;
  localStorage.clear();
});

test("a page loaded anew goes on where the clock is, with what was corrected", () => {
  const { set } = led(null);
  set.correct(1);
  nowMs += 13_000;
  const { totals, said } = led(findGuided("row", nowMs));

  expect(totals).toEqual([2]);
  expect(said).toEqual([]);
  expect(findGuided("t_raise", nowMs)).toBeNull();
});

test("after minutes away it stands where it stood", () => {
  const { set } = led(null);
  nowMs += 13_000;
  set.correct(1);
  nowMs += 600_000;

  expect(led(findGuided("row", nowMs)).totals).toEqual([2]);
});

test("a set that is kept or forgotten is not gone on with", async () => {
  const { set } = led(null);
  vi.stubGlobal("fetch", () => Promise.resolve(new Response('{"url": "/sets/1"}')));
  expect(await set.finish()).toBe("/sets/1");
  vi.unstubAllGlobals();

  expect(findGuided("row", nowMs)).toBeNull();
});

test("one that the server did not keep stays", async () => {
  const { set } = led(null);
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 503 })));
  await expect(set.finish()).rejects.toThrow("503");
  vi.unstubAllGlobals();

  expect(findGuided("row", nowMs)).not.toBeNull();
});
