/** The page's side of the pose worker: one picture in flight, and the newest one next. */

import type { Answered, Asked } from "./pose.worker";

export interface Found {
  timeS: number;
  joints: Float32Array<ArrayBuffer> | null;
  tookMs: number;
}

/** Where the next picture comes from; null where there is none just now. */
export type Grab = () => Promise<{ picture: ImageBitmap; timeS: number } | null>;

export class Pose {
  delegate: "GPU" | "CPU" | null = null;
  private isBusy = false;
  private isReady = false;
  private isWaiting = false;

  constructor(
    private readonly worker: Worker,
    private readonly grab: Grab,
    private readonly onFound: (found: Found) => void,
    /** It worked and does not any more: a graphics chip may be taken away. */
    private readonly onBroken: () => void,
  ) {}

  /** Loads the model; refuses in one sentence where that is impossible. */
  open(wasmUrl: string, modelUrl: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.worker.onmessage = ({ data }: MessageEvent<Answered>) => {
        if (data.kind === "ready") {
          this.delegate = data.delegate;
          this.isReady = true;
          resolve();
        } else if (data.kind === "failed") {
          if (this.isReady) this.onBroken();
          reject(new Error(data.reason));
        } else {
          this.onFound(data);
          this.free();
        }
      };
      this.worker.onerror = (event) => reject(new Error(event.message));
      this.ask({ kind: "open", wasmUrl, modelUrl });
    });
  }

  /** There is a new picture: look at it now, or as soon as the last one is done. */
  offer(): void {
    if (!this.isReady) return;
    if (this.isBusy) this.isWaiting = true;
    else void this.look();
  }

  close(): void {
    this.isReady = false;
    this.worker.terminate();
  }

  private async look(): Promise<void> {
    this.isBusy = true;
    this.isWaiting = false;
    const grabbed = await this.grab().catch(() => null);
    if (!grabbed || !this.isReady) {
      this.isBusy = false;
      return;
    }
    this.ask({ kind: "frame", ...grabbed }, [grabbed.picture]);
  }

  private free(): void {
    this.isBusy = false;
    if (this.isWaiting && this.isReady) void this.look();
  }

  private ask(message: Asked, transfer: Transferable[] = []): void {
    this.worker.postMessage(message, transfer);
  }
}

export function startWorker(): Worker {
  return new Worker(new URL("./pose.worker.ts", import.meta.url));
}
