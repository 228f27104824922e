// One person as the shader sees them: 48 numbers, twelve attributes of an instance. This file alone knows which is where.

/** Attribute names in order, each four numbers. */
export const PERSON_ATTRIBUTES = [
  'iSeat', // x, z, yaw, seed 0–1
  'iDesign', // row of the figure texture, character, accessory, palette
  'iHead', // offset x, y, z from rest; sway of what hangs on it, −1–1
  'iHeadTurn', // quaternion
  'iTorso', // lean x, lean z, twist in radians, glow 0–1
  'iLeft', // hand x, y, z in the seat's frame; how much it is a fist
  'iLeftTurn', // x, y, z of a quaternion with w ≥ 0; how much it points
  'iRight',
  'iRightTurn',
  'iFace', // lids 0 open – 1 closed, gaze x, gaze y, smile 0–1
  'iState', // rest 0–1, microphone held 0–1, light of the piece 0–1, glow of the raised right hand 0–1
  'iShow', // 1 here or 0 away, 1 without a head, warmth of a gesture 0–1, size 0–1
] as const

export const PERSON_FLOATS = PERSON_ATTRIBUTES.length * 4

const at = (name: (typeof PERSON_ATTRIBUTES)[number]) => PERSON_ATTRIBUTES.indexOf(name) * 4

export const SEAT = at('iSeat')
export const DESIGN = at('iDesign')
export const HEAD = at('iHead')
export const HEAD_TURN = at('iHeadTurn')
export const TORSO = at('iTorso')
export const LEFT = at('iLeft')
export const LEFT_TURN = at('iLeftTurn')
export const RIGHT = at('iRight')
export const RIGHT_TURN = at('iRightTurn')
export const FACE = at('iFace')
export const STATE = at('iState')
export const SHOW = at('iShow')
