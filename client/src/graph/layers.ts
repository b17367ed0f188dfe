/** Whether the processor draws this canvas, because there is no graphics card or none that may be used. */
export function isSoftware(canvas: HTMLCanvasElement | undefined): boolean {
  const context = canvas?.getContext("webgl2");
  const info = context?.getExtension("WEBGL_debug_renderer_info");
  const name = info ? String(context?.getParameter(info.UNMASKED_RENDERER_WEBGL)) : "";
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
}

/** Layers of the same size, the lowest first, as the address of one image. */
export function flattened(layers: readonly HTMLCanvasElement[]): string {
  const whole = document.createElement("canvas");
  const [first] = layers;
  Object.assign(whole, { width: first?.width ?? 0, height: first?.height ?? 0 });
  const context = whole.getContext("2d");
  for (const layer of layers) if (layer.width > 0) context?.drawImage(layer, 0, 0, whole.width, whole.height);
  return whole.toDataURL();
}
