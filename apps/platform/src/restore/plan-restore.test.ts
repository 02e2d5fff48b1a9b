import { describe, expect, test } from "vitest";
import { asPolicy, planOf, type PlannedObject, told } from "./plan.test-kit.ts";

const GROUP = "11111111-0000-4000-8000-000000000001";
const OTHER_GROUP = "11111111-0000-4000-8000-000000000002";
const LOCATION = "22222222-0000-4000-8000-000000000001";

function catalog(id: string, name: string, value = "a", more: object = {}): PlannedObject {
  const instance = { settingDefinitionId: "setting", choiceSettingValue: { value, children: [] } };
  const settings = [{ settingInstance: instance }];
  const json = { id, name, platforms: "windows10", technologies: "mdm", settings, ...more };
  return { type: "configurationPolicies", json };
}

function assignedTo(groupId: string): object {
  return { assignments: [{ target: { groupId } }] };
}

function group(id: string, displayName: string): PlannedObject {
  return { type: "groups", json: { id, displayName, groupTypes: [], securityEnabled: true } };
}

function location(id: string, displayName: string): PlannedObject {
  const json = { "@odata.type": "#microsoft.graph.countryNamedLocation", id, displayName };
  return { type: "namedLocations", json: { ...json, countriesAndRegions: ["DE"] } };
}

function access(id: string, displayName: string, more: object = {}, conditions: object = {}) {
  const users = { includeUsers: ["All"] };
  const json = { id, displayName, state: "enabled", conditions: { users, ...conditions }, ...more };
  return { type: "conditionalAccessPolicies", json } as const;
}

