/** A clock that runs round and round, or once through, and may be stopped and turned. */

export class Player {
  private timeS = 0;
  private lastMs: number | null = null;
  private frame = 0;
  speed = 1;

  constructor(
    private readonly lengthS: number,
    private readonly loops: boolean,
    private readonly onTime: (timeS: number) => void,
  ) {}

  get isPlaying(): boolean {
    return this.lastMs !== null;
  }

  get nowS(): number {
    return this.timeS;
  }

  play(): void {
    if (this.isPlaying) return;
    if (!this.loops && this.timeS >= this.lengthS) this.timeS = 0;
    this.lastMs = performance.now();
    this.frame = requestAnimationFrame((now) => this.tick(now));
  }

  pause(): void {
    cancelAnimationFrame(this.frame);
    this.lastMs = null;
  }

  seek(timeS: number): void {
    this.timeS = Math.min(this.lengthS, Math.max(0, timeS));
    this.onTime(this.timeS);
  }

  private tick(nowMs: number): void {
    if (this.lastMs === null) return;
    this.timeS += (Math.max(0, nowMs - this.lastMs) / 1000) * this.speed;
    this.lastMs = nowMs;
    if (this.timeS >= this.lengthS) {
      this.timeS = this.loops ? this.timeS % this.lengthS : this.lengthS;
      if (!this.loops) this.pause();
    }
    this.onTime(this.timeS);
    if (this.isPlaying) this.frame = requestAnimationFrame((now) => this.tick(now));
  }
}

export const wantsLittleMotion = (): boolean =>
  matchMedia("(prefers-reduced-motion: reduce)").matches;
