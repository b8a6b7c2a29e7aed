import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { expect, test, vi } from "vitest";
import { Outbox } from "./outbox";

const nobody = (timeS: number): { timeS: number; joints: null } => ({ timeS, joints: null });

function seqOf(message: ArrayBuffer | string | null): number | null {
  if (message === null) return null;
  if (typeof message === "string") return (JSON.parse(message) as { seq: number }).seq;
  return new DataView(message).getUint32(4, true);
}

const seqs = (outbox: Outbox): (number | null)[] =>
  Array.from({ length: outbox.next }, (_, i) => seqOf(outbox.read(i)));

test("messages are numbered in the order in which they were put in", async () => {
  const outbox = await Outbox.open("a", new IDBFactory());
  outbox.addFrame(nobody(1));
  outbox.addWish({ type: "arm" });
  outbox.addFrame(nobody(2));

  expect(seqs(outbox)).toEqual([0, 1, 2]);
  expect(outbox.read(1)).toBe('{"type":"arm","seq":1}');
  expect(outbox.lastTimeS).toBe(2);
  expect(outbox.timeOf(1)).toBeNull();
});

test("what was written is there for the next page", async () => {
  const factory = new IDBFactory();
  const before = await Outbox.open("a", factory);
  for (let i = 0; i < 3; i++) before.addFrame(nobody(i));
  await before.flush();
  before.addWish({ type: "finish" });
  await before.flush();
  before.close();
  const after = await Outbox.open("a", factory);

  expect(seqs(after)).toEqual([0, 1, 2, 3]);
  expect(after.isEnded).toBe(true);
  expect((await Outbox.open("b", factory)).next).toBe(0);
});

test("it is written by itself, in batches", async () => {
  const factory = new IDBFactory();
  const before = await Outbox.open("a", factory);
  for (let i = 0; i < 30; i++) before.addFrame(nobody(i));
  await new Promise((resolve) => setTimeout(resolve, 700));
  before.close();

  expect((await Outbox.open("a", factory)).next).toBe(30);
});

test("a killed tab that told the server more than it wrote goes on after that", async () => {
  const factory = new IDBFactory();
  const before = await Outbox.open("a", factory);
  before.addFrame(nobody(0));
  await before.flush();
  before.addFrame(nobody(1));
  before.close();
  const after = await Outbox.open("a", factory);
  after.reconcile(2);
  after.addFrame(nobody(2));

  expect(after.next).toBe(3);
  expect(seqOf(after.read(2))).toBe(2);
});

test("what neither side has any more leaves no gap", async () => {
  const factory = new IDBFactory();
  const before = await Outbox.open("a", factory);
  before.addFrame(nobody(0));
  await before.flush();
  before.addFrame(nobody(1));
  before.close();
  const after = await Outbox.open("a", factory);
  after.reconcile(2);
  after.addFrame(nobody(2));
  after.addWish({ type: "arm" });
  // Now the server is killed too, and knows nothing.
  after.reconcile(0);

  expect(seqs(after)).toEqual([0, 1, 2]);
  expect(after.timeOf(1)).toBe(2);
});

test("a forgotten set is gone", async () => {
  const factory = new IDBFactory();
  const before = await Outbox.open("a", factory);
  before.addFrame(nobody(0));
  await before.flush();
  await before.forget();

  expect((await Outbox.open("a", factory)).next).toBe(0);
});

test("sets that nobody will ask for are forgotten, the others stay", async () => {
  const factory = new IDBFactory();
  for (const set of ["a", "b"]) {
    const outbox = await Outbox.open(set, factory);
    outbox.addFrame(nobody(0));
    await outbox.flush();
    outbox.close();
  }
  await Outbox.forgetAllBut(["b"], factory);

  expect((await Outbox.open("a", factory)).next).toBe(0);
  expect((await Outbox.open("b", factory)).next).toBe(1);
});

test("without a database it keeps in memory and says so", async () => {
  const broken = { open: () => { throw new Error("no"); } } as unknown as IDBFactory;
  const outbox = await Outbox.open("a", broken);
  outbox.addFrame(nobody(0));

  expect(outbox.isDurable).toBe(false);
  expect(seqs(outbox)).toEqual([0]);
});

test("a database that takes no more is told of once, and what is in memory still serves", async () => {
  const outbox = await Outbox.open("a", new IDBFactory());
  const onFull = vi.fn();
  outbox.onFull = onFull;
  const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("no room", "QuotaExceededError");
  });
  for (let i = 0; i < 2; i++) {
    outbox.addFrame(nobody(i));
    await outbox.flush();
  }
  put.mockRestore();

  expect(onFull).toHaveBeenCalledOnce();
  expect(seqs(outbox)).toEqual([0, 1]);
});
