import { expect, test } from "vitest";
import { outlineOf } from "./hull";

test("the outline of two circles lies about both and is convex", () => {
  const outline = outlineOf([{ x: 0, y: 0, r: 2 }, { x: 10, y: 0, r: 1 }]);
  const xs = outline.map(([x]) => x);
  const turns = outline.map((a, i) => {
    const [b, c] = [outline[(i + 1) % outline.length] ?? a, outline[(i + 2) % outline.length] ?? a];
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  });

  expect(Math.min(...xs)).toBeCloseTo(-2);
  expect(Math.max(...xs)).toBeCloseTo(11);
  expect(turns.every((turn) => turn > 0)).toBe(true);
});

test("a circle within another changes nothing", () => {
  const outer = { x: 0, y: 0, r: 5 };

  expect(outlineOf([outer, { x: 1, y: 0, r: 1 }])).toEqual(outlineOf([outer]));
});
