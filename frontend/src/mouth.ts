/** Speech and beeps of this browser. */

import type { Mouth } from "./voice";

/** A voice that has not begun by then does not speak here. */
const DUMB_MS = 1500;
const DUMB_TIMES = 2;
const MS_PER_LETTER = 120;
const LINE_HZ = 660;

export class BrowserMouth implements Mouth {
  private audio: AudioContext | null = null;
  private dumb = 0;

  /** Browsers make no sound before the first touch or key: called in its handler. */
  unlock(): void {
    this.audio ??= typeof AudioContext === "undefined" ? null : new AudioContext();
    if (this.audio?.state === "suspended") void this.audio.resume();
  }

  speak(text: string, volume: number, onEnd: () => void): void {
    if (typeof speechSynthesis === "undefined" || this.dumb >= DUMB_TIMES) {
      this.beep(LINE_HZ, volume);
      setTimeout(onEnd, 300);
      return;
    }
    const line = new SpeechSynthesisUtterance(text);
    line.lang = "en";
    line.volume = volume;
    line.rate = 1.1;
    this.follow(line, text, volume, onEnd);
    speechSynthesis.speak(line);
  }

  stop(): void {
    if (typeof speechSynthesis !== "undefined") speechSynthesis.cancel();
  }

  beep(pitchHz: number, volume: number): void {
    const audio = this.audio;
    if (audio?.state !== "running") return;
    const [tone, gain] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = pitchHz;
    gain.gain.setValueAtTime(0.3 * volume, audio.currentTime);
    gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.18);
    tone.connect(gain).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + 0.2);
  }

  private follow(line: SpeechSynthesisUtterance, text: string, volume: number, onEnd: () => void): void {
    let isDone = false;
    let hasBegun = false;
    const end = (): void => {
      if (isDone) return;
      isDone = true;
      onEnd();
    };
    const giveUp = (): void => {
      if (isDone || hasBegun) return;
      this.dumb++;
      this.beep(LINE_HZ, volume);
      end();
    };
    line.onstart = () => {
      hasBegun = true;
      this.dumb = 0;
    };
    line.onend = end;
    line.onerror = ({ error }) => (error === "canceled" || error === "interrupted" ? end() : giveUp());
    setTimeout(giveUp, DUMB_MS);
    // Some browsers forget to say that they have ended.
    setTimeout(end, DUMB_MS + 1000 + MS_PER_LETTER * text.length);
  }
}
