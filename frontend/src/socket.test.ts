import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Outbox } from "./outbox";
import { Socket, type Connection, type Heard, type Line } from "./socket";

const START = { set: "s", exercise: "t_raise", size: [640, 480] as [number, number], model: "full", started_at: "2026-01-01T00:00:00Z" };

/** A server that takes numbered messages in order, as docs/live-protocol.md has it. */
class FakeServer {
  taken: number[] = [];
  lines: FakeLine[] = [];
  isUp = true;
  twice = 0;

  dial = (): Line => {
    const line = new FakeLine(this);
    this.lines.push(line);
    queueMicrotask(() => (this.isUp ? line.onopen?.() : line.drop(1006)));
    return line;
  };

  get last(): FakeLine {
    const line = this.lines.at(-1);
    if (!line) throw new Error("nobody called");
    return line;
  }

  take(line: FakeLine, message: ArrayBuffer | string): void {
    if (typeof message === "string" && message.includes('"start"')) {
      line.say({ type: "welcome", set: "s", next: this.taken.length, stage: "looking" });
      return;
    }
    const seq =
      typeof message === "string"
        ? (JSON.parse(message) as { seq: number }).seq
        : new DataView(message).getUint32(4, true);
    if (seq < this.taken.length) this.twice++;
    else if (seq > this.taken.length) line.drop(4409);
    else this.taken.push(seq);
  }

  /** Killed: knows nothing any more. */
  die(): void {
    this.isUp = false;
    this.taken = [];
    this.last.drop(1006);
  }
}

class FakeLine implements Line {
  binaryType = "";
  bufferedAmount = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  /** Messages that the network still lets through. */
  left = Infinity;
  closedWith: number | undefined;
  isDead = false;

  constructor(private readonly server: FakeServer) {}

  send(message: ArrayBuffer | string): void {
    if (this.isDead) return;
    if (this.left-- > 0) this.server.take(this, message);
    else this.bufferedAmount += typeof message === "string" ? message.length : message.byteLength;
  }

  say(message: object): void {
    if (!this.isDead) this.onmessage?.({ data: JSON.stringify(message) });
  }

  drop(code: number): void {
    if (this.isDead) return;
    this.isDead = true;
    this.onclose?.({ code, reason: "" });
  }

  close(code?: number): void {
    this.closedWith = code;
    this.isDead = true;
  }
}

let server: FakeServer;
let outbox: Outbox;
let states: Connection[];
let heard: { [K in keyof Heard]: ReturnType<typeof vi.fn> };
let socket: Socket;
let timeS = 0;

beforeEach(async () => {
  outbox = await Outbox.open("s", new IDBFactory());
  vi.useFakeTimers();
  server = new FakeServer();
  states = [];
  heard = {
    onState: vi.fn((state: Connection) => states.push(state)),
    onWelcome: vi.fn(),
    onEvent: vi.fn(),
    onFinished: vi.fn(),
    onDiscarded: vi.fn(),
    onRefused: vi.fn(),
  };
  socket = new Socket(START, outbox, heard as unknown as Heard, server.dial);
});

afterEach(() => {
  socket.close();
  vi.useRealTimers();
});

function frames(count: number): void {
  for (let i = 0; i < count; i++) {
    outbox.addFrame({ timeS: timeS++, joints: null });
    socket.pump();
  }
}

async function connect(): Promise<void> {
  socket.open();
  await vi.advanceTimersByTimeAsync(0);
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

test("what was put in before the connection is sent once it stands", async () => {
  frames(3);
  await connect();
  frames(2);

  expect(server.taken).toEqual(upTo(5));
  expect(states).toEqual(["connecting", "connected"]);
});

test("a connection that drops in the middle loses and doubles nothing", async () => {
  await connect();
  frames(4);
  server.last.left = 3;
  frames(10);
  server.last.drop(1006);
  frames(5);
  expect(states.at(-1)).toBe("waiting");
  await vi.advanceTimersByTimeAsync(600);
  frames(1);

  expect(server.taken).toEqual(upTo(20));
  expect(server.twice).toBe(0);
});

test("a killed server gets everything again", async () => {
  await connect();
  frames(10);
  server.die();
  frames(5);
  await vi.advanceTimersByTimeAsync(20_000);
  server.isUp = true;
  await vi.advanceTimersByTimeAsync(5_100);

  expect(server.taken).toEqual(upTo(15));
});

test("waits grow from half a second to five", async () => {
  server.isUp = false;
  socket.open();
  await vi.advanceTimersByTimeAsync(500 + 1000 + 2000 + 4000 + 5000 + 5000 + 10);

  expect(server.lines.length).toBe(7);
});

test("no more is handed to the network than it carries", async () => {
  frames(1000);
  await connect();
  server.last.left = 0;
  server.last.bufferedAmount = 300 * 1024;
  frames(50);
  expect(server.taken.length).toBe(1000);
  server.last.bufferedAmount = 0;
  server.last.left = Infinity;
  await vi.advanceTimersByTimeAsync(30);

  expect(server.taken).toEqual(upTo(1050));
});

test("a network that is dead without a word is given up after six seconds", async () => {
  await connect();
  server.last.left = 0;
  frames(3);
  await vi.advanceTimersByTimeAsync(8000);

  expect(server.lines.length).toBe(2);
  expect(server.taken).toEqual(upTo(3));
});

test("a network that is dead for a minute, at thirty pictures a second, loses and doubles nothing", async () => {
  await connect();
  frames(30);
  server.last.left = 0;
  server.isUp = false;
  for (let tenth = 0; tenth < 600; tenth++) {
    frames(3);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(server.taken.length).toBe(30);
  server.isUp = true;
  await vi.advanceTimersByTimeAsync(5_100);
  frames(1);

  expect(server.taken).toEqual(upTo(30 + 1800 + 1));
  expect(server.twice).toBe(0);
});

test("numbers out of order are put right by a new connection", async () => {
  await connect();
  frames(3);
  server.taken.pop();
  frames(1);
  await vi.advanceTimersByTimeAsync(600);

  expect(server.taken).toEqual(upTo(4));
});

test("it closes when the set is finished, and stays closed", async () => {
  await connect();
  server.last.say({ type: "finished", set: "s", url: "/sets/s", total: 8 });
  await vi.advanceTimersByTimeAsync(20_000);

  expect(heard.onFinished).toHaveBeenCalledOnce();
  expect(server.last.closedWith).toBe(1000);
  expect(server.lines.length).toBe(1);
});

test.each([4400, 4401, 4403, 4429, 1009])("after %i nothing is tried again", async (code) => {
  await connect();
  server.last.say({ type: "error", reason: "No.", again: false });
  server.last.drop(code);
  await vi.advanceTimersByTimeAsync(20_000);

  expect(heard.onRefused).toHaveBeenCalledWith("No.");
  expect(server.lines.length).toBe(1);
});

test("events go on to the page, and nonsense does not", async () => {
  await connect();
  server.last.say({ type: "countdown", left: 3, seq: 4 });
  server.last.onmessage?.({ data: "{" });
  server.last.say({ type: "ack", next: 1 });

  expect(heard.onEvent.mock.calls).toEqual([[{ type: "countdown", left: 3, seq: 4 }]]);
});
