import { fieldDefinitions } from "../blueprints/field-catalog.ts";
import type { ChangeValue } from "../change.ts";
import type { Field, Policy } from "../policy.ts";
import { policyLeaves } from "../policy-leaf.ts";
import type { Leaf } from "../policy-leaf.ts";
import { changeOf, saved } from "./drift.ts";
import type { DriftOperation, DriftScene } from "./drift.ts";
import { rewriteLeaf } from "./rewrite-leaf.ts";

/** Tries leaves in random order until one can have another value; exactly that leaf differs afterwards. */
export const settingChanged: DriftOperation = (policy, scene) => {
  const leaves = policyLeaves(policy);
  for (const leaf of scene.random.sample(leaves, leaves.length)) {
    const changed = withOtherValue(policy, leaf, scene);
    const after = changed === null ? null : valueAt(changed, leaf.path);
    if (changed !== null && after !== null) {
      const change = { path: leaf.path, before: leaf.value, after };
      return {
        policies: [saved(changed, scene)],
        changes: [changeOf(policy, scene, { kind: "setting_changed", ...change })],
      };
    }
  }
  return null;
};

function withOtherValue(policy: Policy, leaf: Leaf, scene: DriftScene): Policy | null {
  if (policy.kind === "catalog") {
    const settings = rewriteLeaf(policy.settings, leaf.path, scene);
    return settings === null ? null : { ...policy, settings };
  }
  const definition = fieldDefinitions(policy).find((one) => one.path === leaf.path);
  const others = (definition?.values ?? []).filter((value) => !sameValue(value, leaf.value));
  if (others.length === 0) return null;
  const value = scene.random.pick(others);
  const rewrite = (field: Field) => (field.path === leaf.path ? { ...field, value } : field);
  return { ...policy, fields: policy.fields.map(rewrite) };
}

function valueAt(policy: Policy, path: string): ChangeValue {
  return policyLeaves(policy).find((leaf) => leaf.path === path)?.value ?? null;
}

function sameValue(one: ChangeValue, other: ChangeValue): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: ChangeValue): string {
  return JSON.stringify(typeof value === "object" && value !== null ? [...value].sort() : value);
}
