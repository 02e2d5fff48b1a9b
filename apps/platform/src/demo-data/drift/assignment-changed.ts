import { catalogBlueprint } from "../blueprints/setting-catalog.ts";
import { groupsOf } from "../group.ts";
import { assignmentLabels } from "../policy.ts";
import type { Assignment, Policy } from "../policy.ts";
import { changeOf, saved } from "./drift.ts";
import type { DriftOperation, DriftScene } from "./drift.ts";

/** One group more, one assignment less, or the one that it goes to replaced by a group. */
export const assignmentChanged: DriftOperation = (policy, scene) => {
  const assignments = reassigned(policy, scene);
  const changed = saved({ ...policy, assignments }, scene);
  const [before, after] = [assignmentLabels(policy), assignmentLabels(changed)];
  if (before.join() === after.join()) return null;
  return {
    policies: [changed],
    changes: [changeOf(policy, scene, { kind: "assignment_changed", before, after })],
  };
};

function reassigned(policy: Policy, scene: DriftScene): readonly Assignment[] {
  const { random } = scene;
  const { assignments } = policy;
  const named = new Set(assignments.map((one) => ("group" in one ? one.group : one.kind)));
  const free = groupsOf(scene.groups, membersOf(policy)).filter((group) => !named.has(group.id));
  if (free.length === 0) return assignments.slice(1);
  const group = random.pick(free).id;
  if (assignments.length === 0) return [{ kind: "include", group }];
  const way = random.pick(["exclude", "drop", "replace"] as const);
  switch (way) {
    case "exclude":
      return [...assignments, { kind: "exclude", group }];
    case "drop":
      return assignments.slice(0, -1);
    case "replace":
      return [{ kind: "include", group }, ...assignments.slice(1)];
  }
}

function membersOf(policy: Policy): "devices" | "users" {
  switch (policy.kind) {
    case "catalog":
      return catalogBlueprint(policy.blueprint).reach === "D" ? "devices" : "users";
    case "compliance":
      return "devices";
    case "access":
      return "users";
  }
}
