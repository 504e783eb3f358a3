// What a service worker has of its own, for `tsc`: it takes every worker for any kind of worker.

import type { Version } from './worker.js';

declare global {
  /** There is no other worker here than a service worker. */
  interface WorkerGlobalScope {
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
