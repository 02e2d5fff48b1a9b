import { type ArtifactDefinition, asEnvironmentId, isRunId } from "settled";
import { consolePath } from "../console-path.ts";
import { asExecutor } from "../store/as-executor.ts";
import { findPackSetAnywhere } from "../store/pack-set-store.ts";
import { checkSet, isWholeSet } from "./candidate-set.ts";

/** A run may be asked for several packs and has one artifact: the set of them, also where it is a set of one. */
export const PACK_SET_ARTIFACT_TYPE = "review_pack_set";

export const PACK_SET_ARTIFACT: ArtifactDefinition = {
  type: PACK_SET_ARTIFACT_TYPE,
  label: "Review packs",
  async find(truth, id) {
    const on = asExecutor(truth);
    const { workspaceId } = truth.scope;
    const set = isRunId(id) ? await findPackSetAnywhere(on, workspaceId, id) : null;
    if (set === null) return null;
    const environmentId = asEnvironmentId(set.environmentId);
    const candidate = await checkSet(on, { workspaceId, environmentId }, set);
    const profiles = candidate.members.map(({ profile }) => profile).join(", ");
    return {
      workspaceId,
      environmentId,
      title: `Packs of a review: ${profiles}`,
      madeByRunId: set.madeByRunId,
      complete: isWholeSet(candidate),
      state: set.status,
    };
  },
  href: (scope, id) => consolePath(scope, `/pack-sets/${id}`),
};
