// Types of what a page and its workers say to each other: the service worker, taken from `web/contract.js`, and the
// workers with programs of their own. Only for `tsc`.

import type { contract } from './contract.js';

type Contract = typeof contract;

/** Why a version has not come. */
export type Missed = Contract['broadcasts']['missed']['words'][number];
export type Question = keyof Contract['questions'];
/** What the worker says at the end of its answer. */
export type Answer<Asked extends Question> = Asked extends 'ask' ? State
  : Contract['questions'][Asked]['answers'][number];
/** What a port brings: parts of what is fetched, then the answer or that there is none. */
export type Reply<Asked extends Question> = number | Answer<Asked> | Contract['refusal'];
/** What the worker tells every page. */
export type Broadcast = Exclude<keyof Contract['broadcasts'], 'missed'> | { missed: Missed };

/** The answer to 'ask'. */
export interface State extends Record<keyof Contract['state'], unknown> {
  version: string;
  used: string | undefined;
  whole: boolean;
  news: boolean;
  missing: number;
  former: boolean;
}

/** Which worker. */
export type Kind = 'reader' | 'courier';

/** What a worker is asked: the first time with its program and the files. */
export interface WorkerAsked {
  program?: ArrayBuffer;
  files?: [name: string, bytes: ArrayBuffer][];
  text?: string;
}

/** What the courier is asked beside that: see `web/courier.js`. */
export interface CourierAsked extends WorkerAsked {
  show?: string;
  density?: number;
  draw?: number;
  picture?: string;
  hear?: string;
  look?: Uint8ClampedArray;
  width?: number;
  height?: number;
  address?: [key: string, text: string, province: string];
}

/** A place that is offered: what it says, a note, its text for a box alone, and what comes into which box, where that may stay. */
export type Place = [says: string, note: string | null, alone: string, fills: [key: string, text: string, gently: boolean][]];

/** What workers say: how far they are in percent, what files would bring, a workbook, and what comes of codes. */
export type WorkerSays = ['part', number] | ['plan', string] | ['file', string, Uint8Array<ArrayBuffer>]
  | ['codes', number] | ['drawn', Uint8Array | undefined] | ['heard', number | string]
  | ['places', [over: string, places: Place[], more: string | undefined]];
