import type { OperationDefinition } from "../catalog/operation-definition.ts";
import { LIBRARY_REASON_COPY } from "./reason-catalogue.ts";

export interface KnownReason {
  readonly code: string;
  readonly title: string;
}

/** Every reason that a run of these operations can have, in the order of their codes; an operation's words go first. */
export function knownReasons(
  operations: readonly Pick<OperationDefinition, "copy">[],
): readonly KnownReason[] {
  const copies = [LIBRARY_REASON_COPY, ...operations.map(({ copy }) => copy.reasons)];
  const titles = new Map(
    copies.flatMap((reasons) =>
      Object.entries(reasons).map(([code, { title }]) => [code, title] as const),
    ),
  );
  return [...titles]
    .map(([code, title]) => ({ code, title }))
    .toSorted((one, other) => (one.code < other.code ? -1 : 1));
}
