/** The live page at work: camera to joints, joints to the server, events to screen and voice. */

import { Camera, CameraError } from "./camera";
import { FrameClock } from "./clock";
import { Ending, isMovement, type Goal } from "./ending";
import { aimOf, askedModel, lineOfSet, nameOfSet, pauseOf, setsOf, type Exercise } from "./exercise";
import { loadGhost } from "./ghost";
import { GuidedSet, type Begun, type Pace } from "./guided";
import { LiveSet, type Told } from "./liveset";
import type { SetEvent, Wish } from "./messages";
import { BrowserMouth } from "./mouth";
import { Overlay } from "./overlay";
import { Passing } from "./passing";
import { Pose, startWorker, type Found } from "./pose";
import { Rate } from "./rate";
import { RestTimer } from "./rest";
import type { Page } from "./show";
import { dialServer, type Connection } from "./socket";
import { after, fresh, type Shown, type Stage } from "./stage";
import type { Planned, Underway } from "./underway";
import { Voice, type Line } from "./voice";
import { WakeLock } from "./wakelock";
import * as words from "./words";

const { WORDS } = words;

/** Slower than this, and after so many pictures, a lighter model is offered. */
const SLOW_FPS = 12;
const FLUENT_FPS = 15;
const SURE_AFTER = 60;
const MOST_MENDED = 3;
const MARK_HZ = 880;
const END_HZ = 1320;

export class Coach {
  readonly mouth = new BrowserMouth();
  readonly voice = new Voice(this.mouth, ({ text }) => this.page.caption(text));
  readonly rest = new RestTimer(
    (leftS, isPaused) => this.showRest(leftS, isPaused),
    (mark) => this.soundRest(mark),
  );
  private readonly ending = new Ending({
    done: () => (this.isGoing() ? this.shown.total : null),
    goal: () => this.goal(),
    onAsk: () => this.voice.say({ text: WORDS.isThatAll, kind: "set", urgent: false }),
    onEnd: () => this.endByItself(),
  });
  private readonly cue = new Passing(() => this.update({ cue: "" }));
  private readonly clock = new FrameClock();
  private readonly camera: Camera;
  private readonly overlay: Overlay;
  private readonly wake = new WakeLock();
  private readonly rate = new Rate();
  private pose: Pose | null = null;
  private set: LiveSet | null = null;
  private guided: GuidedSet | null = null;
  private shown: Shown = fresh("place");
  private looked = 0;
  /** The server went before the page had from it what finds joints. */
  private isStranded = false;
  private setNumber = 1;
  private mended = 0;

  constructor(
    private readonly exercise: Exercise,
    private readonly page: Page,
  ) {
    const [video, canvas] = [page.main.querySelector("video"), page.main.querySelector("canvas")];
    if (!video || !canvas) throw new Error("the page has no place for the picture");
    this.camera = new Camera(video, this.clock, () => this.offer(), () => void this.useCamera());
    this.overlay = new Overlay(canvas);
    this.showSet();
    void loadGhost(exercise.id).then((ghost) => (this.overlay.ghost = ghost));
  }

  get stage(): Stage {
    return this.shown.stage;
  }

  cameras(): ReturnType<Camera["choices"]> {
    return this.camera.choices();
  }

  /** Opens the camera and begins a set, or goes on with the one under way. */
  async useCamera(underway: Underway | null = null): Promise<void> {
    this.page.notice("");
    this.page.main.dataset["led"] = "camera";
    this.to("opening");
    this.page.text("hint", WORDS.opening);
    try {
      // The set under way is brought to the server first: that needs no camera.
      if (underway && !this.set) await this.goOn(underway);
      if (this.set) this.clock.goOnAfter(this.set.lastTimeS);
      await Promise.all([this.camera.open(), this.openPose()]);
      this.page.main.dispatchEvent(new CustomEvent("rh-camera"));
      await this.wake.hold();
      if (!this.set) await this.beginSet();
      else if (this.stage === "opening") this.to(this.set.stage);
    } catch (error) {
      this.fail(error);
    }
  }

