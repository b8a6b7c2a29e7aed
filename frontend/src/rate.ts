/** How many pictures a second are looked at, over the last seconds. */

const OVER_S = 3;

export class Rate {
  private times: number[] = [];

  /** Takes note of one more; returns the rate. */
  tick(nowMs: number): number {
    this.times.push(nowMs);
    this.times = this.times.filter((time) => nowMs - time <= OVER_S * 1000);
    const first = this.times[0] ?? nowMs;
    return nowMs > first ? ((this.times.length - 1) * 1000) / (nowMs - first) : 0;
  }

  restart(): void {
    this.times = [];
  }
}
