/**
 * Graphology's algorithms are CommonJS whose types promise a `default` that Node and the bundler do not hand over alike:
 * gives the function itself either way.
 */
export function own<Export>(module: { default: Export }): Export {
  return module.default ?? (module as unknown as Export);
}
