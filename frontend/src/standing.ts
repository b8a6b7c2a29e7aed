/** The page on which somebody's standing posture is measured. */

import "./live.css";
import { Camera, CameraError } from "./camera";
import { FrameClock } from "./clock";
import { BrowserMouth } from "./mouth";
import { Overlay } from "./overlay";
import { Pose, startWorker } from "./pose";
import { Page } from "./show";
import { Stance } from "./stance";
import { Voice } from "./voice";
import { REFUSAL, STANCE, WORDS } from "./words";

function begin(main: HTMLElement, video: HTMLVideoElement, canvas: HTMLCanvasElement): void {
  const page = new Page(main);
  const mouth = new BrowserMouth();
  const voice = new Voice(mouth, ({ text }) => page.caption(text));
  const overlay = new Overlay(canvas);
  const camera = new Camera(video, new FrameClock(), () => pose.offer(), () => page.notice(REFUSAL.absent));
  const tell = (text: string): void => {
    page.text("hint", text);
    voice.say({ text, kind: "set", urgent: false });
  };
  const stance = new Stance({
    onAsk: (look) => tell(STANCE[look]),
    onRefused: (why) => tell(why || STANCE.lost),
    onDone: () => {
      tell(STANCE.done);
      main.dataset["stage"] = "done";
      page.hide("done", false);
      camera.close();
      pose.close();
    },
  });
  const pose = new Pose(
    startWorker(),
    () => camera.grab(),
    (found) => {
      overlay.fit(...camera.size);
      overlay.draw(found.joints, false);
      page.shape(...camera.size);
      void stance.add(found, camera.size);
    },
    () => page.notice(WORDS.noModel),
  );
  const { wasm = "", model = "" } = main.dataset;
  main.querySelector("[data-do=camera]")?.addEventListener("click", () => {
    mouth.unlock();
    main.dataset["stage"] = "looking";
    page.text("hint", WORDS.opening);
    Promise.all([camera.open(), pose.open(wasm, model)])
      .then(() => stance.start())
      .catch((error: unknown) => {
        main.dataset["stage"] = "place";
        page.notice(error instanceof CameraError ? REFUSAL[error.refusal] : WORDS.noModel);
      });
  });
}

const main = document.getElementById("standing");
const [video, canvas] = [main?.querySelector("video"), main?.querySelector("canvas")];
if (main && video && canvas) begin(main, video, canvas);
