import { SettledError } from "../run/settled-error.ts";
import type { ArtifactDefinition } from "./artifact-definition.ts";
import type { OperationDefinition } from "./operation-definition.ts";

export type OperationLookup =
  | { readonly kind: "found"; readonly operation: OperationDefinition }
  | { readonly kind: "unknown"; readonly type: string }
  | { readonly kind: "renamed"; readonly type: string; readonly canonical: string };

/** The operations that this process knows. Closed after it is made: canonical types only. */
export interface OperationCatalog {
  readonly operations: readonly OperationDefinition[];
  readonly types: readonly string[];
  /** For writing: an old name is refused and answered with the canonical one. */
  look(type: string): OperationLookup;
  /** For reading: null = "unknown operation". */
  find(type: string): OperationDefinition | null;
  findArtifact(type: string): ArtifactDefinition | null;
}

// Every operation's own input type is erased here: the catalog validates input before a handler sees it.
// eslint-disable-next-line typescript/no-explicit-any
export type AnyOperation = OperationDefinition<any>;

export function createOperationCatalog(operations: readonly AnyOperation[]): OperationCatalog {
  const byType = new Map<string, OperationDefinition>();
  const formerTypes = new Map<string, string>();
  for (const operation of operations) {
    refuseTwice(byType.has(operation.type), operation.type);
    byType.set(operation.type, operation);
  }
  for (const operation of operations) {
    for (const former of operation.formerTypes) {
      refuseTwice(byType.has(former) || formerTypes.has(former), former);
      formerTypes.set(former, operation.type);
    }
  }
  return {
    operations: [...byType.values()],
    types: [...byType.keys()],
    look(type) {
      const operation = byType.get(type);
      if (operation !== undefined) return { kind: "found", operation };
      const canonical = formerTypes.get(type);
      return canonical === undefined
        ? { kind: "unknown", type }
        : { kind: "renamed", type, canonical };
    },
    find: (type) => byType.get(type) ?? null,
    findArtifact: (type) =>
      operations.find((operation) => operation.artifact?.type === type)?.artifact ?? null,
  };
}

function refuseTwice(taken: boolean, type: string): void {
  if (taken) {
    throw new SettledError("invalid_definition", `The operation type "${type}" is declared twice.`);
  }
}
