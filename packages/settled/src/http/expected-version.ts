import type { OperationRun } from "../run/operation-run.ts";

export type ExpectedVersion =
  | { readonly kind: "any" }
  | { readonly kind: "expected"; readonly version: number }
  | { readonly kind: "stale" };

/** A proxy that packs an answer weakens its tag; the version is the same whatever the packing. */
const TAG = /^(?:W\/)?"(\d{1,15})"$/;

/**
 * What If-Match asks for. Without it, or with `*`, the run is taken as it is now; a tag that is none of ours fits no
 * version. Source: RFC 9110, section 13.1.1.
 */
export function expectedVersionOf(request: Request, run: OperationRun): ExpectedVersion {
  const given = request.headers.get("if-match");
  if (given === null || given.trim() === "*") return { kind: "any" };
  return tagsIn(given).includes(run.version)
    ? { kind: "expected", version: run.version }
    : { kind: "stale" };
}

/** The versions that a list of entity tags names. */
export function tagsIn(header: string): readonly number[] {
  return header.split(",").flatMap((tag) => {
    const version = TAG.exec(tag.trim())?.[1];
    return version === undefined ? [] : [Number(version)];
  });
}
