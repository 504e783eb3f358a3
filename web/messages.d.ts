// Types of what a page and its workers say to each other: the service worker, taken from `web/contract.js`, and the
// reader of lists. Only for `tsc`.

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

/** What the reader is asked: the first time with its program and the files. */
export interface ReaderAsked {
  program?: ArrayBuffer;
  files?: [name: string, bytes: ArrayBuffer][];
  text: string;
}

/** What it says: how far it is in percent, what the files would bring, or a workbook. */
export type ReaderSays = ['part', number] | ['plan', string] | ['file', string, Uint8Array<ArrayBuffer>];