  async chooseCamera(deviceId: string): Promise<void> {
    this.clock.restart();
    await this.camera.open(deviceId).catch((error: unknown) => this.fail(error));
  }

  /** The same exercise without a camera, or the rest of it after a reload of the page. */
  useGuide(begun: Begun | null = null): void {
    this.camera.close();
    // What the camera has counted is saved first: it is a set of its own.
    if (this.set) return this.end({ type: "finish" });
    this.page.notice("");
    this.page.main.dataset["led"] = "clock";
    this.update(this.fresh("guided"));
    void this.wake.hold();
    const told = {
      onPace: (pace: Pace, total: number) => this.showPace(pace, total),
      onSay: (line: Line) => this.voice.say(line),
    };
    const { aim } = aimOf(this.exercise, this.setNumber);
    this.guided = new GuidedSet(this.exercise, aim, this.planned(), told, begun);
    this.guided.start();
    if (begun) this.page.notice(WORDS.goesOn);
  }

  correct(by: 1 | -1): void {
    if (this.guided) this.guided.correct(by);
    else if (this.stage === "counting") this.set?.ask({ type: "correct", by });
  }

  arm(): void {
    if (["looking", "still", "countdown"].includes(this.stage)) this.set?.ask({ type: "arm" });
  }

  finish(): void {
    if (this.guided) void this.finishGuided(this.guided);
    else if (this.stage === "counting") this.end({ type: "finish" });
  }

  discard(): void {
    if (!confirm(WORDS.discardSure)) return;
    if (this.guided) {
      this.guided.forget();
      this.reset();
    } else this.end({ type: "discard" });
  }

  /** Somebody is at the screen, or looks at it again. */
  stir(): void {
    this.ending.stir();
  }

  /** Whether the guided set runs after it. */
  togglePause(): boolean {
    this.guided?.togglePause();
    return !this.guided?.isPaused;
  }

  async nextSet(): Promise<void> {
    this.rest.stop();
    this.page.hide("rest", true);
    this.setNumber++;
    this.showSet();
    if (!this.pose) return this.useGuide();
    this.to("looking");
    await this.beginSet().catch((error: unknown) => this.fail(error));
  }

  /** The page may be gone in a moment. */
  flush(): void {
    this.set?.flush();
  }

  /** The page is in sight again, or the network is back. */
  wakeUp(): void {
    this.stir();
    this.set?.hurry();
    void this.camera.resume();
  }

  private async goOn(underway: Underway): Promise<void> {
    this.ending.watch();
    this.set = await LiveSet.goOn(underway, this.told());
    const { count, total } = underway.shown;
    this.shown = { ...this.shown, count, total };
    this.page.notice(WORDS.goesOn);
    if (this.set.isEnding) this.to("finishing");
    else if (underway.shown.isCounting) this.to("counting");
  }

  private async beginSet(): Promise<void> {
    this.shown = this.fresh("looking");
    this.rate.restart();
    this.looked = 0;
    const { id } = this.exercise;
    const model = askedModel(location.search);
    this.ending.watch();
    this.set = await LiveSet.begin(id, this.camera.size, model, this.told(), dialServer, this.planned());
    this.page.show(this.shown);
    if (!this.set.isDurable) this.page.notice(WORDS.memoryOnly);
  }

  /** What the plan says of this set, for the server to keep with it. */
  private planned(): Planned {
    const { planned } = aimOf(this.exercise, this.setNumber);
    const { meant } = this.exercise;
    return meant && planned ? { session: meant.session, target: planned } : {};
  }

  private async openPose(): Promise<void> {
    if (this.pose) return;
    const pose = new Pose(
      startWorker(),
      () => this.camera.grab(),
      (found) => this.take(found),
      () => this.mend(pose),
    );
    const { model_url, model_lite_url, wasm_url } = this.exercise;
    const model = askedModel(location.search) === "lite" ? model_lite_url : model_url;
    await pose.open(wasm_url, model).catch(() => {
      pose.close();
      throw new Error(WORDS.noModel);
    });
    this.pose = pose;
  }

