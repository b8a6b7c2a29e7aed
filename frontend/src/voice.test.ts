import { beforeEach, expect, test } from "vitest";
import type { SayKind } from "./messages";
import { Voice, type Mouth } from "./voice";

class FakeMouth implements Mouth {
  said: string[] = [];
  end: () => void = () => undefined;
  stops = 0;
  beeps = 0;
  speak(text: string, _: number, onEnd: () => void): void {
    this.said.push(text);
    this.end = onEnd;
  }
  stop(): void {
    this.stops++;
  }
  beep(): void {
    this.beeps++;
  }
}

let mouth: FakeMouth;
let shown: string[];
let nowMs: number;
let voice: Voice;

beforeEach(() => {
  localStorage.clear();
  mouth = new FakeMouth();
  shown = [];
  nowMs = 0;
  voice = new Voice(mouth, ({ text }) => shown.push(text), () => nowMs);
});

const say = (text: string, kind: SayKind, urgent = false, ageS = 0): void =>
  voice.say({ text, kind, urgent }, ageS);

test("one thing is said at a time", () => {
  say("1", "count");
  say("Elbows up", "cue");
  expect(mouth.said).toEqual(["1"]);
  mouth.end();

  expect(mouth.said).toEqual(["1", "Elbows up"]);
});

test("a count goes before a cue that waits", () => {
  say("Step back", "hint");
  say("Elbows up", "cue");
  say("2", "count");
  mouth.end();
  mouth.end();

  expect(mouth.said).toEqual(["Step back", "2", "Elbows up"]);
});

test("an urgent hold cuts short what is said", () => {
  say("Elbows up", "cue");
  const oldEnd = mouth.end;
  say("2", "hold", true);
  oldEnd();

  expect(mouth.said).toEqual(["Elbows up", "2"]);
  expect(mouth.stops).toBe(1);
});

test("what waited more than two seconds is not said, but was shown", () => {
  say("1", "count");
  say("Elbows up", "cue");
  nowMs = 2100;
  mouth.end();

  expect(mouth.said).toEqual(["1"]);
  expect(shown).toEqual(["1", "Elbows up"]);
});

test("what happened more than two seconds ago is shown but not said", () => {
  say("4", "count", false, 2.5);

  expect(mouth.said).toEqual([]);
  expect(shown).toEqual(["4"]);
});

test("mute is quiet at once, shows on, and is remembered", () => {
  say("1", "count");
  voice.setMuted(true);
  say("2", "count");
  voice.beep();

  expect(mouth.said).toEqual(["1"]);
  expect(mouth.beeps).toBe(0);
  expect(shown).toEqual(["1", "2"]);
  expect(new Voice(mouth, () => undefined).isMuted).toBe(true);
});

test("the volume stays between nothing and all, and is remembered", () => {
  voice.setVolume(7);
  expect(voice.volume).toBe(1);
  voice.setVolume(0.3);

  expect(new Voice(mouth, () => undefined).volume).toBe(0.3);
});

test("when a heavy lift begins, cues fall silent and counts do not", () => {
  say("Elbows up", "cue");
  say("Well done", "praise");
  say("2", "count");
  voice.dropCues();
  mouth.end();

  expect(mouth.said).toEqual(["Elbows up", "2"]);
  expect(mouth.stops).toBe(1);
});
