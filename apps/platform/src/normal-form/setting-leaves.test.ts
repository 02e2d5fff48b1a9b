import { expect, test } from "vitest";
import { choice, group, policy, simple, simpleCollection } from "./catalog-fixture.test-kit.ts";
import type { JsonObject } from "./json-value.ts";
import { normalForm } from "./normal-form.ts";
import { settingLeaves } from "./setting-leaves.ts";
import { TENANT_GENERATED_VALUE } from "./tenant-generated-setting.ts";

const leaves = (...instances: readonly JsonObject[]) =>
  settingLeaves(policy(instances)).map(({ path, value }) => [path, value]);

test("a choice gives its option, and its children below it", () => {
  expect(leaves(choice("fw", "1", [simple("fw_port", 443)]))).toEqual([
    ["fw", "fw_1"],
    ["fw/fw_port", 443],
  ]);
});

test("a collection is one leaf with sorted members, each once", () => {
  expect(leaves(simpleCollection("paths", ["b", "a", "b"]))).toEqual([["paths", ["a", "b"]]]);
});

test("entries of a group are numbered only where there is more than one", () => {
  expect(leaves(group("rules", [[simple("name", "x")]]))).toEqual([["rules/name", "x"]]);
  expect(leaves(group("rules", [[simple("name", "x")], [simple("name", "y")]]))).toEqual([
    ["rules[0]/name", "x"],
    ["rules[1]/name", "y"],
  ]);
});

test("an empty group and an unknown kind of setting are leaves, not nothing", () => {
  expect(leaves(group("rules", []))).toEqual([["rules", []]]);
  expect(leaves({ settingDefinitionId: "new", newValue: { value: 1 } })).toEqual([
    ["new", '{"newValue":{"value":1},"settingDefinitionId":"new"}'],
  ]);
  expect(settingLeaves({ settings: ["text"] })).toHaveLength(1);
});

test("a setting that occurs twice gives two leaves in a fixed order", () => {
  const one = simple("port", 1);
  const two = simple("port", 2);
  expect(leaves(two, one)).toEqual(leaves(one, two));
  expect(leaves(one, two).map(([path]) => path)).toEqual(["port", "port#2"]);
});

test("an id that looks like path syntax cannot be mistaken for one", () => {
  expect(leaves(simple("a/b[0]#2", 1))).toEqual([["a%2Fb%5B0%5D%232", 1]]);
});

test("secret values are marked, so that nobody prints them", () => {
  const [leaf] = settingLeaves(policy([simple("password", "x", "Secret")]));
  expect(leaf?.secret).toBe(true);
});

test("an onboarding package made by the tenant is seen, but never compared", () => {
  const id = "device_vendor_msft_windowsadvancedthreatprotection_onboarding_fromconnector";
  expect(leaves(simple(id, "blob one"))).toEqual([[id, TENANT_GENERATED_VALUE]]);
  const hash = (blob: string) =>
    normalForm({ type: "configurationPolicies", json: policy([simple(id, blob)]) }).contentHash;
  expect(hash("blob one")).toBe(hash("blob two"));
});

test("the leaves of the content are the leaves of the file", () => {
  const json = policy([
    choice("fw", "1", [simple("fw_port", 443)]),
    group("rules", [[simpleCollection("ports", [2, 1])], []]),
    group("none", []),
  ]);
  const { catalogLeaves } = normalForm({ type: "configurationPolicies", json });
  expect(catalogLeaves).toEqual(settingLeaves(json));
});

test("a reusable setting has one instance and no list", () => {
  expect(settingLeaves({ settingInstance: simple("a", 1) })).toHaveLength(1);
  expect(settingLeaves({})).toEqual([]);
});
