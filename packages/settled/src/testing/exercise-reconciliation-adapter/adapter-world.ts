import type { AnyOperation } from "../../catalog/operation-catalog.ts";
import type { TruthSource } from "../../ports/truth-source.ts";
import type { ArtifactRef } from "../../run/artifact-ref.ts";
import type { OperationRun } from "../../run/operation-run.ts";

/**
 * The business world of one case: nothing is produced in it but by these calls. A truth source without row-level
 * security examines the adapter's own conditions; with it, the adapter and the database together.
 */
export interface AdapterWorld {
  readonly operation: AnyOperation;
  readonly truthSource: TruthSource;
  /** A run of the operation whose worker is gone, in an environment if the operation has such. */
  newRun(overrides?: Partial<OperationRun>): Promise<OperationRun>;
  /** What the run would have made: complete, in its scope, bearing its mark. */
  produceArtifact(run: OperationRun): Promise<ArtifactRef>;
  /** The same with a part of its content missing or spoilt. */
  produceIncompleteArtifact?(run: OperationRun): Promise<ArtifactRef>;
  /** Complete and bearing the run's mark, but standing in another workspace. */
  produceForeignWorkspaceArtifact(run: OperationRun): Promise<ArtifactRef>;
  /** The same in another environment of the run's workspace. */
  produceForeignEnvironmentArtifact?(run: OperationRun): Promise<ArtifactRef>;
  /** One more complete artifact in the run's scope that could be the run's. */
  produceSecondArtifact?(run: OperationRun): Promise<ArtifactRef>;
  close(): Promise<void>;
}

/** Cases by their names: what an operator may rely on. */
export type AdapterCases = Readonly<Record<string, (world: AdapterWorld) => Promise<void>>>;
