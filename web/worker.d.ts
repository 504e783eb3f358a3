// Types of the versions that the service worker keeps: what the build writes into its first line (xtask/src/keeper.rs),
// and what it notes beside the files. Only for `tsc`.

/** SHA-256 of the content, its bytes, its bytes as a server sends them. */
export type Listed = [hash: string, bytes: number, sent: number];

export interface Version {
  name: string;
  /** By their paths below the program's place. */
  files: Record<string, Listed>;
}

/** What is noted of the versions in this machine. */
export interface Noted {
  /** The one that is served. */
  used?: Version;
  /** The one used before it. */
  former?: Version;
  /** Whether the one in use has started well. */
  works?: boolean;
  /** The name of one that the person has gone back from. */
  refused?: string;
}
