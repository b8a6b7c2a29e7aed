/** The live page: brings its parts together when it is loaded. */

import "./live.css";
import { Coach } from "./coach";
import { bindControls } from "./controls";
import { readExercise } from "./exercise";
import { Outbox } from "./outbox";
import { Page } from "./show";
import { findUnderway, isAnyUnderway } from "./underway";

async function begin(main: HTMLElement): Promise<void> {
  const exercise = readExercise();
  const page = new Page(main);
  const coach = new Coach(exercise, page);
  let underway = await findUnderway(exercise.id);
  if (!(await isAnyUnderway())) await Outbox.clear().catch(() => undefined);
  const useCamera = (): void => {
    void coach.useCamera(underway);
    underway = null;
  };
  bindControls(page, coach, useCamera);
  addEventListener("pagehide", () => coach.flush());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") coach.wakeUp();
    else coach.flush();
  });
  addEventListener("online", () => coach.wakeUp());
  if (underway) useCamera();
}

const main = document.getElementById("coach");
if (main) void begin(main);
