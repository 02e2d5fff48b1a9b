/** What one reading may cost. A folder is foreign input: nothing in it decides how much is read. */
export interface ReadingLimits {
  /** All entries below the root; more is refused before anything is read. */
  readonly entriesMax: number;
  readonly fileBytesMax: number;
  /** Files beyond this sum, in order of path, are reported as not read. */
  readonly totalBytesMax: number;
  readonly jsonDepthMax: number;
  readonly folderDepthMax: number;
  readonly filesAtOnce: number;
}

const MIB = 1024 * 1024;

export const READING_LIMITS: ReadingLimits = {
  entriesMax: 100_000,
  fileBytesMax: 32 * MIB,
  totalBytesMax: 512 * MIB,
  jsonDepthMax: 64,
  folderDepthMax: 32,
  filesAtOnce: 8,
};
