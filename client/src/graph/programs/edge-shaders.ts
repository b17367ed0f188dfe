import { fading } from "./stage.ts";

/**
 * An edge is a ribbon along a straight line or a shallow curve, laid out in device pixels so that dashes, arrow heads
 * and hit areas keep their size at every zoom. The last stretch of the ribbon, before the target, is its head.
 */
export const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec2 a_radii;
attribute float a_half;
attribute float a_bend;
attribute float a_form;
attribute float a_t;
attribute float a_side;
attribute float a_isHead;

uniform mat3 u_matrix;
uniform vec2 u_resolution;
uniform float u_sizeRatio;
uniform float u_pixelRatio;

varying vec4 v_color;
varying float v_across;
varying float v_along;
varying float v_left;
varying float v_half;
varying float v_line;
varying float v_stance;
varying float v_head;
varying float v_headLength;
varying float v_isHead;
varying float v_unit;
varying float v_lit;

const float bias = 255.0 / 254.0;

vec2 toPixels(vec2 position) {
  return ((u_matrix * vec3(position, 1.0)).xy * 0.5 + 0.5) * u_resolution;
}

void main() {
  // a_form packs line + 8 stance + 64 head + 512 lit.
  float lit = floor(a_form / 512.0);
  float rest = a_form - lit * 512.0;
  float head = floor(rest / 64.0);
  rest -= head * 64.0;
  v_stance = floor(rest / 8.0);
  v_line = rest - v_stance * 8.0;
  v_lit = lit;
  v_head = head;
  v_isHead = a_isHead;
  v_unit = u_pixelRatio;

  float scale = u_pixelRatio / u_sizeRatio;
  vec2 source = toPixels(a_source);
  vec2 target = toPixels(a_target);
  vec2 chord = target - source;
  float span = max(length(chord), 0.001);
  vec2 normal = vec2(-chord.y, chord.x) / span;
  float bend = a_bend * scale;
  vec2 control = 0.5 * (source + target) + normal * bend * 2.0;
  // Length of a shallow parabola of height h over a chord c: c (1 + 8/3 (h/c)²).
  float arc = span * (1.0 + 2.667 * (bend / span) * (bend / span));

  v_half = max(a_half * scale, 0.6 * u_pixelRatio);
  v_headLength = head > 0.5 ? (head > 1.5 ? 3.0 * u_pixelRatio + v_half : max(7.0 * u_pixelRatio, v_half * 4.2)) : 0.0;
  float gap = 1.5 * u_pixelRatio;
  float start = (a_radii.x * scale + gap) / arc;
  float end = 1.0 - (a_radii.y * scale + gap) / arc;
  float neck = max(start, end - v_headLength / arc);
  float t = a_isHead > 0.5 ? mix(neck, end, a_t) : mix(start, neck, a_t);

  // How far the ribbon reaches to each side: no further than what is drawn, since each pixel of it costs.
  float margin = 1.0;
  if (v_stance > 4.5) margin = 2.4;
  else if (v_stance > 1.5 && v_stance < 2.5) margin = 2.3;
  else if (v_line > 2.5 && v_line < 3.5) margin = 1.4 + max(0.55, 0.42 * v_half / u_pixelRatio);
  float reach = a_isHead > 0.5 ? max(v_half * 2.4, 5.5 * u_pixelRatio) : v_half + margin * u_pixelRatio;
  #ifdef PICKING_MODE
  reach = max(reach, 6.0 * u_pixelRatio);
  #endif

  vec2 point = mix(mix(source, control, t), mix(control, target, t), t);
  vec2 tangent = normalize(mix(control - source, target - control, t));
  point += vec2(-tangent.y, tangent.x) * a_side * reach;

  v_across = a_side * reach;
  v_along = (t - start) * arc;
  v_left = (end - t) * arc;
  gl_Position = vec4(point / u_resolution * 2.0 - 1.0, 0.0, 1.0);
  // Ends that touch leave no room for a line.
  if (end <= start) gl_Position = vec4(2.0, 2.0, 0.0, 1.0);

  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

/** Lines: 0 plain, 1 thin, 2 thick, 3 double, 4 barred. Stances: 0 asserted … 5 denied, in the order of the API. */
export const fragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying float v_across;
varying float v_along;
varying float v_left;
varying float v_half;
varying float v_line;
varying float v_stance;
varying float v_head;
varying float v_headLength;
varying float v_isHead;
varying float v_unit;
varying float v_lit;

${fading}

// Signed distance from the nearest dash, along the line: a dash of the given length in each period. The dashes of a
// double line stand by turns, since side by side they would look like the boxes of what is denied.
float dashes(float period, float dash) {
  float turn = v_line > 2.5 && v_line < 3.5 && v_stance < 4.5 && v_across > 0.0 ? 0.5 * period : 0.0;
  return abs(mod(v_along + turn, period) - 0.5 * period) - 0.5 * dash;
}

float body() {
  float across = abs(v_across);
  float u = v_unit;
  float line = v_line > 2.5 && v_line < 3.5 ? abs(across - (v_half + 0.4 * u)) - max(0.55 * u, v_half * 0.42) : across - v_half;
  if (v_stance < 0.5) return line;
  if (v_stance < 1.5) return max(line, dashes(13.0 * u, 8.0 * u));
  if (v_stance < 2.5) {
    float dot = max(v_half, 1.3 * u);
    float period = dot * 2.0 + 3.2 * u;
    return length(vec2(mod(v_along, period) - 0.5 * period, across)) - dot;
  }
  if (v_stance < 3.5) return max(line, min(dashes(20.0 * u, 10.0 * u), 8.6 * u - dashes(20.0 * u, 0.0)));
  if (v_stance < 4.5) return max(line, dashes(17.0 * u, 4.0 * u));
  // Denied: a chain of hollow boxes.
  float hollow = v_half + 1.4 * u;
  vec2 corner = vec2(dashes(17.0 * u, 12.0 * u), across - hollow);
  float box = min(max(corner.x, corner.y), 0.0) + length(max(corner, 0.0));
  return abs(box + 0.7 * u) - 0.7 * u;
}

float tip() {
  float across = abs(v_across);
  float u = v_unit;
  // A bar across the end says no; an arrow says whither.
  if (v_head > 1.5) return max(across - max(v_half * 2.2, 5.0 * u), v_left - (1.4 * u + v_half * 0.6));
  float slope = max(v_half * 2.2, 4.6 * u) / max(v_headLength, 0.001);
  float arrow = (across - slope * v_left) / sqrt(1.0 + slope * slope);
  return v_stance > 4.5 ? max(abs(arrow + 0.8 * u) - 0.7 * u, -v_left) : arrow;
}

void main(void) {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float distance = v_isHead > 0.5 ? tip() : body();
  float cover = 1.0 - smoothstep(-0.5, 0.5, distance);
  if (cover <= 0.0) discard;
  vec4 color = faded(v_color, v_lit);
  gl_FragColor = vec4(color.rgb, 1.0) * color.a * cover;
  #endif
}
`;
