import type { StandardSchemaV1 } from "@standard-schema/spec";
import type { RunIdentity } from "../run/identity.ts";
import type { RunScope } from "../run/scope.ts";
import type { ArtifactDefinition } from "./artifact-definition.ts";
import type { ReconciliationAdapter } from "./reconciliation-adapter.ts";
import type { OperationHandler } from "./tracked-run.ts";

/** The three texts that a reader gets for a reason code. */
export interface ReasonCopy {
  readonly title: string;
  readonly meaning: string;
  readonly nextStep: string;
}

export interface OperationCopy {
  /** What the run does, for the sentence of a run under way: "The environment review is being composed". */
  readonly doing: string;
  readonly reasons: Readonly<Record<string, ReasonCopy>>;
}

export interface OperationTimeouts {
  /** How long a queued run may wait before its job is looked for. */
  readonly startWithinMs: number;
  /** How long one attempt may run before the truth is asked. */
  readonly runWithinMs: number;
  /** How long an adapter may stay undecided or broken before a person is asked. */
  readonly decideWithinMs: number;
}

export interface OperationQueue {
  readonly name: string;
  /** How often the engine itself repeats a failed job; 0 leaves the decision to the truth. */
  readonly retries: number;
}

export interface OperationDefinition<Input = unknown> {
  readonly type: string;
  /** Old names of the type: refused when written, with the canonical type named. */
  readonly formerTypes: readonly string[];
  readonly label: string;
  /** False for what only the library itself starts: it is not listed, and nobody starts or reruns it by name. */
  readonly offered: boolean;
  readonly input: StandardSchemaV1<unknown, Input>;
  readonly identity: (input: Input, scope: RunScope) => RunIdentity;
  /** `required`: a run of it is always about one environment; `optional`: it may be about the whole workspace. */
  readonly environment: "required" | "optional";
  /** What an actor needs to start it: `reviews.compose`. */
  readonly capability: string;
  readonly queue: OperationQueue;
  readonly timeouts: OperationTimeouts;
  /** True if doing it again after nothing was produced is safe: a lost job may then be handed over again. */
  readonly repeatable: boolean;
  readonly handler: OperationHandler<Input>;
  readonly adapter: ReconciliationAdapter | null;
  readonly artifact: ArtifactDefinition | null;
  readonly copy: OperationCopy;
}
