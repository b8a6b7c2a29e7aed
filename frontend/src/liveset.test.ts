import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import { LiveSet, type Told } from "./liveset";
import type { Line } from "./socket";
import { findUnderway } from "./underway";

/** A server that takes whatever comes, and forgets nothing unless it is told to. */
class FakeServer {
  taken: (ArrayBuffer | string)[] = [];
  line: Line | null = null;
  starts: string[] = [];

  dial = (): Line => {
    const line: Line = {
      binaryType: "",
      bufferedAmount: 0,
      onopen: null,
      onmessage: null,
      onclose: null,
      close: () => undefined,
      send: (message) => this.take(message),
    };
    this.line = line;
    queueMicrotask(() => line.onopen?.());
    return line;
  };

  say(message: object): void {
    this.line?.onmessage?.({ data: JSON.stringify(message) });
  }

  private take(message: ArrayBuffer | string): void {
    if (typeof message === "string" && message.includes('"start"')) {
      this.starts.push(message);
      this.say({ type: "welcome", set: "s", next: this.taken.length, stage: "looking" });
    } else this.taken.push(message);
  }
}

const told = (): Told => ({ onEvent: vi.fn(), onState: vi.fn(), onFinished: vi.fn(), onGone: vi.fn(), onFull: vi.fn() });
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
const nobody = (timeS: number): Parameters<LiveSet["addFrame"]>[0] => ({ timeS, joints: null, tookMs: 1 });
const bytes = (messages: (ArrayBuffer | string)[]): (number[] | string)[] =>
  messages.map((one) => (typeof one === "string" ? one : [...new Uint8Array(one)]));

let server: FakeServer;

beforeEach(() => {
  localStorage.clear();
  server = new FakeServer();
});

test("after a reload and a killed server, the server gets the same set again", async () => {
  const before = await LiveSet.begin("t_raise", [640, 480], "full", told(), server.dial);
  await settle();
  for (let i = 0; i < 5; i++) before.addFrame(nobody(i), [640, 480]);
  before.ask({ type: "arm" });
  before.keepShown(1, 2, true);
  before.flush();
  await settle();
  const first = bytes(server.taken);
  server.taken = [];

  const underway = await findUnderway("t_raise");
  if (!underway) throw new Error("the set was not found again");
  const after = await LiveSet.goOn(underway, told(), server.dial);
  await settle();
  after.addFrame(nobody(9), [640, 480]);

  expect(underway.shown).toEqual({ count: 1, total: 2, isCounting: true });
  expect(bytes(server.taken).slice(0, 6)).toEqual(first);
  expect(server.taken.length).toBe(7);
  expect(server.starts[1]).toBe(server.starts[0]);
});

test("another camera's joints are brought to the size the set began with", async () => {
  const set = await LiveSet.begin("t_raise", [640, 480], "full", told(), server.dial);
  await settle();
  const joints = new Float32Array(33 * 6);
  joints.set([1280, 100, 0.5, 1, 2, 3]);
  set.addFrame({ timeS: 1, joints, tookMs: 1 }, [1280, 720]);

  const [frame] = server.taken;
  expect([...new Float32Array((frame as ArrayBuffer).slice(16, 40))]).toEqual([640, 50, 0.5, 1, 2, 3]);
});

test("a finished set takes nothing more and leaves nothing behind", async () => {
  const heard = told();
  const set = await LiveSet.begin("t_raise", [640, 480], "full", heard, server.dial);
  await settle();
  set.ask({ type: "finish" });
  set.addFrame(nobody(1), [640, 480]);
  server.say({ type: "finished", set: "s", url: "/sets/s", total: 3 });
  await settle();

  expect(server.taken).toEqual(['{"type":"finish","seq":0}']);
  expect(heard.onFinished).toHaveBeenCalledOnce();
  expect(await findUnderway("t_raise")).toBeNull();
});

test("a set that is discarded out of the server's reach is forgotten here", async () => {
  const set = await LiveSet.begin("t_raise", [640, 480], "full", told(), server.dial);
  await set.abandon();

  expect(await findUnderway("t_raise")).toBeNull();
});

test("the set of one exercise is not taken up in another", async () => {
  await LiveSet.begin("t_raise", [640, 480], "full", told(), server.dial);

  expect(await findUnderway("deadlift")).toBeNull();
});

test("two sets that were left can both be gone on with", async () => {
  for (const exercise of ["t_raise", "corkscrew"]) {
    const left = await LiveSet.begin(exercise, [640, 480], "full", told(), server.dial);
    left.keepShown(1, 1, true);
  }

  expect((await findUnderway("t_raise"))?.exercise).toBe("t_raise");
  expect((await findUnderway("corkscrew"))?.exercise).toBe("corkscrew");
});
