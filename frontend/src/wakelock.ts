/** Keeps the screen on during a set, also after the page was out of sight for a while. */

export class WakeLock {
  private lock: WakeLockSentinel | null = null;
  private isWanted = false;

  constructor() {
    document.addEventListener("visibilitychange", () => void this.take());
  }

  async hold(): Promise<void> {
    this.isWanted = true;
    await this.take();
  }

  async release(): Promise<void> {
    this.isWanted = false;
    const lock = this.lock;
    this.lock = null;
    await lock?.release().catch(() => undefined);
  }

  private async take(): Promise<void> {
    if (!this.isWanted || document.visibilityState !== "visible") return;
    if (!("wakeLock" in navigator) || (this.lock && !this.lock.released)) return;
    // An empty battery refuses; the set goes on without.
    this.lock = await navigator.wakeLock.request("screen").catch(() => null);
  }
}