  /** Between two sets nobody needs to be found. */
  private offer(): void {
    if (this.set) this.pose?.offer();
  }

  private mend(broken: Pose): void {
    broken.close();
    this.pose = null;
    if (++this.mended <= MOST_MENDED) void this.useCamera();
    else this.fail(new Error(WORDS.noModel));
  }

  private take(found: Found): void {
    const [width, height] = this.camera.size;
    this.overlay.fit(width, height);
    this.overlay.draw(found.joints, this.stage === "looking" || this.stage === "opening");
    this.page.shape(width, height);
    this.watchRate();
    this.set?.addFrame(found, [width, height]);
  }

  private watchRate(): void {
    const fps = this.rate.tick(performance.now());
    this.page.fps(fps);
    if (++this.looked < SURE_AFTER || askedModel(location.search) === "lite") return;
    if (fps < SLOW_FPS) this.page.text("slow-text", WORDS.tooSlow);
    // In the middle of a set there is something better to look at.
    if (fps < SLOW_FPS && this.stage !== "counting") this.page.hide("slow", false);
    else if (fps > FLUENT_FPS || this.stage === "counting") this.page.hide("slow", true);
  }

  private told(): Told {
    return {
      onEvent: (event, ageS) => this.hear(event, ageS),
      onState: (state, why) => this.connection(state, why),
      onFinished: ({ url, total }) => this.done(url, total),
      onGone: (why) => this.gone(why),
      onFull: () => this.page.notice(WORDS.memoryOnly),
    };
  }

  private connection(state: Connection, why?: string): void {
    this.page.connection(state, why);
    if (state !== "connected" || !this.isStranded) return;
    this.isStranded = false;
    void this.useCamera();
  }

  private hear(event: SetEvent, ageS: number): void {
    // What comes late of a set that is over changes nothing of the one led by the clock.
    if (this.guided) return;
    if (event.type === "say") {
      this.voice.say(event, ageS);
      return;
    }
    if (isMovement(event, this.exercise.hold)) this.stir();
    if (event.type === "phase" && event.phase === "out" && this.exercise.heavy) this.voice.dropCues();
    if (event.type === "countdown" && ageS < 1) this.voice.beep(MARK_HZ);
    if (event.type === "armed" || event.type === "rep") this.page.notice("");
    if (event.type === "corrected") this.tellCorrected(event.by, event.total);
    this.update(after(this.shown, event));
    if (event.type === "rep" || event.type === "corrected" || event.type === "armed")
      this.set?.keepShown(this.shown.count, this.shown.total, this.stage === "counting");
  }

  private tellCorrected(by: number, total: number): void {
    this.voice.say({ text: by < 0 ? words.takenBack(total) : words.added(total), kind: "count", urgent: false });
  }

  /** Whether a set goes on that could end: not while nobody can see or be heard. */
  private isGoing(): boolean {
    const isConnected = this.page.main.dataset["connection"] === "connected";
    return this.stage === "counting" && isConnected && document.visibilityState === "visible";
  }

  /** Of both sides together, where a set on one's own has two. */
  private goal(): Goal {
    const { aim, planned } = aimOf(this.exercise, this.setNumber);
    const sides = this.exercise.one_sided && !planned ? 2 : 1;
    return [aim.repetitions[0] * sides, aim.repetitions[1] * sides];
  }

  private endByItself(): void {
    this.voice.say({ text: WORDS.endsItself, kind: "set", urgent: false });
    this.finish();
  }

  private end(wish: Wish): void {
    const isConnected = this.page.main.dataset["connection"] === "connected";
    if (wish.type === "discard" && !isConnected) {
      void this.set?.abandon();
      return this.gone("");
    }
    this.to("finishing");
    if (wish.type === "finish") this.page.notice(isConnected ? WORDS.saving : WORDS.lateSaving);
    this.set?.ask(wish);
  }

