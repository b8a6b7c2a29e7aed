import { expect, test } from "vitest";
import { JOINT_COUNT, NUMBERS_PER_JOINT } from "./joints";
import { Stance, type Look } from "./stance";

const BYTES = 16 + 4 * JOINT_COUNT * NUMBERS_PER_JOINT;
const somebody = (timeS: number) => ({ timeS, joints: new Float32Array(JOINT_COUNT * NUMBERS_PER_JOINT), tookMs: 1 });

async function stood(answers: (string | null)[], lengthS: number, isSeen = (_: number) => true) {
  const told: string[] = [];
  const sent: [Look, number][] = [];
  const stance = new Stance(
    { onAsk: (look) => told.push(look), onRefused: (why) => told.push(why), onDone: () => told.push("done") },
    (look, body) => {
      sent.push([look, body.size / BYTES]);
      return Promise.resolve(answers.shift() ?? null);
    },
  );
  stance.start();
  for (let i = 0; i < lengthS * 20; i++) {
    const frame = somebody(i / 20);
    await stance.add(isSeen(i / 20) ? frame : { ...frame, joints: null }, [640, 480]);
  }
  return { told, sent };
}

test("front and side are asked for, each until it will do", async () => {
  const { told, sent } = await stood(["You moved.", null, null], 9);

  expect(told).toEqual(["front", "You moved.", "side", "done"]);
  expect(sent.map(([look]) => look)).toEqual(["front", "front", "side"]);
});

test("two seconds are sent, and nothing of before somebody was out of sight", async () => {
  const { sent } = await stood([null], 3, (timeS) => timeS > 1.5);

  expect(sent[0]?.[1]).toBeGreaterThan(15);
  expect(sent[0]?.[1]).toBeLessThan(25);
  expect((await stood([null], 3)).sent[0]?.[1]).toBe(41);
});
