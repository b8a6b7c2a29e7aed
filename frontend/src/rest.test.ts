import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { leftS, lengthenRest, pauseRest, RestTimer, resumeRest, soundsBetween, startRest } from "./rest";

test("what is left comes from the clock on the wall", () => {
  const rest = startRest(60, 1000);

  expect(leftS(rest, 1000)).toBe(60);
  expect(leftS(rest, 31_000)).toBe(30);
  expect(leftS(rest, 99_000)).toBe(0);
});

test("a pause takes nothing away", () => {
  const paused = pauseRest(startRest(60, 0), 20_000);
  expect(leftS(paused, 500_000)).toBe(40);
  const on = resumeRest(paused, 500_000);

  expect(leftS(on, 510_000)).toBe(30);
});

test("more time is added, running or not", () => {
  expect(leftS(lengthenRest(startRest(10, 0), 15, 4000), 4000)).toBe(21);
  expect(leftS(lengthenRest(pauseRest(startRest(10, 0), 4000), 15, 4000), 9000)).toBe(21);
});

test("the last three seconds and the end have a sound", () => {
  expect(soundsBetween(3.05, 2.95)).toEqual([3]);
  expect(soundsBetween(2.9, 2.1)).toEqual([]);
  expect(soundsBetween(0.1, 0)).toEqual([0]);
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a timer sounds once a mark and then stops", () => {
  const [sounds, lefts] = [[] as number[], [] as number[]];
  const timer = new RestTimer((left) => lefts.push(left), (mark) => sounds.push(mark));
  timer.start(5);
  vi.advanceTimersByTime(6000);

  expect(sounds).toEqual([3, 2, 1, 0]);
  expect(lefts.at(-1)).toBe(0);
  expect(timer.isRunning).toBe(false);
});

test("a tab that slept through the end sounds once", () => {
  const sounds: number[] = [];
  let now = 0;
  const timer = new RestTimer(() => undefined, (mark) => sounds.push(mark), () => now);
  timer.start(60);
  now = 300_000;
  vi.advanceTimersByTime(200);

  expect(sounds).toEqual([0]);
});
