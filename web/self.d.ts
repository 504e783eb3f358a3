// What a service worker has of its own, for `tsc`: it takes every worker for any kind of worker.

import type { Version } from './worker.js';

declare global {
  /** What the service worker has, and what the other workers' programs hand out (src/bin/). */
  interface WorkerGlobalScope {
    readerOpen(name: string, bytes: Uint8Array): void;
    readerPlan(asked: string): string | [name: string, bytes: Uint8Array<ArrayBuffer>] | null;
    courierOpen(name: string, bytes: Uint8Array): void;
    courierPlan(asked: string): string | undefined;
    courierShow(text: string, density: number): number;
    courierDraw(number: number): Uint8Array | undefined;
    courierPicture(text: string): Uint8Array | undefined;
    courierPlaces(...address: [key: string, text: string, province: string]):
      [over: string, places: import('./messages.js').Place[], more: string | undefined];
    courierHear(text: string): number | string;
    courierLook(width: number, height: number, seen: Uint8Array): number | string;
    postMessage(said: import('./messages.js').WorkerSays): void;
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
