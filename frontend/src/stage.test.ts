import { expect, test } from "vitest";
import type { Held, Sees } from "./messages";
import { after, fresh } from "./stage";

const SEES: Sees = { type: "sees", stage: "looking", seen: [], unseen: [], view: "", hints: [], ok: false, trunk_px: null };
const HELD: Held = { type: "held", seconds: 1, left: 2, target_s: 3, longest_s: 1, total_s: 1 };

test("a repetition changes the count and ends the pause clock", () => {
  const held = after(after(fresh("counting"), { type: "phase", phase: "turn", time_s: 1 }), HELD);
  expect(held.held?.left).toBe(2);
  const done = after(held, { type: "rep", count: 3, total: 4, cue: "Slower." });

  expect(done).toMatchObject({ count: 3, total: 4, cue: "Slower.", held: null });
});

test("a countdown that is broken off is gone", () => {
  const counted = after(fresh("still"), { type: "countdown", left: 2 });
  expect(after(counted, { ...SEES, stage: "still" }).stage).toBe("countdown");

  expect(after(counted, SEES)).toMatchObject({ stage: "looking", countdown: null });
});

test("what is seen late does not reopen a set that is being saved", () => {
  expect(after(fresh("finishing"), { ...SEES, stage: "counting" }).stage).toBe("finishing");
});
