/** Draws a person of 33 joints as a calm figure: rounded parts, the near ones over the far ones. */

import { outlineOf, type Circle } from "./hull";
import { JOINT } from "./joints";
import { between, onSheet, type Point, type Sheet, type View } from "./space";

type Joints = readonly Point[];

/** A ball in the room: a part of the body is the skin drawn tight about some of them. */
type Ball = readonly [Point, number];

export interface Part {
  balls: readonly Ball[];
  paint: keyof Omit<Paint, "edge" | "ground">;
}

/** Parts that have one outline together: an arm, a leg. */
export interface Member {
  parts: readonly Part[];
  /** Drawn over what is as near. */
  lift: number;
}

export interface Paint {
  skin: string;
  shirt: string;
  shorts: string;
  shoe: string;
  edge: string;
  /** What lies farther away fades towards this. */
  ground: string;
}

/** Radii in metres, of a person 1.7 m tall. */
const R = {
  shoulder: 0.064, sleeve: 0.058, elbow: 0.043, wrist: 0.03, hand: 0.033,
  hip: 0.088, thigh: 0.074, knee: 0.055, calf: 0.056, ankle: 0.037, heel: 0.04, toe: 0.028,
  skull: 0.092, chin: 0.055, nose: 0.016, neck: 0.05, chest: 0.115, waist: 0.11,
} as const;

export function drawFigure(
  pen: CanvasRenderingContext2D,
  joints: Joints,
  view: View,
  sheet: Sheet,
  paint: Paint,
): void {
  const members = membersOf(joints).map((member) => ({ member, near: nearOf(member, view) }));
  members.sort((a, b) => a.near + a.member.lift - b.near - b.member.lift);
  const [far, near] = [Math.min(...members.map((m) => m.near)), Math.max(...members.map((m) => m.near))];
  pen.strokeStyle = paint.edge;
  pen.lineJoin = "round";
  pen.lineWidth = 2 * Math.max(1, sheet.scale * 0.008);
  for (const one of members) {
    const share = near > far ? (one.near - far) / (near - far) : 1;
    // First every line, then every surface: so only the outline of the whole is left.
    for (const part of one.member.parts) {
      trace(pen, part, view, sheet);
      pen.stroke();
    }
    for (const part of one.member.parts) {
      pen.fillStyle = mix(paint.ground, paint[part.paint], 0.6 + 0.4 * share);
      trace(pen, part, view, sheet);
      pen.fill();
    }
  }
}

/** The parts of a body, from its joints. */
export function membersOf(joints: Joints): Member[] {
  const at = (joint: number): Point => joints[joint] ?? [0, 0, 0];
  const chest = between(at(JOINT.leftShoulder), at(JOINT.rightShoulder), 0.5);
  const hips = between(at(JOINT.leftHip), at(JOINT.rightHip), 0.5);
  const skull = between(at(JOINT.leftEar), at(JOINT.rightEar), 0.5);
  const chin = between(skull, chest, 0.3);
  const trunk: Part = {
    paint: "shirt",
    balls: [
      [at(JOINT.leftShoulder), R.shoulder],
      [at(JOINT.rightShoulder), R.shoulder],
      [between(chest, hips, 0.25), R.chest],
      [between(chest, hips, 0.75), R.waist],
      [between(hips, at(JOINT.leftHip), 0.75), R.hip],
      [between(hips, at(JOINT.rightHip), 0.75), R.hip],
    ],
  };
  const neck: Part = { paint: "skin", balls: [[between(chest, skull, 0.1), R.neck], [skull, R.neck]] };
  const head: Part = {
    paint: "skin",
    balls: [
      [between(skull, chest, -0.12), R.skull],
      [chin, R.chin],
      [between(skull, at(JOINT.nose), 1.02), R.nose],
    ],
  };
  const limbs = [LEFT, RIGHT].flatMap((side) => [
    { lift: 0.01, parts: armOf(side.map(at)) },
    { lift: -0.01, parts: legOf(side.map(at)) },
  ]);
  return [
    { lift: 0, parts: [neck] },
    { lift: 0.02, parts: [trunk] },
    { lift: 0.03, parts: [head] },
    ...limbs,
  ];
}

const LEFT: readonly number[] = [
  JOINT.leftShoulder, JOINT.leftElbow, JOINT.leftWrist, JOINT.leftIndex, JOINT.leftHip,
  JOINT.leftKnee, JOINT.leftAnkle, JOINT.leftHeel, JOINT.leftFoot,
];
const RIGHT: readonly number[] = [
  JOINT.rightShoulder, JOINT.rightElbow, JOINT.rightWrist, JOINT.rightIndex, JOINT.rightHip,
  JOINT.rightKnee, JOINT.rightAnkle, JOINT.rightHeel, JOINT.rightFoot,
];

const NOWHERE: Point = [0, 0, 0];

function armOf([shoulder = NOWHERE, elbow = NOWHERE, wrist = NOWHERE, index = NOWHERE]: Point[]): Part[] {
  const sleeve = between(shoulder, elbow, 0.45);
  return [
    { paint: "skin", balls: [[wrist, R.wrist * 0.9], [between(wrist, index, 0.75), R.hand]] },
    { paint: "skin", balls: [[elbow, R.elbow], [wrist, R.wrist]] },
    { paint: "skin", balls: [[sleeve, R.elbow * 1.1], [elbow, R.elbow]] },
    { paint: "shirt", balls: [[shoulder, R.shoulder], [sleeve, R.sleeve]] },
  ];
}

function legOf(side: Point[]): Part[] {
  const [hip = NOWHERE, knee = NOWHERE, ankle = NOWHERE, heel = NOWHERE, foot = NOWHERE] = side.slice(4);
  const hem = between(hip, knee, 0.6);
  return [
    { paint: "skin", balls: [[hem, R.knee * 1.1], [knee, R.knee]] },
    { paint: "shorts", balls: [[hip, R.hip], [hem, R.thigh]] },
    { paint: "skin", balls: [[knee, R.knee], [between(knee, ankle, 0.3), R.calf], [ankle, R.ankle]] },
    { paint: "shoe", balls: [[heel, R.heel], [foot, R.toe], [ankle, R.ankle * 1.05]] },
  ];
}

function nearOf({ parts }: Member, view: View): number {
  const balls = parts.flatMap((part) => part.balls);
  return balls.reduce((sum, [point]) => sum + view.see(point).near, 0) / balls.length;
}

function trace(pen: CanvasRenderingContext2D, part: Part, view: View, sheet: Sheet): void {
  pen.beginPath();
  for (const [x, y] of outlineOf(circlesOf(part, view, sheet))) pen.lineTo(x, y);
  pen.closePath();
}

/** Where the balls of a part lie on the drawing. */
export function circlesOf({ balls }: Part, view: View, sheet: Sheet): Circle[] {
  return balls.map(([point, radius]) => {
    const [x, y] = onSheet(sheet, view.see(point));
    return { x, y, r: radius * sheet.scale };
  });
}

/** A colour between two, both as #rrggbb. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [from, to].map((colour) => [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16)));
  const parts = (a ?? []).map((part, i) => Math.round(part + ((b?.[i] ?? part) - part) * share));
  return `rgb(${parts.join(", ")})`;
}
