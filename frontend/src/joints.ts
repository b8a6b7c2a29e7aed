/** The joints of a person, in the order every list of joints has (BlazePose's 33). */

export const JOINT_COUNT = 33;

/** x and y in pixels of the picture, visibility, x, y and z in metres. */
export const NUMBERS_PER_JOINT = 6;

/** Above this visibility a joint counts as surely seen. */
export const SURE = 0.5;

export const JOINT = {
  nose: 0,
  leftEar: 7,
  rightEar: 8,
  leftShoulder: 11,
  rightShoulder: 12,
  leftElbow: 13,
  rightElbow: 14,
  leftWrist: 15,
  rightWrist: 16,
  leftIndex: 19,
  rightIndex: 20,
  leftHip: 23,
  rightHip: 24,
  leftKnee: 25,
  rightKnee: 26,
  leftAnkle: 27,
  rightAnkle: 28,
  leftHeel: 29,
  rightHeel: 30,
  leftFoot: 31,
  rightFoot: 32,
} as const;

/** What to join with a line when a person is drawn. */
export const BONES: readonly (readonly [number, number])[] = [
  [11, 12], [23, 24], [11, 23], [12, 24],
  [11, 13], [13, 15], [12, 14], [14, 16],
  [23, 25], [25, 27], [24, 26], [26, 28],
  [27, 31], [28, 32],
];

/** The joints worth a dot: those that a bone ends in, and the head. */
export const DOTS: readonly number[] = [0, 11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28, 31, 32];
