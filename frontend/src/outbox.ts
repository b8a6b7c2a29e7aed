/** Every numbered message of a set, kept until the set is saved.
 *
 * What was put in is at hand at once; it is written to the browser's database
 * some times a second, so that it outlives a reload and the server.
 */

import { encodeFrame, renumberFrame, timeOfFrame, type Frame } from "./frames";
import type { Wish } from "./messages";

export type Numbered = Wish & { seq: number };
type Kept = { seq: number; content: ArrayBuffer | Numbered };
interface Batch {
  set: string;
  first: number;
  kept: Kept[];
}

const DATABASE = "rhomboid";
const STORE = "outbox";
const EVERY_MS = 200;

export class Outbox {
  private kept: Kept[] = [];
  private unwritten: Kept[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private upcoming = 0;
  /** Called once when the browser's database takes no more. */
  onFull: () => void = () => undefined;
  private isFull = false;

  private constructor(
    private readonly set: string,
    private readonly database: IDBDatabase | null,
  ) {}

  /** Opens what was kept of a set, or an empty one. Without a database it keeps in memory. */
  static async open(set: string, factory: IDBFactory | undefined = globalThis.indexedDB): Promise<Outbox> {
    const database = factory ? await openDatabase(factory).catch(() => null) : null;
    const outbox = new Outbox(set, database);
    await outbox.load().catch(() => undefined);
    return outbox;
  }

  /** Forgets sets that were left and never taken up again: all but some. */
  static async forgetAllBut(
    kept: readonly string[],
    factory: IDBFactory | undefined = globalThis.indexedDB,
  ): Promise<void> {
    if (!factory) return;
    const database = await openDatabase(factory);
    const keys = await request(database.transaction(STORE).objectStore(STORE).getAllKeys());
    const left = (keys as [string, number][]).filter(([set]) => !kept.includes(set));
    await change(database, (store) => left.forEach((key) => store.delete(key)));
    database.close();
  }

  /** Whether it outlives a reload of the page. */
  get isDurable(): boolean {
    return this.database !== null;
  }

  /** The number that the next message gets. */
  get next(): number {
    return this.upcoming;
  }

  /** Whether the last message ends the set. */
  get isEnded(): boolean {
    const last = this.kept.at(-1)?.content;
    if (last === undefined || last instanceof ArrayBuffer) return false;
    return last.type === "finish" || last.type === "discard";
  }

  /** When the newest frame was taken; minus infinity if there is none. */
  get lastTimeS(): number {
    for (let i = this.kept.length - 1; i >= 0; i--) {
      const content = this.kept[i]?.content;
      if (content instanceof ArrayBuffer) return timeOfFrame(content);
    }
    return -Infinity;
  }

  addFrame(frame: Frame): void {
    this.add(encodeFrame(this.upcoming, frame));
  }

  addWish(wish: Wish): void {
    this.add({ ...wish, seq: this.upcoming });
  }

  /** A message as it goes over the socket. */
  read(seq: number): ArrayBuffer | string | null {
    const content = this.find(seq)?.content;
    if (content === undefined) return null;
    return content instanceof ArrayBuffer ? content : JSON.stringify(content);
  }

  /** When the frame of this number was taken; null for what is no frame. */
  timeOf(seq: number): number | null {
    const content = this.find(seq)?.content;
    return content instanceof ArrayBuffer ? timeOfFrame(content) : null;
  }

  /** Fits the numbers to what the server wants next, after a page died before it could write.
   *
   * What the server has already, need not be known here. What neither has, is
   * gone: the messages after such a gap take its numbers.
   */
  reconcile(wanted: number): void {
    this.upcoming = Math.max(this.upcoming, wanted);
    let expected = wanted;
    let isMoved = false;
    for (const one of this.kept) {
      if (one.seq < wanted) continue;
      if (one.seq !== expected) {
        renumber(one, expected);
        isMoved = true;
      }
      expected++;
    }
    this.upcoming = expected;
    if (isMoved) void this.rewrite();
  }

  /** Writes what is not written yet; called when the page may be gone in a moment. */
  async flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const [first] = this.unwritten;
    if (!this.database || !first) return;
    const batch: Batch = { set: this.set, first: first.seq, kept: this.unwritten };
    this.unwritten = [];
    try {
      await change(this.database, (store) => store.put(batch));
    } catch {
      // The disk may be full: what is in memory still serves until the page goes.
      this.unwritten = [...batch.kept, ...this.unwritten];
      if (!this.isFull) this.onFull();
      this.isFull = true;
    }
  }

  /** Forgets the set, once it is saved or discarded. */
  async forget(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.kept = [];
    this.unwritten = [];
    if (this.database) await change(this.database, (store) => store.delete(rangeOf(this.set)));
  }

  /** Lets go of the database; what was not written is lost, as when a tab is killed. */
  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.database?.close();
  }

  private add(content: ArrayBuffer | Numbered): void {
    const one = { seq: this.upcoming++, content };
    this.kept.push(one);
    this.unwritten.push(one);
    if (this.database) this.timer ??= setTimeout(() => void this.flush(), EVERY_MS);
  }

  private find(seq: number): Kept | undefined {
    const [first] = this.kept;
    if (!first) return undefined;
    const near = this.kept[seq - first.seq];
    return near?.seq === seq ? near : this.kept.find((one) => one.seq === seq);
  }

  private async load(): Promise<void> {
    if (!this.database) return;
    const batches = await request<Batch[]>(
      this.database.transaction(STORE).objectStore(STORE).getAll(rangeOf(this.set)),
    );
    this.kept = batches.flatMap((batch) => batch.kept).sort((a, b) => a.seq - b.seq);
    this.upcoming = (this.kept.at(-1)?.seq ?? -1) + 1;
  }

  private async rewrite(): Promise<void> {
    const [first] = this.kept;
    if (!this.database || !first) return;
    this.unwritten = [];
    const batch: Batch = { set: this.set, first: first.seq, kept: [...this.kept] };
    await change(this.database, (store) => {
      store.delete(rangeOf(this.set));
      store.put(batch);
    }).catch(() => undefined);
  }
}

function renumber(one: Kept, seq: number): void {
  one.seq = seq;
  if (one.content instanceof ArrayBuffer) renumberFrame(one.content, seq);
  else one.content = { ...one.content, seq };
}

function rangeOf(set: string): IDBKeyRange {
  return IDBKeyRange.bound([set, 0], [set, Infinity]);
}

async function openDatabase(factory: IDBFactory): Promise<IDBDatabase> {
  const opening = factory.open(DATABASE, 1);
  opening.onupgradeneeded = () =>
    opening.result.createObjectStore(STORE, { keyPath: ["set", "first"] });
  return request(opening);
}

function request<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error("the database failed"));
  });
}

function change(database: IDBDatabase, make: (store: IDBObjectStore) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, "readwrite");
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("the database failed"));
    make(transaction.objectStore(STORE));
    // Does not wait for a page that is going away.
    transaction.commit?.();
  });
}
