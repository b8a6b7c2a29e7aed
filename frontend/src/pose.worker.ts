/** Finds the joints of a person in pictures, away from the page, which stays fluent. */

import { FilesetResolver, PoseLandmarker, type PoseLandmarkerResult } from "@mediapipe/tasks-vision";
import { JOINT_COUNT, NUMBERS_PER_JOINT } from "./joints";

/** From the page to the worker. */
export type Asked =
  | { kind: "open"; wasmUrl: string; modelUrl: string }
  | { kind: "frame"; picture: ImageBitmap; timeS: number };

/** From the worker to the page. */
export type Answered =
  | { kind: "ready"; delegate: "GPU" | "CPU" }
  | { kind: "failed"; reason: string }
  | { kind: "joints"; timeS: number; joints: Float32Array<ArrayBuffer> | null; tookMs: number };

interface WorkerScope {
  onmessage: ((event: MessageEvent<Asked>) => void) | null;
  postMessage(message: Answered, transfer?: Transferable[]): void;
}

const scope = self as unknown as WorkerScope;
let landmarker: PoseLandmarker | null = null;
let firstS: number | null = null;
let lastMs = 0;

scope.onmessage = ({ data }) => {
  if (data.kind === "open") void open(data.wasmUrl, data.modelUrl);
  else look(data.picture, data.timeS);
};

async function open(wasmUrl: string, modelUrl: string): Promise<void> {
  try {
    const files = await FilesetResolver.forVisionTasks(wasmUrl);
    const delegate = hasGraphicsChip() ? "GPU" : "CPU";
    landmarker = await make(files, modelUrl, delegate).catch(() => make(files, modelUrl, "CPU"));
    scope.postMessage({ kind: "ready", delegate });
  } catch (error) {
    scope.postMessage({ kind: "failed", reason: String(error) });
  }
}

function make(
  files: Awaited<ReturnType<typeof FilesetResolver.forVisionTasks>>,
  modelAssetPath: string,
  delegate: "GPU" | "CPU",
): Promise<PoseLandmarker> {
  return PoseLandmarker.createFromOptions(files, {
    baseOptions: { modelAssetPath, delegate },
    runningMode: "VIDEO",
    numPoses: 1,
  });
}

/** A drawing library in software is slower than the processor used directly. */
function hasGraphicsChip(): boolean {
  const gl = new OffscreenCanvas(1, 1).getContext("webgl2");
  const info = gl?.getExtension("WEBGL_debug_renderer_info");
  if (!gl || !info) return false;
  const name = String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL));
  return !/swiftshader|llvmpipe|software|basic render/i.test(name);
}

function look(picture: ImageBitmap, timeS: number): void {
  const began = performance.now();
  try {
    firstS ??= timeS;
    // MediaPipe takes whole and growing milliseconds only.
    lastMs = Math.max(lastMs + 1, Math.round((timeS - firstS) * 1000));
    const found = landmarker?.detectForVideo(picture, lastMs);
    const joints = found ? flatten(found, picture.width, picture.height) : null;
    found?.close();
    const answer: Answered = { kind: "joints", timeS, joints, tookMs: performance.now() - began };
    scope.postMessage(answer, joints ? [joints.buffer] : []);
  } catch (error) {
    scope.postMessage({ kind: "failed", reason: String(error) });
  } finally {
    picture.close();
  }
}

/** Writes all joints one after the other: x, y in pixels, visibility, x, y, z in metres. */
function flatten(
  found: PoseLandmarkerResult,
  width: number,
  height: number,
): Float32Array<ArrayBuffer> | null {
  const [image, world] = [found.landmarks[0], found.worldLandmarks[0]];
  if (!image || !world || image.length < JOINT_COUNT) return null;
  const joints = new Float32Array(JOINT_COUNT * NUMBERS_PER_JOINT);
  for (let i = 0; i < JOINT_COUNT; i++) {
    const [seen, solid] = [image[i], world[i]];
    if (!seen || !solid) return null;
    const place = [seen.x * width, seen.y * height, seen.visibility];
    joints.set([...place, solid.x, solid.y, solid.z], i * NUMBERS_PER_JOINT);
  }
  return joints;
}
