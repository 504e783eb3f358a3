// Types of what `web/contract.js` lists, and of what the build and the inline script of `index.html` bring. Only for
// `tsc`: nothing of this is in the page.

import type { contract } from './contract.js';

type Contract = typeof contract;
type Events = Contract['events'];

/** What an event brings, by the word for it in the list. */
interface Details {
  nothing: undefined;
  text: string;
  digits: string;
  'one text': [text: string];
  'name and text': [name: string, text: string];
  texts: Pair[];
  changes: Change[];
}

/** A text by its name. */
export type Pair = [name: string, text: string];
/** A text to be written under its name, or `null` where it is to be deleted. */
export type Change = [name: string, text: string | null];

export type EventName = keyof Events;
export type DetailOf<Name extends EventName> =
  Events[Name]['detail'] extends infer D ? D extends keyof Details ? Details[D]
    : D extends readonly (infer Word)[] ? Word : never : never;
type EventsOfWindow = { [Name in EventName]: CustomEvent<DetailOf<Name>> };

/** `tell` of `web/tell.js`: no second argument where an event brings nothing. */
export type Tell = <Name extends EventName>(
  name: Name, ...detail: DetailOf<Name> extends undefined ? [] : [DetailOf<Name>]
) => void;

/** Why the second copy was not opened, read or written. */
export type Refusal = Exclude<DetailOf<'kn-second-done'>, ''>;
/** The tag of the loader's script: `link_program` in xtask/src/html.rs writes it. */
export interface ProgramTag extends HTMLScriptElement {
  readonly dataset: { wasm: string; bytes: string; parts?: string; after: string; build: string };
}

/** What a program of WebAssembly hands out, by name; `@` is its table of functions. */
export type Exports = WebAssembly.Exports & { '@': WebAssembly.Table };

interface Boot {
  capable: boolean;
  show(kind: 'old' | 'download' | 'crash', retry?: () => void): void;
  progress(part: number | null): void;
  done(): void;
  offerRescue(place: Element): void;
  offerFormer(place: Element): void;
}

interface Store {
  open(then: (why: Refusal | '', db?: IDBDatabase) => void): void;
  why(error: unknown): Refusal;
  read(then: (why: Refusal | '', pairs?: Pair[]) => void): void;
  local(): Pair[];
  backups(then: (found: Pair[]) => void): void;
  give(name: string, text: string): void;
  rescue(): void;
}

/** What browsers that read codes have: the Shape Detection API. */
interface CodeReader {
  detect(picture: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}

declare global {
  type BarcodeDetector = CodeReader;

  interface WindowEventMap extends EventsOfWindow {
    beforeinstallprompt: Event & { prompt(): Promise<unknown> | void };
  }

  interface Window {
    knBoot: Boot;
    knStore: Store;
    knStarted?: boolean;
    knFound: { second: Pair[] | null; why: Refusal | '' };
    knWriter: { mine: boolean };
    knInstall: { possible: boolean };
    knPassing?: boolean;
    knLater: Contract['globals']['knLater']['words'][number];
    knTrust?: { createScriptURL(url: string): unknown };
    knAfter?: { keepProgram(file: string | false): Promise<void> };
    knOffline: { ready: boolean };
    /** Not in every browser, like the next two. */
    BarcodeDetector?: {
      new(options: { formats: string[] }): CodeReader;
      getSupportedFormats(): Promise<string[]>;
    };
    launchQueue?: { setConsumer(then: (launched: { files: FileSystemFileHandle[] }) => void): void };
    showSaveFilePicker?(options: {
      suggestedName: string; types: { accept: Record<string, string[]> }[];
    }): Promise<FileSystemFileHandle>;
  }
}
