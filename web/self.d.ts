// What a service worker has of its own, for `tsc`: it takes every worker for any kind of worker.

import type { Version } from './worker.js';

declare global {
  /** What the service worker has, and the worker that reads lists: its program's two functions. */
  interface WorkerGlobalScope {
    readerOpen(name: string, bytes: Uint8Array): void;
    readerPlan(asked: string): string | [name: string, bytes: Uint8Array<ArrayBuffer>] | null;
    postMessage(said: import('./messages.js').ReaderSays): void;
    readonly registration: ServiceWorkerRegistration;
    readonly clients: Clients;
    skipWaiting(): Promise<void>;
    readonly knVersion: string;
    readonly knFiles: Version['files'];
    addEventListener<Type extends keyof ServiceWorkerGlobalScopeEventMap>(
      type: Type, listener: (event: ServiceWorkerGlobalScopeEventMap[Type]) => void,
    ): void;
  }
}
