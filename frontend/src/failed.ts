/** A part of a page that could not be had is said where it was asked for; what was typed stays. */

interface Asked {
  elt?: Element;
  target?: Element;
  successful?: boolean;
}

/** Says so from now on, in the words that the page brings along. */
export function sayWhatFailed(): void {
  for (const kind of ["htmx:responseError", "htmx:sendError", "htmx:timeout"])
    document.addEventListener(kind, (event) => say(placeOf(event)));
  document.addEventListener("htmx:afterRequest", (event) => {
    if ((event as CustomEvent<Asked | null>).detail?.successful) takeBack(placeOf(event));
  });
}

/** The form that was sent, or else the part that was asked for. */
function placeOf(event: Event): Element {
  const { elt, target } = (event as CustomEvent<Asked | null>).detail ?? {};
  const form = elt?.closest("form");
  return form ?? (elt && elt !== document.body ? elt : target) ?? document.body;
}

/** Once: who asks every second is not told every second. */
function say(place: Element): void {
  const words = document.body.dataset["failed"] ?? "";
  if (!words || place.querySelector(":scope > .failed")) return;
  const alert = document.createElement("p");
  alert.className = "failed";
  alert.setAttribute("role", "alert");
  alert.textContent = words;
  place.append(alert);
}

function takeBack(place: Element): void {
  place.querySelector(":scope > .failed")?.remove();
}
