/** The live page: brings its parts together when it is loaded. */

import "./live.css";
import { Coach } from "./coach";
import { bindControls } from "./controls";
import { readExercise } from "./exercise";
import { findGuided } from "./guided";
import { Outbox } from "./outbox";
import { Page } from "./show";
import { allUnderway, findUnderway } from "./underway";

async function begin(main: HTMLElement): Promise<void> {
  const exercise = readExercise();
  const page = new Page(main, exercise.phases);
  const coach = new Coach(exercise, page);
  let underway = await findUnderway(exercise.id);
  await Outbox.forgetAllBut(allUnderway().map(({ set }) => set)).catch(() => undefined);
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
  const guided = findGuided(exercise.id);
  if (underway) useCamera();
  else if (guided) coach.useGuide(guided);
}

const main = document.getElementById("coach");
if (main) void begin(main);