describe("planning a restore", () => {
  test("says what would be created, updated, assigned and left alone, and why", () => {
    const { plan } = planOf({
      snapshot: [
        catalog("1", "Missing"),
        catalog("2", "Different"),
        catalog("3", "Same"),
        catalog("4", "Renamed"),
        catalog("5", "Reaches others", "a", assignedTo(GROUP)),
        catalog("6", "Different and reaches others", "a", assignedTo(GROUP)),
        catalog("7", "Missing and assigned", "a", assignedTo(GROUP)),
      ],
      target: [
        group(GROUP, "All devices"),
        catalog("2", "Different", "b"),
        catalog("3", "Same"),
        catalog("4", "Called something else"),
        catalog("5", "Reaches others", "a", { assignments: [] }),
        catalog("6", "Different and reaches others", "b", assignedTo(OTHER_GROUP)),
        catalog("8", "Not in the snapshot"),
      ],
    });
    expect(told(plan.items)).toEqual([
      ["Different", "update", "content_differs"],
      ["Different and reaches others", "update assign", "content_differs"],
      ["Missing", "create", "missing"],
      ["Missing and assigned", "create assign", "missing"],
      ["Reaches others", "assign", "assignment_differs"],
      ["Renamed", "update", "name_differs"],
      ["Same", "skip", "as_wanted"],
    ]);
  });

  test("an object that was made anew is found by its name, and one that is there twice is not touched", () => {
    const { plan } = planOf({
      snapshot: [catalog("1", "Made anew - v1.0"), catalog("2", "Twice")],
      target: [catalog("9", "Made anew - v2.0", "b"), catalog("7", "Twice"), catalog("8", "Twice")],
    });
    expect(told(plan.items)).toEqual([
      ["Made anew - v1.0", "update", "content_differs"],
      ["Twice", "not create", "ambiguous_in_target"],
    ]);
    expect(plan.items[0]?.targetId).toBe("9");
  });

  test("an id that two objects bear belongs to neither", () => {
    const { plan } = planOf({
      snapshot: [catalog("1", "Doubled")],
      target: [catalog("1", "Doubled"), catalog("1", "Doubled - Copy")],
    });
    expect(plan.items[0]).toMatchObject({ hindered: true, reason: "ambiguous_in_target" });
  });

  test("what a setting more makes different is updated, although every wanted value stands", () => {
    const extra = catalog("1", "Extra");
    const more = { settingDefinitionId: "another", choiceSettingValue: { value: "x" } };
    const settings = [...(extra.json["settings"] as object[]), { settingInstance: more }];
    const { plan } = planOf({
      snapshot: [extra],
      target: [{ ...extra, json: { ...extra.json, settings } as never }],
    });
    expect(told(plan.items)).toEqual([["Extra", "update", "content_differs"]]);
  });

  test("nothing is created while it is not proven to be missing", () => {
    const { plan } = planOf({
      snapshot: [catalog("1", "Perhaps there"), catalog("2", "Known", "a")],
      target: [catalog("2", "Known", "b")],
      incomplete: ["configurationPolicies"],
    });
    expect(told(plan.items)).toEqual([
      ["Known", "update", "content_differs"],
      ["Perhaps there", "not create", "listing_incomplete"],
    ]);
  });

  test("what the snapshot does not hold whole is not written", () => {
    const whole = catalog("1", "Cut off");
    const unreadable = { ...asPolicy(catalog("2", "Unreadable")), content: null, meta: null };
    const { plan } = planOf({
      snapshot: [
        asPolicy(whole, { state: "incomplete" }),
        { ...unreadable, item: { ...unreadable.item, state: "unreadable" } },
        asPolicy(catalog("3", "Which one"), { state: "ambiguous" }),
      ],
      target: [],
    });
    expect(told(plan.items)).toEqual([
      ["Cut off", "not create", "not_whole_in_snapshot"],
      ["Unreadable", "not create", "not_whole_in_snapshot"],
      ["Which one", "not create", "ambiguous_in_snapshot"],
    ]);
  });

  test("a secret that no export holds is not overwritten with nothing", () => {
    const secret = { "@odata.type": "x", value: "t", valueState: "encryptedValueToken" };
    const instance = { settingDefinitionId: "s", simpleSettingValue: secret };
    const settings = { settings: [{ settingInstance: instance }] };
    const { plan } = planOf({ snapshot: [catalog("1", "Secret", "a", settings)], target: [] });
    expect(plan.items[0]).toMatchObject({ hindered: true, reason: "secret_not_in_snapshot" });
  });

  test("groups and types that are not written are named where they differ, and left alone where not", () => {
    const script = (id: string, body: string): PlannedObject => ({
      type: "deviceManagementScripts",
      json: { id, displayName: `Script ${id}`, scriptContent: body },
    });
    const { plan } = planOf({
      snapshot: [
        group(GROUP, "Gone"),
        group(OTHER_GROUP, "There"),
        script("1", "a"),
        script("2", "a"),
      ],
      target: [group(OTHER_GROUP, "There"), script("1", "b"), script("2", "a")],
    });
    expect(told(plan.items)).toEqual([
      ["Script 1", "not update", "type_not_written"],
      ["Script 2", "skip", "as_wanted"],
      ["Gone", "not create", "type_not_written"],
      ["There", "skip", "as_wanted"],
    ]);
  });

  test("only what was chosen is planned", () => {
    const { plan } = planOf({
      snapshot: [catalog("1", "One"), catalog("2", "Two")],
      target: [],
      selected: new Set(["configurationPolicies 2"]),
    });
    expect(told(plan.items)).toEqual([["Two", "create", "missing"]]);
  });

  test("the same plan has the same hash, and another one another", () => {
    const snapshot = [catalog("1", "One"), catalog("2", "Two")];
    const hash = (target: readonly PlannedObject[]) => planOf({ snapshot, target }).plan.planHash;
    expect(hash([])).toBe(hash([]));
    expect(hash([])).not.toBe(hash([catalog("1", "One")]));
  });
});

