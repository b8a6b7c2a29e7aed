/** A frame of joints as bytes; docs/live-protocol.md says what stands where. */

import { JOINT_COUNT, NUMBERS_PER_JOINT } from "./joints";

const VERSION = 1;
const SOMEBODY = 1;
const HEAD = 16;
const SEQ_AT = 4;
const TIME_AT = 8;

export interface Frame {
  timeS: number;
  /** All numbers of all joints, one after the other; null where nobody was found. */
  joints: Float32Array | null;
}

/** Writes a frame; little-endian whatever this machine is. */
export function encodeFrame(seq: number, frame: Frame): ArrayBuffer {
  const count = frame.joints ? JOINT_COUNT * NUMBERS_PER_JOINT : 0;
  const bytes = new DataView(new ArrayBuffer(HEAD + 4 * count));
  bytes.setUint8(0, VERSION);
  bytes.setUint8(1, frame.joints ? SOMEBODY : 0);
  bytes.setUint32(SEQ_AT, seq, true);
  bytes.setFloat64(TIME_AT, frame.timeS, true);
  for (let i = 0; i < count; i++) bytes.setFloat32(HEAD + 4 * i, frame.joints?.[i] ?? 0, true);
  return bytes.buffer;
}

/** Gives a frame another number. */
export function renumberFrame(bytes: ArrayBuffer, seq: number): void {
  new DataView(bytes).setUint32(SEQ_AT, seq, true);
}

/** When the picture of a frame was taken, in seconds. */
export function timeOfFrame(bytes: ArrayBuffer): number {
  return new DataView(bytes).getFloat64(TIME_AT, true);
}
