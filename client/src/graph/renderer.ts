import Sigma from "sigma";
import { type Appearance, mark, stroke } from "./appearance.ts";
import { padding } from "./camera.ts";
import { edgeProgram } from "./programs/edge.ts";
import { nodeProgram } from "./programs/node.ts";
import type { Stage } from "./programs/stage.ts";
import type { EdgeAttributes, NodeAttributes, Scene } from "./scene.ts";

/** What Sigma does by itself and keeps to itself. */
interface Inner {
  scheduleHighlightedNodesRender(): void;
  /** Wipes what is drawn for the pointer to find things. */
  resetWebGLTexture(layer: string): void;
}

/** Sigma with our programs and reducers; names, signs and hovering are ours, and nothing moves where all should be `still`. */
export function renderer(
  scene: Scene,
  element: HTMLElement,
  stage: Stage,
  look: () => Appearance,
  still: boolean,
): Sigma<NodeAttributes, EdgeAttributes> {
  const sigma = new Sigma<NodeAttributes, EdgeAttributes>(scene, element, {
    nodeProgramClasses: { mark: nodeProgram(stage) },
    edgeProgramClasses: { straight: edgeProgram(stage, 1), curved: edgeProgram(stage, 10) },
    nodeHoverProgramClasses: {},
    defaultNodeType: "mark",
    defaultEdgeType: "straight",
    nodeReducer: (id, attributes) => mark(id, attributes, look()),
    edgeReducer: (id, attributes) => stroke(id, attributes, look()),
    defaultDrawNodeHover: () => {},
    renderLabels: false,
    renderEdgeLabels: false,
    enableEdgeEvents: true,
    enableCameraRotation: false,
    allowInvalidContainer: true,
    stagePadding: padding,
    minCameraRatio: 0.05,
    maxCameraRatio: 6,
    doubleClickZoomingRatio: 1,
    zoomDuration: still ? 0 : 200,
    inertiaDuration: still ? 0 : 200,
  });
  // A frame that never changes: what comes and goes does not push the rest about.
  sigma.setCustomBBox({ x: [-1, 1], y: [-1, 1] });
  const inner = sigma as unknown as Inner;
  // What the pointer comes to is drawn with its neighbourhood, a moment later: at once and alone it takes a frame more.
  inner.scheduleHighlightedNodesRender = () => {};
  const reset = inner.resetWebGLTexture.bind(inner);
  inner.resetWebGLTexture = (layer) => {
    if (!stage.settled) reset(layer);
  };
  return sigma;
}