describe("what is referred to", () => {
  const locations = { locations: { includeLocations: [LOCATION, "All"] } };

  test("a location that is missing too is created first, and its new id is what the policy will name", () => {
    const { plan } = planOf({
      snapshot: [access("1", "Needs it", {}, locations), location(LOCATION, "Germany")],
      target: [],
    });
    expect(told(plan.items)).toEqual([
      ["Germany", "create", "missing"],
      ["Needs it", "create", "missing"],
    ]);
    expect(plan.items[1]).toMatchObject({
      dependsOn: [1],
      mappings: [{ kind: "namedLocations", from: LOCATION, by: "created_item", itemNo: 1 }],
    });
  });

  test("a location that was made anew is named by its new id", () => {
    const { plan } = planOf({
      snapshot: [access("1", "Needs it", {}, locations), location(LOCATION, "Germany")],
      target: [location("33333333-0000-4000-8000-000000000001", "Germany")],
    });
    expect(plan.items[1]?.mappings).toEqual([
      {
        kind: "namedLocations",
        from: LOCATION,
        by: "name",
        to: "33333333-0000-4000-8000-000000000001",
      },
    ]);
  });

  test("a policy that stands and names a location that is gone is led to the one that takes its place", () => {
    const policy = access("1", "Needs it", {}, locations);
    const snapshot = [policy, location(LOCATION, "Germany")];
    const madeAnew = location("33333333-0000-4000-8000-000000000001", "Germany");
    expect(told(planOf({ snapshot, target: [policy, madeAnew] }).plan.items)).toEqual([
      ["Germany", "skip", "as_wanted"],
      ["Needs it", "update", "content_differs"],
    ]);
    const { plan } = planOf({ snapshot, target: [policy] });
    expect(told(plan.items)).toEqual([
      ["Germany", "create", "missing"],
      ["Needs it", "update", "content_differs"],
    ]);
    expect(plan.items[1]?.dependsOn).toEqual([1]);
  });

  test("what nothing resolves is not attempted, and neither is what depends on that", () => {
    const { plan } = planOf({
      snapshot: [
        access("1", "Dangling", {}, { locations: { excludeLocations: ["gone"] } }),
        asPolicy(location(LOCATION, "Cut off"), { state: "incomplete" }),
        access("2", "Depends", {}, locations),
        catalog("3", "No group", "a", assignedTo(GROUP)),
      ],
      target: [],
    });
    expect(told(plan.items)).toEqual([
      ["Cut off", "not create", "not_whole_in_snapshot"],
      ["Dangling", "not create", "location_missing"],
      ["Depends", "not create", "depends_on_unwritten"],
      ["No group", "not create", "group_missing"],
    ]);
    expect(plan.items[1]?.detail).toBe("gone");
  });

  test("a group that is missing on both sides is no obstacle to what is written of the rest", () => {
    const { plan } = planOf({
      snapshot: [catalog("1", "Dangling on both", "a", assignedTo(GROUP))],
      target: [catalog("1", "Dangling on both", "b", assignedTo(GROUP))],
    });
    expect(told(plan.items)).toEqual([["Dangling on both", "update", "content_differs"]]);
  });
});

describe("conditional access", () => {
  const enabled = access("1", "Require MFA");

  test("is created disabled, and nothing enforces it", () => {
    const { plan, states } = planOf({ snapshot: [enabled], target: [] });
    expect(plan.items[0]).toMatchObject({ steps: ["create"], finalState: null });
    expect(states[0]?.content["state"]).toBe("disabled");
  });

  test("is enforced only where the plan says so, in a step of its own", () => {
    const options = { accessState: "as_in_snapshot" } as const;
    const { plan, states } = planOf({ snapshot: [enabled], target: [], options });
    expect(plan.items[0]).toMatchObject({ steps: ["create", "state"], finalState: "enabled" });
    expect(states[0]?.content["state"]).toBe("disabled");
  });

  test("may be created so that it only reports", () => {
    const options = { accessState: "report_only" } as const;
    const { states } = planOf({ snapshot: [enabled], target: [], options });
    expect(states[0]?.content["state"]).toBe("enabledForReportingButNotEnforced");
  });

  test("keeps its state where it stands already, and says so", () => {
    const off = access("1", "Require MFA", { state: "disabled" });
    expect(told(planOf({ snapshot: [enabled], target: [off] }).plan.items)).toEqual([
      ["Require MFA", "skip", "state_kept"],
    ]);
    const options = { accessState: "as_in_snapshot" } as const;
    expect(told(planOf({ snapshot: [enabled], target: [off], options }).plan.items)).toEqual([
      ["Require MFA", "state", "state_differs"],
    ]);
  });
});