  private done(url: string, total: number): void {
    this.set = null;
    this.guided = null;
    this.ending.stop();
    this.voice.beep(END_HZ);
    this.page.notice("");
    this.update({ stage: "done", total });
    this.page.main.dataset["url"] = url;
    this.page.text("saved", words.saved(total));
    this.page.place("link")?.setAttribute("href", url);
    this.page.hide("rest", false);
    // How it was is asked while it is fresh.
    document.dispatchEvent(new CustomEvent("rh-part", { detail: { url: `${url}/after`, into: "#after" } }));
    this.beginRest(this.setNumber < setsOf(this.exercise));
  }

  /** After the last set there is nothing to rest for. */
  private beginRest(isMore: boolean): void {
    this.page.hide("rest-buttons", !isMore);
    this.page.hide("rest-label", !isMore);
    this.page.hide("to-plan", isMore);
    this.page.place("next")?.classList.toggle("is-main", isMore);
    this.page.text("next", isMore ? WORDS.nextSet : WORDS.anotherSet);
    if (isMore) return this.rest.start(aimOf(this.exercise, this.setNumber).aim.rest_s);
    this.page.text("rest-clock", "");
    void this.wake.release();
  }

  /** The set is no more: discarded, or refused for good. */
  private gone(why: string): void {
    this.set = null;
    this.reset();
    this.page.notice(why);
  }

  private reset(): void {
    this.ending.stop();
    this.guided?.stop();
    this.guided = null;
    this.voice.hush();
    this.camera.close();
    this.pose?.close();
    this.pose = null;
    void this.wake.release();
    this.page.main.dataset["led"] = "camera";
    this.update(this.fresh("place"));
  }

  private fail(error: unknown): void {
    this.camera.close();
    this.to("place");
    if (error instanceof CameraError) return this.page.notice(words.REFUSAL[error.refusal]);
    this.isStranded = this.set !== null && this.page.main.dataset["connection"] !== "connected";
    this.page.notice(this.isStranded ? WORDS.stranded : WORDS.noModel);
  }

  private async finishGuided(guided: GuidedSet): Promise<void> {
    const { total } = guided;
    this.to("finishing");
    try {
      this.done(await guided.finish(), total);
    } catch {
      this.to("guided");
      this.page.notice(WORDS.notSaved);
    }
  }

  private showPace(pace: Pace, total: number): void {
    const phase = pace.phase === "over" || pace.phase === "ready" ? "rest" : pace.phase;
    const left = Math.ceil(pace.leftS);
    const holdS = this.guided?.plan.holdS ?? 0;
    const isHeld = pace.phase === "turn" && holdS > 0;
    this.update({ total, count: 0, phase });
    this.page.text("countdown", "");
    this.page.clock(isHeld ? left : null, isHeld ? 1 - pace.leftS / holdS : 0);
  }

  private showRest(leftS: number, isPaused: boolean): void {
    this.page.text("rest-clock", words.minutes(leftS));
    const button = this.page.main.querySelector('[data-do="rest-pause"]');
    if (button) button.textContent = isPaused ? WORDS.goOn : WORDS.pause;
  }

  private soundRest(mark: number): void {
    this.voice.beep(mark ? MARK_HZ : END_HZ);
    if (!mark) this.voice.say({ text: WORDS.restOver, kind: "set", urgent: false });
  }

  private showSet(): void {
    const { aim } = aimOf(this.exercise, this.setNumber);
    this.page.text("set", nameOfSet(this.exercise, this.setNumber));
    const line = lineOfSet(this.exercise, this.setNumber);
    if (line) this.page.text("next-set", line);
    this.page.text("goal", words.goal(aim.repetitions, aim.hold_s));
    this.page.main.dataset["pause"] = pauseOf(this.exercise, aim);
  }

  private fresh(stage: Stage): Shown {
    const side = aimOf(this.exercise, this.setNumber).planned?.side ?? this.exercise.side;
    return { ...fresh(stage), side: side === "left" || side === "right" ? side : null };
  }

  private to(stage: Stage): void {
    this.update({ stage });
  }

  private update(change: Partial<Shown>): void {
    this.shown = { ...this.shown, ...change };
    this.page.show(this.shown);
    this.cue.follow(this.shown.cue);
  }
}
