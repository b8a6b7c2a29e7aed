import { expect, test } from "vitest";
import { momentOf } from "./athlete";
import { frameAt } from "./replay";
import { View } from "./space";

test("from the front the athlete's left is on the right, from behind on the left", () => {
  expect(new View(0, 0).see([0, 1, 0]).x).toBeCloseTo(1);
  expect(new View(180, 0).see([0, 1, 0]).x).toBeCloseTo(-1);
});

test("from the athlete's left, what is in front of them is on the left", () => {
  const seen = new View(90, 0).see([1, 0, 0]);

  expect(seen.x).toBeCloseTo(-1);
  expect(new View(90, 0).see([0, 1, 0]).near).toBeCloseTo(1);
});

test("between two frames joints are on their way, the last leading to the first", () => {
  const frames: [number, number, number][][] = [[[0, 0, 0]], [[2, 0, 0]]];

  expect(momentOf(frames, 0.5)).toEqual([[1, 0, 0]]);
  expect(momentOf(frames, 1.5)).toEqual([[1, 0, 0]]);
});

test.each([[-1, 0], [0, 0], [0.5, 0], [1, 1], [9, 2]])("at %d s the frame is %d", (timeS, frame) => {
  expect(frameAt([0, 1, 2], timeS)).toBe(frame);
});
