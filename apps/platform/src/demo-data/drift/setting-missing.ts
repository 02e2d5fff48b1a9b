import { fieldDefinitions } from "../blueprints/field-catalog.ts";
import type { CatalogPolicy, Policy } from "../policy.ts";
import { instanceLeaves, policyLeaves } from "../policy-leaf.ts";
import type { Leaf } from "../policy-leaf.ts";
import { changeOf, saved } from "./drift.ts";
import type { DriftOperation, DriftScene } from "./drift.ts";

/** Takes out one setting with all its leaves, or empties one property; the last one always stays. */
export const settingMissing: DriftOperation = (policy, scene) => {
  const result =
    policy.kind === "catalog" ? withoutSetting(policy, scene) : withoutField(policy, scene);
  if (result === null) return null;
  return {
    policies: [saved(result.policy, scene)],
    changes: result.gone.map(({ path, value }) =>
      changeOf(policy, scene, { kind: "setting_missing", path, before: value, after: null }),
    ),
  };
};

interface Emptied {
  readonly policy: Policy;
  readonly gone: readonly Leaf[];
}

function withoutSetting(policy: CatalogPolicy, scene: DriftScene): Emptied | null {
  if (policy.settings.length < 2) return null;
  const setting = scene.random.pick(policy.settings);
  const settings = policy.settings.filter((one) => one !== setting);
  return { policy: { ...policy, settings }, gone: instanceLeaves(setting, "") };
}

function withoutField(policy: Exclude<Policy, CatalogPolicy>, scene: DriftScene): Emptied | null {
  const optional = fieldDefinitions(policy).filter((one) => one.optional);
  const gone = policyLeaves(policy).filter((leaf) =>
    optional.some((one) => one.path === leaf.path),
  );
  if (gone.length === 0) return null;
  const leaf = scene.random.pick(gone);
  const fields = policy.fields.map((field) =>
    field.path === leaf.path ? { ...field, value: null } : field,
  );
  return { policy: { ...policy, fields }, gone: [leaf] };
}
