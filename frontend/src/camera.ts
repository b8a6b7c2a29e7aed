/** The camera: asking for it, choosing it, and its pictures with the time they were taken. */

import { FrameClock } from "./clock";

const REMEMBERED = "rhomboid.camera";

/** Larger pictures cost time, and the model looks at 256 pixels of the person anyway. */
const WANTED = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } };

export type Refusal = "refused" | "absent" | "busy";

export class CameraError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal);
  }
}

export class Camera {
  private stream: MediaStream | null = null;
  private timeS: number | null = null;
  private takenS: number | null = null;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly clock: FrameClock,
    private readonly onFrame: () => void,
    private readonly onLost: () => void,
  ) {}

  get size(): [number, number] {
    return [this.video.videoWidth, this.video.videoHeight];
  }

  /** Opens the camera asked for, the one used last, or any.
   * @throws {CameraError} if there is none, or it is refused. */
  async open(deviceId = localStorage.getItem(REMEMBERED)): Promise<void> {
    this.close();
    this.stream = await ask(deviceId);
    const [track] = this.stream.getVideoTracks();
    const used = track?.getSettings().deviceId;
    if (used) localStorage.setItem(REMEMBERED, used);
    track?.addEventListener("ended", this.onLost);
    this.video.srcObject = this.stream;
    await this.video.play();
    this.watch();
  }

  close(): void {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    this.video.srcObject = null;
  }

  /** Goes on after the page was out of sight: some browsers stop the picture for good. */
  async resume(): Promise<void> {
    if (this.stream && this.video.paused) await this.video.play().catch(() => undefined);
  }

  /** All cameras; their names are known only once one was allowed. */
  async choices(): Promise<{ id: string; label: string; isUsed: boolean }[]> {
    const used = this.stream?.getVideoTracks()[0]?.getSettings().deviceId;
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices
      .filter((device) => device.kind === "videoinput")
      .map(({ deviceId, label }) => ({ id: deviceId, label, isUsed: deviceId === used }));
  }

  /** The picture shown now, or null if it was taken before. */
  async grab(): Promise<{ picture: ImageBitmap; timeS: number } | null> {
    const timeS = this.timeS;
    if (timeS === null || timeS === this.takenS || this.video.readyState < 2) return null;
    this.takenS = timeS;
    return { picture: await createImageBitmap(this.video), timeS };
  }

  private watch(): void {
    const stream = this.stream;
    const next: VideoFrameRequestCallback = (_, frame) => {
      if (this.stream !== stream || !stream) return;
      const timeS = this.clock.read(frame);
      if (timeS !== null) {
        this.timeS = timeS;
        this.onFrame();
      }
      this.video.requestVideoFrameCallback(next);
    };
    this.video.requestVideoFrameCallback(next);
  }
}

async function ask(deviceId: string | null): Promise<MediaStream> {
  // On an address that is neither local nor https, browsers have no camera at all.
  if (!navigator.mediaDevices) throw new CameraError("absent");
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: deviceId ? { ...WANTED, deviceId: { exact: deviceId } } : WANTED,
    });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    if (name === "OverconstrainedError" && deviceId) return ask(null);
    throw new CameraError(refusalOf(name));
  }
}

function refusalOf(name: string): Refusal {
  if (name === "NotAllowedError" || name === "SecurityError") return "refused";
  return name === "NotReadableError" || name === "AbortError" ? "busy" : "absent";
}
