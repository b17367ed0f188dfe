import { NodeProgram, type NodeProgramType, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { EdgeAttributes, NodeAttributes } from "../scene.ts";
import { drawn, fading, type Stage } from "./stage.ts";

/** What the node reducer hands to the program beside Sigma's own fields. */
export interface Mark extends NodeDisplayData {
  /** Index into circle, diamond, square, triangle, ring. */
  shape: number;
  /** Drawn as an outline: a name that is not in the gazetteer. */
  hollow: boolean;
  lit: boolean;
}

const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_form;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_resolution;
uniform float u_sizeRatio;
uniform float u_pixelRatio;

varying vec4 v_color;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_hollow;
varying float v_lit;
varying float v_unit;

const float bias = 255.0 / 254.0;

void main() {
  // a_form packs shape + 8 hollow + 16 lit.
  v_lit = floor(a_form / 16.0);
  float rest = a_form - v_lit * 16.0;
  v_hollow = floor(rest / 8.0);
  v_shape = rest - v_hollow * 8.0;
  v_unit = u_pixelRatio;
  v_radius = a_size / u_sizeRatio * u_pixelRatio;

  // Corners of a square that holds every shape and its rim of paper.
  float reach = v_radius * 1.35 + 3.0 * u_pixelRatio;
  v_at = a_corner * reach;
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(centre + v_at / u_resolution * 2.0, 0.0, 1.0);

  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

const fragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
varying float v_hollow;
varying float v_lit;
varying float v_unit;

${fading}

float outline(vec2 p, float r) {
  vec2 q = abs(p);
  if (v_shape < 0.5 || v_shape > 3.5) return length(p) - r;
  if (v_shape < 1.5) return (q.x + q.y - r * 1.28) * 0.7071;
  if (v_shape < 2.5) {
    vec2 d = q - vec2(r * 0.72);
    return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - r * 0.16;
  }
  // An equilateral triangle that stands on its base.
  float h = r * 1.22;
  return max(q.x * 0.866 + p.y * 0.5 - h * 0.5, -p.y - h * 0.5);
}

void main(void) {
  float distance = outline(v_at, v_radius);
  #ifdef PICKING_MODE
  // A finger is wider than a small node.
  if (distance > max(3.0 * v_unit, 9.0 * v_unit - v_radius)) discard;
  gl_FragColor = v_color;
  #else
  float rim = 1.6 * v_unit;
  float cover = 1.0 - smoothstep(-0.5, 0.5, distance - rim);
  if (cover <= 0.0) discard;
  vec4 color = faded(v_color, v_lit);
  float inside = 1.0 - smoothstep(-0.5, 0.5, distance);
  float wall = v_shape > 3.5 ? max(2.4 * v_unit, v_radius * 0.34) : v_hollow > 0.5 ? 1.8 * v_unit : 1e6;
  float fill = inside * (1.0 - (1.0 - smoothstep(-0.5, 0.5, distance + wall)));
  vec3 seen = mix(u_paper, color.rgb, fill);
  gl_FragColor = vec4(seen, 1.0) * cover;
  #endif
}
`;

const uniforms = ["u_matrix", "u_resolution", "u_sizeRatio", "u_pixelRatio", "u_dim", "u_paper"] as const;
type Uniform = (typeof uniforms)[number];

/** The program that draws all nodes: the shape tells the type where the colour cannot. */
export function nodeProgram(stage: Stage): NodeProgramType<NodeAttributes, EdgeAttributes> {
  return class MarkProgram extends NodeProgram<Uniform, NodeAttributes, EdgeAttributes> {
    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE: vertexShader,
        FRAGMENT_SHADER_SOURCE: fragmentShader,
        METHOD: TRIANGLES,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
          { name: "a_form", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [-1, 1],
          [1, -1],
          [1, 1],
        ],
      };
    }

    override processVisibleItem(id: number, offset: number, data: NodeDisplayData): void {
      const mark = data as Mark;
      const { array } = this;
      let at = offset;
      array[at++] = mark.x;
      array[at++] = mark.y;
      array[at++] = mark.size;
      array[at++] = mark.shape + (mark.hollow ? 8 : 0) + (mark.lit ? 16 : 0);
      array[at++] = floatColor(mark.color);
      array[at++] = id;
    }

    override render(params: RenderParams): void {
      drawn(this, stage, () => super.render(params));
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations: at }: ProgramInfo<Uniform>): void {
      gl.uniformMatrix3fv(at.u_matrix, false, params.matrix);
      gl.uniform2f(at.u_resolution, params.width * params.pixelRatio, params.height * params.pixelRatio);
      gl.uniform1f(at.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(at.u_pixelRatio, params.pixelRatio);
      gl.uniform1f(at.u_dim, stage.dim);
      gl.uniform3f(at.u_paper, ...stage.paper);
    }
  };
}
