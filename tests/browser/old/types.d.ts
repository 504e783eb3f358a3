// As much of Puppeteer 1.20 and of WebDriver as driver.mjs uses. Only for `tsc`.

export interface Handle {
  asElement(): ElementHandle | null;
  jsonValue(): Promise<unknown>;
  getProperties(): Promise<Map<string, Handle>>;
}

export interface ElementHandle extends Handle {
  click(): Promise<void>;
  focus(): Promise<void>;
  uploadFile(path: string): Promise<void>;
}

export interface Page {
  evaluate<Result>(run: (element: HTMLInputElement) => Result, element: ElementHandle): Promise<Result>;
  evaluateHandle(run: Function, ...given: unknown[]): Promise<Handle>;
  goto(url: string): Promise<unknown>;
  goBack(): Promise<unknown>;
  reload(): Promise<unknown>;
  url(): string;
  on(event: 'dialog', then: (dialog: { accept(): Promise<void> }) => void): void;
  on(event: 'console', then: (message: { text(): string }) => void): void;
  readonly keyboard: Record<'down' | 'up' | 'press' | 'type', (key: string) => Promise<void>>;
}

export interface Browser {
  pages(): Promise<Page[]>;
  version(): Promise<string>;
  close(): Promise<void>;
}

export interface Puppeteer {
  launch(options: {
    executablePath: string;
    args: string[];
    userDataDir: string;
    defaultViewport: { width: number; height: number; isMobile: boolean; hasTouch: boolean };
  }): Promise<Browser>;
}

/** What a command may bring; each brings its own few. */
export interface Body {
  capabilities: { alwaysMatch: { 'goog:chromeOptions': { binary: string; args: string[] } } };
  url: string;
  script: string;
  args: unknown[];
  using: string;
  value: string;
  text: string;
}

export type Command = [method: string, path: RegExp, work: (body: Body, id: string) => unknown];
