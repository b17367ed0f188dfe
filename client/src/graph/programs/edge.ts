import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { EdgeAttributes, NodeAttributes } from "../scene.ts";
import { fragmentShader, vertexShader } from "./edge-shaders.ts";
import { drawn, type Stage } from "./stage.ts";

/** What the edge reducer hands to the program beside Sigma's own fields. */
export interface Stroke extends EdgeDisplayData {
  /** Height of the curve in pixels at zoom 1, to the left of the way from source to target; 0 is straight. */
  bend: number;
  /** Index into plain, thin, thick, double, barred. */
  line: number;
  /** Index into the stances of the API. */
  stance: number;
  /** 0 none, 1 arrow, 2 bar. */
  head: number;
  lit: boolean;
}

const uniforms = ["u_matrix", "u_resolution", "u_sizeRatio", "u_pixelRatio", "u_dim", "u_paper"] as const;
type Uniform = (typeof uniforms)[number];

/**
 * The program that draws all edges. A straight line needs one stretch, a curve `stretches`; each more costs vertices,
 * so true parallels alone are curved.
 */
export function edgeProgram(stage: Stage, stretches: number): EdgeProgramType<NodeAttributes, EdgeAttributes> {
  const constants = ribbon(stretches);
  return class TieProgram extends EdgeProgram<Uniform, NodeAttributes, EdgeAttributes> {
    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
      return {
        VERTICES: constants.length,
        VERTEX_SHADER_SOURCE: vertexShader,
        FRAGMENT_SHADER_SOURCE: fragmentShader,
        METHOD: TRIANGLES,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: "a_source", size: 2, type: FLOAT },
          { name: "a_target", size: 2, type: FLOAT },
          { name: "a_radii", size: 2, type: FLOAT },
          { name: "a_half", size: 1, type: FLOAT },
          { name: "a_bend", size: 1, type: FLOAT },
          { name: "a_form", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [
          { name: "a_t", size: 1, type: FLOAT },
          { name: "a_side", size: 1, type: FLOAT },
          { name: "a_isHead", size: 1, type: FLOAT },
        ],
        CONSTANT_DATA: constants,
      };
    }

    override processVisibleItem(
      id: number,
      offset: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData,
    ): void {
      const stroke = data as Stroke;
      const { array } = this;
      let at = offset;
      array[at++] = source.x;
      array[at++] = source.y;
      array[at++] = target.x;
      array[at++] = target.y;
      array[at++] = source.size;
      array[at++] = target.size;
      array[at++] = stroke.size / 2;
      array[at++] = stroke.bend;
      array[at++] = stroke.line + 8 * stroke.stance + 64 * stroke.head + (stroke.lit ? 512 : 0);
      array[at++] = floatColor(stroke.color);
      array[at++] = id;
    }

    override renderProgram(params: RenderParams, program: ProgramInfo<Uniform>): void {
      if (stage.pointable || !program.isPicking) super.renderProgram(params, program);
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

/** Two triangles a stretch: `[t, side, isHead]` a corner; the head is a stretch of its own. */
function ribbon(stretches: number): number[][] {
  const corners: number[][] = [];
  const stretch = (from: number, to: number, head: number): void => {
    corners.push([from, 1, head], [from, -1, head], [to, 1, head], [to, 1, head], [from, -1, head], [to, -1, head]);
  };
  for (let index = 0; index < stretches; index++) stretch(index / stretches, (index + 1) / stretches, 0);
  stretch(0, 1, 1);
  return corners;
}
