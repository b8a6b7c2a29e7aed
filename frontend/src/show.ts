/** Puts on the page what is to be shown. The page's markup names the places. */

import type { Connection } from "./socket";
import type { Held, Sees } from "./messages";
import type { Shown } from "./stage";
import * as words from "./words";

export class Page {
  constructor(
    readonly main: HTMLElement,
    private readonly phases: words.Phases = words.PHASE,
  ) {}

  /** A place on the page, by its name. */
  place(name: string): HTMLElement | null {
    return this.main.querySelector<HTMLElement>(`[data-show="${name}"]`);
  }

  text(name: string, text: string): void {
    const place = this.place(name);
    // What says the same again is read aloud again.
    if (place && place.textContent !== text) place.textContent = text;
  }

  hide(name: string, isHidden: boolean): void {
    this.place(name)?.toggleAttribute("hidden", isHidden);
  }

  notice(text: string): void {
    this.text("notice", text);
    this.hide("notice", text === "");
  }

  show(shown: Shown): void {
    const { dataset } = this.main;
    dataset["stage"] = shown.stage;
    dataset["count"] = String(shown.count);
    dataset["total"] = String(shown.total);
    this.text("total", String(shown.total));
    this.text("phase", shown.phase ? this.phases[shown.phase] : "");
    this.text("side", shown.side ? words.SIDE[shown.side] : "");
    this.text("cue", shown.isInSight ? shown.cue : words.WORDS.outOfSight);
    this.text("countdown", shown.countdown === null ? "" : String(shown.countdown));
    this.sees(shown.sees);
    this.hold(shown.held, shown.longestS, shown.totalHeldS);
  }

  connection(state: Connection, why?: string): void {
    this.main.dataset["connection"] = state;
    this.text("connection", why ? `${words.CONNECTION[state]}. ${why}` : words.CONNECTION[state]);
  }

  fps(value: number): void {
    this.main.dataset["fps"] = value.toFixed(1);
  }

  /** Gives the place of the picture the shape of the picture. */
  shape(width: number, height: number): void {
    const { style } = this.main;
    style.setProperty("--coach-shape", `${width} / ${height}`);
    style.setProperty("--coach-ratio", String(width / height));
  }

  caption(text: string): void {
    this.text("caption", text);
    this.text("aloud", text);
  }

  /** The clock of a pause. */
  clock(left: number | null, share: number): void {
    this.hide("hold", left === null);
    this.text("clock", left === null ? "" : String(left));
    this.ring(share);
  }

  private ring(share: number): void {
    this.place("ring")?.style.setProperty("stroke-dashoffset", String(100 * (1 - share)));
  }

  private sees(sees: Sees | null): void {
    // What was seen a moment ago says nothing once nobody is there.
    const isSeen = sees !== null && sees.trunk_px !== null;
    this.text("seen", isSeen ? words.iCanSee(sees.seen) : "");
    this.text("unseen", isSeen ? words.iCannotSee(sees.unseen) : "");
    const asks = sees?.ok || sees?.stage === "still" ? words.WORDS.still : words.WORDS.stepIn;
    this.text("hint", sees ? (sees.hints[0] ?? asks) : words.WORDS.loading);
  }

  private hold(held: Held | null, longestS: number, totalS: number): void {
    const share = held?.target_s ? Math.min(1, held.seconds / held.target_s) : 0;
    this.clock(held ? (held.left ?? held.seconds) : null, share);
    this.text("held", longestS ? `${words.longest(longestS)}, ${words.altogether(totalS)}` : "");
  }
}
