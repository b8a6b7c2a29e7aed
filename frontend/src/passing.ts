/** A line that goes by itself, so that nobody is told today what was wrong a minute ago. */

/** Long enough to be read twice from three metres, about one repetition. house */
export const CUE_MS = 8000;

export class Passing {
  private shown = "";
  private timer: ReturnType<typeof setTimeout> | null = null;

  constructor(private readonly onGone: () => void) {}

  /** Takes note of the line that is shown now. */
  follow(line: string): void {
    if (line === this.shown) return;
    this.shown = line;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = line ? setTimeout(this.onGone, CUE_MS) : null;
  }
}
