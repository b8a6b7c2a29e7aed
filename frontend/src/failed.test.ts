import { beforeAll, beforeEach, expect, test } from "vitest";
import { sayWhatFailed } from "./failed";

const WORDS = "That did not work.";

beforeAll(sayWhatFailed);

beforeEach(() => {
  document.body.dataset["failed"] = WORDS;
  document.body.innerHTML = '<form><input value="8"><button>Save</button></form><div id="after"></div>';
});

function happens(kind: string, elt: Element, target: Element = elt, successful = false): void {
  elt.dispatchEvent(new CustomEvent(kind, { bubbles: true, detail: { elt, target, successful } }));
}

const alerts = (): string[] =>
  [...document.querySelectorAll('[role="alert"]')].map((one) => `${one.parentElement?.localName}: ${one.textContent}`);

test.each(["htmx:responseError", "htmx:sendError", "htmx:timeout"])("%s is said in the form, once", (kind) => {
  const button = document.querySelector("button") as Element;
  happens(kind, button);
  happens(kind, button);

  expect(alerts()).toEqual([`form: ${WORDS}`]);
  expect(document.querySelector("input")?.value).toBe("8");
});

test("what works at last takes it back", () => {
  const form = document.querySelector("form") as Element;
  happens("htmx:sendError", form);
  happens("htmx:afterRequest", form);
  expect(alerts()).toHaveLength(1);

  happens("htmx:afterRequest", form, form, true);
  expect(alerts()).toEqual([]);
});

test("a part that a script asked for says so in its own place", () => {
  happens("htmx:responseError", document.body, document.querySelector("#after") as Element);

  expect(alerts()).toEqual([`div: ${WORDS}`]);
});

test("a page without words says nothing", () => {
  delete document.body.dataset["failed"];
  happens("htmx:sendError", document.querySelector("form") as Element);

  expect(alerts()).toEqual([]);
});
