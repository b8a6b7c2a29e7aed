/** The connection to the server: brings every message there once and in order.
 *
 * After each new connection the server says which number it wants next, and
 * the outbox is read from there. So nothing is lost and nothing counts twice.
 */

import { readMessage, type Finished, type Sees, type SetEvent, type Start } from "./messages";
import type { Outbox } from "./outbox";

export type Connection = "connecting" | "connected" | "waiting" | "closed";

export interface Heard {
  /** @param why What the server said of it, if it said anything. */
  onState(state: Connection, why?: string): void;
  /** @param stage How far the set is, as the server knows it. */
  onWelcome(stage: Sees["stage"]): void;
  onEvent(event: SetEvent): void;
  onFinished(finished: Finished): void;
  onDiscarded(): void;
  /** The server will not take this set, whatever is tried. */
  onRefused(reason: string): void;
}

/** As much of WebSocket as is needed here. */
export interface Line {
  binaryType: string;
  readonly bufferedAmount: number;
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
  send(message: ArrayBuffer | string): void;
  close(code?: number): void;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5000;
/** So much may wait in the browser; more would only sit in memory twice. */
const MOST_BUFFERED = 256 * 1024;
const PUMP_AGAIN_MS = 20;
/** The server acknowledges each second; a dead network does not say that it is dead. */
const SILENT_MS = 6000;
const DONE = 1000;
/** Nonsense, wrong token, another origin, too large: trying again does not help. */
const FINAL = new Set([4400, 4401, 4403, 4429, 1009]);

export class Socket {
  private line: Line | null = null;
  private cursor: number | null = null;
  private waitMs = FIRST_WAIT_MS;
  private retry: ReturnType<typeof setTimeout> | null = null;
  private pumping: ReturnType<typeof setTimeout> | null = null;
  private watch: ReturnType<typeof setInterval> | null = null;
  /** Since when the server owes an answer. */
  private owedSince: number | null = null;
  private isOver = false;
  private refusal = "";

  constructor(
    private readonly start: Start,
    private readonly outbox: Outbox,
    private readonly heard: Heard,
    private readonly dial: () => Line = dialServer,
  ) {}

  open(): void {
    if (this.isOver) return;
    this.heard.onState("connecting");
    this.owedSince = Date.now();
    this.watch ??= setInterval(() => this.checkSilence(), 1000);
    const line = this.dial();
    this.line = line;
    line.binaryType = "arraybuffer";
    line.onopen = () => this.greet(line);
    line.onmessage = ({ data }) => {
      if (line === this.line) this.hear(data);
    };
    line.onclose = ({ code, reason }) => {
      if (line === this.line) this.lose(code, reason);
    };
  }

  /** Sends what is new in the outbox. */
  pump(): void {
    const line = this.line;
    while (line && this.cursor !== null && this.cursor < this.outbox.next) {
      if (line.bufferedAmount > MOST_BUFFERED) {
        this.pumping ??= setTimeout(() => {
          this.pumping = null;
          this.pump();
        }, PUMP_AGAIN_MS);
        return;
      }
      const message = this.outbox.read(this.cursor);
      if (message === null) return;
      line.send(message);
      this.owedSince ??= Date.now();
      this.cursor++;
    }
  }

  /** Connects at once instead of waiting: the network is said to be back. */
  hurry(): void {
    if (this.line || this.isOver) return;
    if (this.retry !== null) clearTimeout(this.retry);
    this.open();
  }

  /** Ends it for good. */
  close(): void {
    this.isOver = true;
    for (const timer of [this.retry, this.pumping]) if (timer !== null) clearTimeout(timer);
    if (this.watch !== null) clearInterval(this.watch);
    const line = this.line;
    this.line = null;
    this.cursor = null;
    line?.close(DONE);
    this.heard.onState("closed");
  }

  private greet(line: Line): void {
    if (line !== this.line) return;
    const { set, exercise, size, model, started_at, session, target } = this.start;
    const start = { set, exercise, size, model, started_at, session, target };
    line.send(JSON.stringify({ type: "start", version: 1, ...start }));
  }

  private hear(data: unknown): void {
    this.owedSince = null;
    const message = readMessage(data);
    if (!message) return;
    switch (message.type) {
      case "ack":
        return;
      case "welcome":
        this.outbox.reconcile(message.next);
        this.cursor = message.next;
        this.waitMs = FIRST_WAIT_MS;
        this.refusal = "";
        this.heard.onWelcome(message.stage);
        this.heard.onState("connected");
        this.pump();
        return;
      case "finished":
        this.close();
        this.heard.onFinished(message);
        return;
      case "discarded":
        this.close();
        this.heard.onDiscarded();
        return;
      case "error":
        this.refusal = message.reason;
        return;
      default:
        this.heard.onEvent(message);
    }
  }

  private lose(code: number, reason: string): void {
    this.line = null;
    this.cursor = null;
    if (this.isOver) return;
    if (FINAL.has(code)) {
      const why = this.refusal || reason;
      this.close();
      this.heard.onRefused(why);
      return;
    }
    this.heard.onState("waiting", this.refusal || undefined);
    this.retry = setTimeout(() => this.open(), this.waitMs);
    this.waitMs = Math.min(LONGEST_WAIT_MS, this.waitMs * 2);
  }

  private checkSilence(): void {
    if (!this.line || this.owedSince === null) return;
    if (Date.now() - this.owedSince < SILENT_MS) return;
    const line = this.line;
    this.lose(1006, "");
    line.close();
  }
}

export function dialServer(): Line {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return new WebSocket(`${scheme}://${location.host}/live`) as Line;
}
