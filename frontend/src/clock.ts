/** When a picture was taken, on a clock that goes on after the page is loaded anew. */

export class FrameClock {
  private offsetS: number | null = null;
  private isCaptureTime = false;

  private lastS = -Infinity;

  /** Gives out no time before one that the page before this one gave out. */
  goOnAfter(timeS: number): void {
    this.lastS = Math.max(this.lastS, timeS);
  }

  /** The time of a picture in seconds; null if it is no later than the one before. */
  read(frame: Pick<VideoFrameCallbackMetadata, "captureTime" | "mediaTime">): number | null {
    const ownS = this.ownTime(frame);
    if (ownS === null) return null;
    this.offsetS ??= this.isCaptureTime ? performance.timeOrigin / 1000 : Date.now() / 1000 - ownS;
    // The clock on the wall may have been put back while the page was loaded anew.
    if (ownS + this.offsetS <= this.lastS - 1) this.offsetS = this.lastS + 0.04 - ownS;
    const timeS = ownS + this.offsetS;
    if (timeS <= this.lastS) return null;
    this.lastS = timeS;
    return timeS;
  }

  /** A new camera counts its time from anew. */
  restart(): void {
    this.offsetS = null;
  }

  private ownTime(frame: Pick<VideoFrameCallbackMetadata, "captureTime" | "mediaTime">): number | null {
    if (this.offsetS === null) this.isCaptureTime = frame.captureTime !== undefined;
    if (!this.isCaptureTime) return frame.mediaTime;
    return frame.captureTime === undefined ? null : frame.captureTime / 1000;
  }
}
