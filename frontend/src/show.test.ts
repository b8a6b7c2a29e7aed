import { beforeEach, expect, test } from "vitest";
import type { Sees } from "./messages";
import { Page } from "./show";
import { fresh } from "./stage";
import { added, goal, takenBack } from "./words";

const SEES: Sees = {
  type: "sees", stage: "looking", seen: ["hips"], unseen: ["feet"], view: "", hints: [], ok: false, trunk_px: 120,
};
const PHASES = { out: "Pull", turn: "Hold", back: "Let out", rest: "Ready" };
const PLACES = ["seen", "unseen", "hint", "phase", "hold", "clock", "held", "cue", "total", "side", "countdown", "ring"];

let page: Page;

beforeEach(() => {
  const main = document.createElement("div");
  main.innerHTML = PLACES.map((name) => `<p data-show="${name}"></p>`).join("");
  page = new Page(main, PHASES);
});

const said = (name: string): string | null | undefined => page.place(name)?.textContent;

test("what the camera sees is listed only while somebody is there", () => {
  page.show({ ...fresh("looking"), sees: SEES });
  expect([said("seen"), said("unseen")]).toEqual(["I can see: hips", "Not yet: feet"]);
  page.show({ ...fresh("looking"), sees: { ...SEES, trunk_px: null, hints: ["I see nobody."] } });

  expect([said("seen"), said("unseen"), said("hint")]).toEqual(["", "", "I see nobody."]);
});

test("a phase is named as the exercise does", () => {
  page.show({ ...fresh("counting"), phase: "back" });

  expect(said("phase")).toBe("Let out");
});

test("the clock of a pause comes and goes, what was held longest stays", () => {
  const held = { type: "held", seconds: 1, left: 2, target_s: 3, longest_s: 1, total_s: 1 } as const;
  page.show({ ...fresh("counting"), held, longestS: 1, totalHeldS: 1 });
  expect([said("clock"), said("held")]).toEqual(["2", "Longest 0:01, altogether 0:01"]);
  page.show({ ...fresh("counting"), held: null, longestS: 1, totalHeldS: 1 });

  expect([said("clock"), said("held")]).toEqual(["", "Longest 0:01, altogether 0:01"]);
  expect(page.place("hold")?.hasAttribute("hidden")).toBe(true);
});

test("the goal is short, to be read from three metres", () => {
  expect([goal([10, 10], null), goal([10, 12], null), goal([2, 2], 30)]).toEqual([
    "Goal: 10", "Goal: 10 to 12", "Goal: 2, held 30\u00a0s",
  ]);
});

test("a correction says what it did", () => {
  expect([takenBack(5), added(6)]).toEqual(["Taken back: 5.", "Added: 6."]);
});
