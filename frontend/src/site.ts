/** What every page has: its look, parts that load themselves anew, and our own elements. */

import "./site.css";
import "./elements.css";
import "./progress.css";
import htmx from "htmx.org";
import { AthleteElement } from "./athlete";
import { sayWhatFailed } from "./failed";
import { ReplayElement } from "./replay";

// The pages' policy allows no script made of text, and needs none.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;

sayWhatFailed();

customElements.define("rh-athlete", AthleteElement);
customElements.define("rh-replay", ReplayElement);

/** A mark on the time line of a set shows that moment in the replay. */
document.addEventListener("click", (event) => {
  const mark = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-seek-s]") : null;
  const timeS = Number(mark?.dataset["seekS"]);
  if (mark && Number.isFinite(timeS))
    document.dispatchEvent(new CustomEvent("rh-seek", { detail: { time_s: timeS } }));
});

// Without a server the pages seen last are shown; a set under way goes on in them.
if ("serviceWorker" in navigator && isSecureContext)
  navigator.serviceWorker.register("/sw.js").catch(() => undefined);

/** Another script wants a part of a page to be loaded into this one. */
document.addEventListener("rh-part", (event) => {
  const { url, into } = (event as CustomEvent<{ url: string; into: string }>).detail;
  void htmx.ajax("get", url, { target: into, swap: "innerHTML" });
});
