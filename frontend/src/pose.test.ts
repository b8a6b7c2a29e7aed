import { expect, test, vi } from "vitest";
import { Pose } from "./pose";
import type { Answered, Asked } from "./pose.worker";

class FakeWorker {
  asked: Asked[] = [];
  onmessage: ((event: { data: Answered }) => void) | null = null;
  onerror: unknown = null;
  isGone = false;
  postMessage(message: Asked): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.isGone = true;
  }
  answer(data: Answered): void {
    this.onmessage?.({ data });
  }
}

const PICTURE = {} as ImageBitmap;

async function opened(): Promise<{ worker: FakeWorker; pose: Pose; newest: { timeS: number }; found: number[]; broken: () => void }> {
  const worker = new FakeWorker();
  const newest = { timeS: 0 };
  const found: number[] = [];
  const broken = vi.fn();
  const grab = (): Promise<{ picture: ImageBitmap; timeS: number }> => Promise.resolve({ picture: PICTURE, timeS: newest.timeS });
  const pose = new Pose(worker as unknown as Worker, grab, ({ timeS }) => found.push(timeS), broken);
  const opening = pose.open("/wasm", "/model");
  worker.answer({ kind: "ready", delegate: "CPU" });
  await opening;
  return { worker, pose, newest, found, broken };
}

const timesOf = (worker: FakeWorker): number[] => worker.asked.flatMap((one) => (one.kind === "frame" ? [one.timeS] : []));
const joints = (timeS: number): Answered => ({ kind: "joints", timeS, joints: null, tookMs: 1 });
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test("one picture is in flight, and the newest is next", async () => {
  const { worker, pose, newest, found } = await opened();
  for (const timeS of [1, 2, 3, 4]) {
    newest.timeS = timeS;
    pose.offer();
    await settle();
  }
  expect(timesOf(worker)).toEqual([1]);
  worker.answer(joints(1));
  await settle();

  expect(timesOf(worker)).toEqual([1, 4]);
  expect(found).toEqual([1]);
});

test("nothing is asked while there is nothing new", async () => {
  const { worker, pose } = await opened();
  pose.offer();
  await settle();
  worker.answer(joints(0));
  await settle();

  expect(timesOf(worker)).toEqual([0]);
});

test("a model that cannot be loaded is said to be so", async () => {
  const worker = new FakeWorker();
  const pose = new Pose(worker as unknown as Worker, () => Promise.resolve(null), () => undefined, () => undefined);
  const opening = pose.open("/wasm", "/model");
  worker.answer({ kind: "failed", reason: "no such file" });

  await expect(opening).rejects.toThrow("no such file");
});

test("one that breaks later is reported", async () => {
  const { worker, broken } = await opened();
  worker.answer({ kind: "failed", reason: "context lost" });

  expect(broken).toHaveBeenCalledOnce();
});
