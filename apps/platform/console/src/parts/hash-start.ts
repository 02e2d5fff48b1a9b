const SHOWN = 12;

/** The beginning of a hash, without the name of its kind: enough to tell two apart at a glance. */
export function hashStart(hash: string): string {
  const bare = hash.replace(/^[a-z]+\d*:/, "");
  return bare.length <= SHOWN ? bare : `${bare.slice(0, SHOWN)}…`;
}
