/** What to do about a file or folder that the system refuses; null for any other error. */
export function fileFaultWords(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === undefined || path === undefined) return null;
  const reason = REASONS[code];
  if (reason === undefined) return null;
  return `${path} cannot be used: ${reason} ${ELSEWHERE}`;
}

const ELSEWHERE =
  "Or name another place: SETTLED_DATA_DIR says where an installation keeps what is its own.";

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "this account may not. Grant it the right.",
  EPERM: "this account may not. Grant it the right.",
  EROFS: "it lies on a disk that is read-only.",
  ENOSPC: "its disk is full. Free some space.",
  EDQUOT: "the quota of this account is used up. Free some space.",
  ENOTDIR: "a part of the path is a file.",
  EISDIR: "it is a folder where a file is expected.",
  ENOENT: "a folder above it is missing, or takes no new one (as on a read-only disk).",
};
