export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Every process below one, parents before children. */
export declare function descendantsOf(ancestor: number): ProcessEntry[];
export declare function processes(): ProcessEntry[];
