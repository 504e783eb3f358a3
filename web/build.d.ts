// What the build puts in the place of these names (xtask/src/bundle.rs).

declare module 'ket-nap-glue' {
  /** Compiles and starts the program; resolves to what it hands out. */
  export default function start(
    program: { module_or_path: Response | BufferSource },
  ): Promise<WebAssembly.Exports & { '@': WebAssembly.Table }>;
}

declare module 'ket-nap-styles' {
  const text: string;
  export default text;
}

declare module 'ket-nap-workers' {
  const names: Record<import('./messages.js').Kind, [script: string, program: string]>;
  export default names;
}

declare module 'ket-nap-later-styles' {
  const text: string;
  export default text;
}
