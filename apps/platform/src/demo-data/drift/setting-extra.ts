import { fieldDefinitions } from "../blueprints/field-catalog.ts";
import { catalogBlueprint } from "../blueprints/setting-catalog.ts";
import { SETTINGS_MAX } from "../grow-catalog-policy.ts";
import type { CatalogPolicy, Policy } from "../policy.ts";
import { instanceLeaves, policyLeaves } from "../policy-leaf.ts";
import type { Leaf } from "../policy-leaf.ts";
import { setValue, strictOr } from "../setting-instance.ts";
import { changeOf, saved } from "./drift.ts";
import type { DriftOperation, DriftScene } from "./drift.ts";

/** Adds one setting that the policy did not have, or fills one empty property. */
export const settingExtra: DriftOperation = (policy, scene) => {
  const result = policy.kind === "catalog" ? withSetting(policy, scene) : withField(policy, scene);
  if (result === null) return null;
  return {
    policies: [saved(result.policy, scene)],
    changes: result.added.map(({ path, value }) =>
      changeOf(policy, scene, { kind: "setting_extra", path, before: null, after: value }),
    ),
  };
};

interface Filled {
  readonly policy: Policy;
  readonly added: readonly Leaf[];
}

function withSetting(policy: CatalogPolicy, scene: DriftScene): Filled | null {
  const present = new Set(policy.settings.map((one) => one.definition));
  const absent = catalogBlueprint(policy.blueprint).definitions.filter(
    (one) => !present.has(one.id),
  );
  if (absent.length === 0 || policy.settings.length >= SETTINGS_MAX) return null;
  const { random, maturity } = scene;
  const setting = setValue(random.pick(absent), { ...maturity, random });
  return {
    policy: { ...policy, settings: [...policy.settings, setting] },
    added: instanceLeaves(setting, ""),
  };
}

function withField(policy: Exclude<Policy, CatalogPolicy>, scene: DriftScene): Filled | null {
  const empty = fieldDefinitions(policy).filter((one) =>
    policy.fields.some((field) => field.path === one.path && field.value === null),
  );
  if (empty.length === 0) return null;
  const { random, maturity } = scene;
  const definition = random.pick(empty);
  const value = strictOr(definition.values, { ...maturity, random });
  const fields = policy.fields.map((field) =>
    field.path === definition.path ? { ...field, value } : field,
  );
  const filled = { ...policy, fields };
  return {
    policy: filled,
    added: policyLeaves(filled).filter((leaf) => leaf.path === definition.path),
  };
}
