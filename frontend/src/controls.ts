/** Buttons, keys and settings of the live page. */

import type { Coach } from "./coach";
import type { Page } from "./show";
import { WORDS } from "./words";

const MIRROR = "rhomboid.mirror";

export function bindControls(page: Page, coach: Coach, useCamera: () => void): void {
  const acts: Readonly<Record<string, (button: HTMLElement) => void>> = {
    camera: useCamera,
    guided: () => coach.useGuide(),
    arm: () => coach.arm(),
    more: () => coach.correct(1),
    less: () => coach.correct(-1),
    "not-me": () => coach.correct(-1),
    finish: () => coach.finish(),
    discard: () => coach.discard(),
    mute: () => toggleMute(page, coach),
    mirror: () => toggleMirror(page),
    pause: (button) => setText(button, coach.togglePause() ? WORDS.pause : WORDS.goOn),
    next: () => void coach.nextSet(),
    "rest-pause": () => coach.rest.togglePause(),
    "rest-more": () => coach.rest.lengthen(15),
    lite: () => loadLite(),
  };
  page.main.addEventListener("click", (event) => {
    coach.mouth.unlock();
    coach.stir();
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-do]") : null;
    if (button) acts[button.dataset["do"] ?? ""]?.(button);
  });
  bindKeys(page, coach);
  bindSettings(page, coach);
}

function bindKeys(page: Page, coach: Coach): void {
  const keys: Readonly<Record<string, () => void>> = {
    " ": () => coach.arm(),
    "+": () => coach.correct(1),
    "=": () => coach.correct(1),
    "-": () => coach.correct(-1),
    "−": () => coach.correct(-1),
    m: () => toggleMute(page, coach),
    escape: () => coach.finish(),
  };
  document.addEventListener("keydown", (event) => {
    coach.mouth.unlock();
    coach.stir();
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const key = event.key.toLowerCase();
    // On a button, space presses that button.
    if (event.target instanceof Element && event.target.closest(key === " " ? "button, a, select, input" : "select, input"))
      return;
    const act = keys[key];
    if (!act || coach.stage === "place") return;
    event.preventDefault();
    act();
  });
}

function bindSettings(page: Page, coach: Coach): void {
  showMute(page, coach.voice.isMuted);
  mirror(page, localStorage.getItem(MIRROR) !== "no");
  const volume = page.main.querySelector<HTMLInputElement>('[data-set="volume"]');
  if (volume) {
    volume.value = String(coach.voice.volume);
    volume.addEventListener("change", () => coach.voice.setVolume(volume.valueAsNumber));
  }
  const camera = page.main.querySelector<HTMLSelectElement>('[data-set="camera"]');
  camera?.addEventListener("change", () => void coach.chooseCamera(camera.value));
  page.main.addEventListener("rh-camera", () => void listCameras(camera, coach));
}

async function listCameras(select: HTMLSelectElement | null, coach: Coach): Promise<void> {
  const cameras = await coach.cameras();
  select?.replaceChildren(
    ...cameras.map(({ id, label, isUsed }, i) => {
      const option = new Option(label || `${WORDS.camera} ${i + 1}`, id, isUsed, isUsed);
      return option;
    }),
  );
}

function toggleMute(page: Page, coach: Coach): void {
  coach.voice.setMuted(!coach.voice.isMuted);
  showMute(page, coach.voice.isMuted);
}

function showMute(page: Page, isMuted: boolean): void {
  page.main.querySelector('[data-do="mute"]')?.setAttribute("aria-pressed", String(isMuted));
}

function toggleMirror(page: Page): void {
  const isMirrored = !page.main.classList.contains("is-mirrored");
  localStorage.setItem(MIRROR, isMirrored ? "yes" : "no");
  mirror(page, isMirrored);
}

function mirror(page: Page, isMirrored: boolean): void {
  page.main.classList.toggle("is-mirrored", isMirrored);
  page.main.querySelector('[data-do="mirror"]')?.setAttribute("aria-pressed", String(isMirrored));
}

function setText(button: HTMLElement, text: string): void {
  button.textContent = text;
}

function loadLite(): void {
  const address = new URL(location.href);
  address.searchParams.set("model", "lite");
  location.assign(address);
}
