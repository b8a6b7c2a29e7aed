import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ReplayElement } from "./replay";

const TOLD = {
  times_s: [0.3, 1, 2, 3, 4, 5],
  joints: [[], [], [], [], [], []],
  size: [640, 480],
  reps: [
    { number: 1, start_s: 1.1, end_s: 2.4, faults: [] },
    { number: 2, start_s: 2.4, end_s: 3.9, faults: ["Neck"] },
  ],
};

if (!customElements.get("rh-replay")) customElements.define("rh-replay", ReplayElement);

beforeEach(async () => {
  vi.stubGlobal("fetch", () => Promise.resolve({ ok: true, json: () => Promise.resolve(TOLD) }));
  document.body.innerHTML = '<rh-replay src="/x"></rh-replay>';
  await vi.waitFor(() => expect(document.querySelector("[data-rep]")).not.toBeNull());
});

afterEach(() => vi.unstubAllGlobals());

const pressed = (): (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>('[data-rep][aria-pressed="true"]')].map((one) => one.dataset["rep"]);

test("no repetition is chosen before one begins", () => {
  expect(pressed()).toEqual([]);
  expect(document.querySelectorAll('[data-rep][aria-pressed="false"]')).toHaveLength(2);
});

test.each(["1", "2"])("the button of repetition %s stays marked, also where another one ends", (number) => {
  document.querySelector<HTMLElement>(`[data-rep="${number}"]`)?.click();

  expect(pressed()).toEqual([number]);
});
