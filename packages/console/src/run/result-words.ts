import type { ServedRun } from "../api/run-shape.ts";

/** The server's line about the result without its address at the end: here that is a link. */
export function resultWords({
  belief,
  artifact,
}: Pick<ServedRun, "artifact"> & { readonly belief: Pick<ServedRun["belief"], "result"> }):
  | string
  | null {
  const end = artifact?.href === undefined || artifact.href === null ? "" : `, ${artifact.href}`;
  const { result } = belief;
  return end !== "" && result?.endsWith(end) === true ? result.slice(0, -end.length) : result;
}
