import { expect, test } from "vitest";
import { FrameClock } from "./clock";

test("times grow strictly, and a picture seen twice has none", () => {
  const clock = new FrameClock();
  const first = clock.read({ captureTime: 1000, mediaTime: 0 });
  expect(clock.read({ captureTime: 1000, mediaTime: 0 })).toBeNull();
  const second = clock.read({ captureTime: 1033, mediaTime: 0 });

  expect((second ?? 0) - (first ?? 0)).toBeCloseTo(0.033, 4);
});

test("a camera that does not say when a picture was taken is timed by its media", () => {
  const clock = new FrameClock();
  const first = clock.read({ mediaTime: 5 }) ?? 0;

  expect((clock.read({ mediaTime: 5.5 }) ?? 0) - first).toBeCloseTo(0.5, 4);
  expect(Math.abs(first - Date.now() / 1000)).toBeLessThan(1);
});

test("after a reload time does not run backwards", () => {
  const clock = new FrameClock();
  const before = Date.now() / 1000 + 3600;
  clock.goOnAfter(before);

  expect(clock.read({ captureTime: 10, mediaTime: 0 })).toBeGreaterThan(before);
});
