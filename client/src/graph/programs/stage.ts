/**
 * What all programs of one canvas share and read at each frame. Dimming is a uniform: lighting a neighbourhood touches
 * only the neighbourhood, however large the graph behind it is.
 */
export interface Stage {
  /** 0: everything as it is; 1: what is not lit fades into the paper. */
  dim: number;
  /** Colour of the paper, 0…1 each. */
  paper: [red: number, green: number, blue: number];
  /** Edges are drawn a second time, unseen, for the pointer to find them. Sigma does so even where nobody listens. */
  pointable: boolean;
  /** What lies where is where it was: a frame of other colours need not draw it for the pointer once more. */
  settled: boolean;
}

/** Sigma's way to draw, without what is drawn for the pointer where that still holds. */
export function drawn<Program extends { pickProgram: unknown }>(
  program: Program,
  stage: Stage,
  draw: () => void,
): void {
  const { pickProgram } = program;
  if (stage.settled) program.pickProgram = null;
  draw();
  program.pickProgram = pickProgram;
}

/** GLSL for both programs: the colour of a thing that is lit, or is not. */
export const fading = /* glsl */ `
uniform float u_dim;
uniform vec3 u_paper;
vec4 faded(vec4 color, float lit) {
  vec3 seen = mix(color.rgb, u_paper, (1.0 - lit) * u_dim * 0.76);
  return vec4(seen, color.a);
}
`;
