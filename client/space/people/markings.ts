// What is sewn on whom, as GLSL: markings() returns how much of the second tone and of the dark tone a point of felt has.
// Drawn by distance from shapes in the figure's own metres, so that edges stay crisp at any size.

export const MARKINGS_GLSL = /* glsl */ `
vec2 faceMarks(vec3 p, int who) {
  float x = abs(p.x);
  float ahead = inside(0.02 - p.z, 0.02);
  if (who == 0) return vec2(inside(oval(p.xy, vec2(0.0, 1.172), vec2(0.15, 0.118)), 0.014) * 0.5 * ahead, 0.0);
  if (who == 1) {
    float line = 1.098 + 0.078 * smoothstep(0.0, 0.07, x) + 0.022 * smoothstep(0.07, 0.2, x);
    return vec2(inside(line - p.y, 0.003) * inside(0.045 - p.z, 0.006), 0.0);
  }
  if (who == 2) {
    float disc = 0.084 - length(vec2(x - 0.078, p.y - 1.195));
    float brow = min(p.y - 1.25 - x * 0.62, 0.075 - x);
    return vec2(inside(disc, 0.003) * ahead, (0.55 * inside(brow, 0.006) + 0.4 * inside(0.004 - abs(disc), 0.002)) * ahead);
  }
  if (who == 3) return vec2(inside(oval(p.xy, vec2(0.0, 1.146), vec2(0.082, 0.062)), 0.003) * ahead, 0.0);
  if (who == 4) return vec2(inside(oval(p.xy, vec2(0.0, 1.142), vec2(0.066, 0.054)), 0.003) * ahead, 0.0);
  if (who == 5) {
    float stripes = max(oval(p.xy, vec2(0.0, 1.335), vec2(0.009, 0.042)), oval(vec2(x, p.y), vec2(0.042, 1.337), vec2(0.008, 0.03)));
    stripes = max(stripes, max(oval(vec2(x, p.y), vec2(0.178, 1.185), vec2(0.03, 0.0075)), oval(vec2(x, p.y), vec2(0.172, 1.155), vec2(0.028, 0.007))));
    return vec2(inside(oval(p.xy, vec2(0.0, 1.138), vec2(0.078, 0.048)), 0.003) * ahead, inside(stripes, 0.002) * 0.75 * inside(0.06 - p.z, 0.01));
  }
  if (who == 6) {
    float blaze = mix(0.052, 0.014, smoothstep(1.12, 1.3, p.y)) - x;
    blaze = min(blaze, 1.345 - p.y);
    float spots = max(0.0105 - length(vec2(x - 0.078, p.y - 1.312)), 0.0095 - length(vec2(x - 0.052, p.y - 1.335)));
    spots = max(spots, 0.0095 - length(vec2(x - 0.103, p.y - 1.287)));
    return vec2(max(inside(blaze, 0.003) * 0.85, inside(spots, 0.0015)) * ahead, 0.0);
  }
  // Under the hood: a pale face that lies in its own soft shade, and a lighter hem.
  float face = length(vec2(p.x / 0.138, (p.y - 1.193) / 0.136));
  float hem = inside(1.26 - face, 0.012) * inside(face - 1.1, 0.012) * inside(-0.09 - p.z, 0.01);
  float under = inside(1.07 - face, 0.02) * ahead;
  return vec2(max(hem * 0.6, under * 0.78 * smoothstep(1.05, 0.8, face)), under * 0.85 * smoothstep(0.84, 1.02, face));
}

vec2 bodyMarks(vec3 p, int who) {
  float ahead = inside(-0.02 - p.z, 0.03);
  if (who == 7) {
    float seam = abs(p.x) - 0.004;
    return vec2(inside(0.022 - abs(p.y - 0.5), 0.003) * 0.5 * (1.0 - ahead * 0.2), inside(-seam, 0.002) * 0.35 * ahead);
  }
  if (who == 0) return vec2(0.0);
  float belly = oval(p.xy, vec2(0.0, 0.735), vec2(0.135, 0.225));
  if (who == 1) belly = oval(p.xy, vec2(0.0, 0.86), vec2(0.12 - 0.25 * max(0.0, 0.9 - p.y), 0.2));
  if (who == 6) belly = oval(p.xy, vec2(0.0, 0.83), vec2(0.085, 0.2));
  float tone = inside(belly, 0.006) * ahead * (who == 1 ? 1.0 : 0.82);
  float dark = 0.0;
  if (who == 2) {
    float row = floor((p.y - 0.5) / 0.052);
    vec2 cell = vec2(mod(p.x + 0.026 * mod(row, 2.0) + 0.5, 0.052) - 0.026, mod(p.y - 0.5, 0.052));
    float scallop = 0.004 - abs(length(cell - vec2(0.0, 0.034)) - 0.024);
    dark = inside(scallop, 0.002) * inside(0.034 - cell.y, 0.003) * tone * 0.3;
  }
  return vec2(tone, dark);
}

vec2 markings() {
  int who = int(vKind.y + 0.5);
  vec3 p = vRest;
  if (vKind.x < 1.5) return p.y < 0.54 && p.z < -0.24 ? vec2(0.0) : bodyMarks(p, who);
  if (vKind.x < 2.5) return faceMarks(p, who);
  if (vKind.x < 6.0) {
    // Ears: pale inside; the fox's have dark tips, the sprout of the round one is all pale.
    if (who == 0) return vec2(0.75, 0.0);
    float tip = who == 1 ? inside(vSkin.w - 0.74, 0.02) : 0.0;
    return vec2(inside(vSkin.x, 0.05) * (1.0 - tip), tip * 0.8);
  }
  // Tails.
  if (who == 1) return vec2(inside(vSkin.w - 0.7 + 0.03 * sin(vSkin.z * 31.4), 0.012), 0.0);
  if (who == 5) return vec2(0.0, inside(abs(fract(vSkin.w * 5.0) - 0.5) - 0.32, 0.04) * 0.75);
  return vec2(who == 4 || who == 6 ? 0.9 : 0.0, 0.0);
}

void worn(inout vec3 felt, inout float gloss, inout float fuzz) {
  int what = int(vKind.z + 0.5);
  felt = vCloth;
  if (what == 1) felt = mix(vCloth, mix(vTrim, vec3(0.8), 0.3), inside(vSkin.x, 0.03) * 0.75);
  if (what == 2) { felt = vec3(0.045, 0.03, 0.033); gloss = 0.9; fuzz = 0.1; }
  if (what == 3) { felt = mix(vec3(0.20, 0.38, 0.15), vec3(0.36, 0.52, 0.27), vSkin.w); felt *= 0.75 + 0.5 * smoothstep(0.0, 0.12, abs(vSkin.z - 0.25)); }
  if (what == 4) {
    float ribs = 0.86 + 0.14 * cos(vSkin.z * 6.28319 * 22.0);
    felt = mix(vCloth * ribs, vCloth * 0.62, inside(0.2 - vSkin.w, 0.02));
    if (vRest.y > 1.44) felt = mix(vTrim, vCloth, 0.15);
  }
}
`
