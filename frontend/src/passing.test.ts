import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Passing } from "./passing";

let gone: number;
let cue: Passing;

beforeEach(() => {
  vi.useFakeTimers();
  gone = 0;
  cue = new Passing(() => gone++);
});

afterEach(() => void vi.useRealTimers());

test("a line goes after eight seconds, whatever else is shown meanwhile", () => {
  cue.follow("Elbows up");
  vi.advanceTimersByTime(7000);
  cue.follow("Elbows up");
  expect(gone).toBe(0);
  vi.advanceTimersByTime(1000);

  expect(gone).toBe(1);
});

test("a new line has its own eight seconds, and one that was followed is gone for good", () => {
  cue.follow("Elbows up");
  vi.advanceTimersByTime(7000);
  cue.follow("Slower");
  vi.advanceTimersByTime(7000);
  cue.follow("");
  vi.advanceTimersByTime(60_000);

  expect(gone).toBe(0);
});
