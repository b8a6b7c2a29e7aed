import { expect, test } from "vitest";
import { paceAt, wordsBetween, type Pace, type Plan } from "./guided";

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
