import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Ending, isMovement } from "./ending";
import type { Held } from "./messages";

let done: number | null;
let told: string[];
let ending: Ending;

beforeEach(() => {
  vi.useFakeTimers();
  done = 0;
  told = [];
  ending = new Ending({
    done: () => done,
    goal: () => [10, 12],
    onAsk: () => told.push("ask"),
    onEnd: () => told.push("end"),
  });
  ending.watch();
});

afterEach(() => {
  ending.stop();
  vi.useRealTimers();
});

const pass = (seconds: number): void => void vi.advanceTimersByTime(seconds * 1000);

test("before the first repetition nothing ends", () => {
  pass(600);

  expect(told).toEqual([]);
});

test("eight seconds after the last of the goal the set ends, and only once", () => {
  done = 12;
  pass(7.5);
  expect(told).toEqual([]);
  pass(1);
  expect(told).toEqual(["end"]);
  pass(60);

  expect(told).toEqual(["end"]);
});

test("whoever goes on after the goal is left in peace", () => {
  done = 12;
  for (let i = 0; i < 10; i++) {
    pass(7);
    ending.stir();
  }

  expect(told).toEqual([]);
});

test("within the goal it is asked after eight seconds, short of it after twenty-five", () => {
  done = 10;
  pass(8.5);
  expect(told).toEqual(["ask"]);
  ending.stir();
  done = 3;
  pass(24);
  expect(told).toEqual(["ask"]);
  pass(1.5);

  expect(told).toEqual(["ask", "ask"]);
});

test("ten seconds after the question the set ends", () => {
  done = 1;
  pass(25.5);
  pass(9);
  expect(told).toEqual(["ask"]);
  pass(1.5);

  expect(told).toEqual(["ask", "end"]);
});

test("a movement or a key after the question takes it back", () => {
  done = 1;
  pass(30);
  ending.stir();
  pass(24);

  expect(told).toEqual(["ask"]);
});

test("what stands still for a reason, a lost connection or a hidden page, does not count", () => {
  done = 12;
  pass(7);
  done = null;
  pass(600);
  done = 12;
  pass(7);
  expect(told).toEqual([]);
  pass(1.5);

  expect(told).toEqual(["end"]);
});

test("a tab that slept does not end its set on waking", () => {
  done = 12;
  pass(1);
  vi.setSystemTime(Date.now() + 3_600_000);
  pass(7);
  expect(told).toEqual([]);
  pass(1.5);

  expect(told).toEqual(["end"]);
});

test("a hold is movement for as long as it lasts, a pause for ten seconds; being seen is none", () => {
  const held = (seconds: number): Held => ({ type: "held", seconds, left: null, target_s: null, longest_s: 0, total_s: 0 });

  expect([isMovement(held(3), false), isMovement(held(11), false), isMovement(held(90), true)]).toEqual([true, false, true]);
  expect(isMovement({ type: "phase", phase: "out", time_s: 1 }, false)).toBe(true);
  expect(isMovement({ type: "sight", seen: true }, false)).toBe(false);
});
