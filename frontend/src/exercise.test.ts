import { expect, test } from "vitest";
import { lineOfSet, nameOfSet, pauseOf, setsOf, type Exercise, type PlanTarget } from "./exercise";

const target = { sets: 2, repetitions: [10, 12] as [number, number], pause_s: 0, hold_s: null, rest_s: 60 };
const exercise = { id: "row", target, meant: null } as unknown as Exercise;
const planned = (...kinds: PlanTarget["kind"][]): PlanTarget[] => kinds.map((kind) => ({ ...target, kind, side: "both" }));

test("on one's own the sets of a beginner are counted, and one more is one more", () => {
  expect([1, 2, 3].map((number) => nameOfSet(exercise, number))).toEqual(["Set 1 of 2", "Set 2 of 2", "Set 3 of 3"]);
  expect(lineOfSet(exercise, 1)).toBeNull();
});

test("of a plan that is half done, a set keeps its number among those of its kind", () => {
  const places: [number, number][] = [[2, 2], [1, 3], [2, 3], [3, 3]];
  const lines = ["5 repetitions", "10 repetitions", "10 repetitions", "8 repetitions"];
  const half = { ...exercise, meant: { session: "s", targets: planned("warm_up", "work", "work", "work"), places, lines } };

  expect([1, 2, 4, 5].map((number) => nameOfSet(half, number))).toEqual([
    "Warm-up 2 of 2", "Set 1 of 3", "Set 3 of 3", "One more set",
  ]);
  expect(lineOfSet(half, 4)).toBe("Set 3 of 3: 8 repetitions");
  expect(lineOfSet(half, 5)).toBeNull();
});

test("a plan that is done asks for no more sets", () => {
  const done = { ...exercise, meant: { session: "s", targets: [], places: [], lines: [] } };

  expect(setsOf(done)).toBe(0);
  expect(nameOfSet(done, 1)).toBe("One more set");
});

test("the clock of a pause is there for whole sets or not at all", () => {
  expect(pauseOf(exercise, { ...target, pause_s: 1 })).toBe("none");
  expect(pauseOf(exercise, { ...target, pause_s: 3 })).toBe("short");
  expect(pauseOf({ ...exercise, hold: true }, { ...target, hold_s: 30 })).toBe("hold");
});
