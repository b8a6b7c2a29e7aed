import { expect, test } from "vitest";
import { encodeFrame, renumberFrame, timeOfFrame } from "./frames";
import { JOINT_COUNT, NUMBERS_PER_JOINT } from "./joints";

const bytesOf = (buffer: ArrayBuffer, from: number, to: number): number[] => [
  ...new Uint8Array(buffer).slice(from, to),
];

test("a frame without anybody is its first 16 bytes", () => {
  const frame = encodeFrame(7, { timeS: 0.5, joints: null });

  expect(bytesOf(frame, 0, 99)).toEqual([1, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xe0, 0x3f]);
});

test("a whole frame has 808 bytes, little-endian", () => {
  const joints = new Float32Array(JOINT_COUNT * NUMBERS_PER_JOINT);
  joints.set([1, 2, 0.5, -1, 0.25, 1024]);
  joints[joints.length - 1] = -2;
  const frame = encodeFrame(0x01020304, { timeS: 2, joints });

  expect(frame.byteLength).toBe(808);
  expect(bytesOf(frame, 0, 16)).toEqual([1, 1, 0, 0, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0x40]);
  expect(bytesOf(frame, 16, 40)).toEqual([
    0, 0, 0x80, 0x3f, 0, 0, 0, 0x40, 0, 0, 0, 0x3f, 0, 0, 0x80, 0xbf, 0, 0, 0x80, 0x3e, 0, 0, 0x80, 0x44,
  ]);
  expect(bytesOf(frame, 804, 808)).toEqual([0, 0, 0, 0xc0]);
});

test("a number is changed and nothing else", () => {
  const [changed, same] = [encodeFrame(1, { timeS: 3, joints: null }), encodeFrame(9, { timeS: 3, joints: null })];
  renumberFrame(changed, 9);

  expect(bytesOf(changed, 0, 16)).toEqual(bytesOf(same, 0, 16));
  expect(timeOfFrame(changed)).toBe(3);
});
