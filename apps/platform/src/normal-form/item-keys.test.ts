import { expect, test } from "vitest";
import type { KeyableItem } from "./item-key.ts";
import { itemKeys } from "./item-keys.ts";

const item = (changes: Partial<KeyableItem>): KeyableItem => ({
  type: "configurationPolicies",
  providerId: "id-1",
  displayName: "Firewall",
  rawHash: "raw1:aa",
  file: "a.json",
  readable: true,
  ...changes,
});

test("a provider id that occurs once is the key", () => {
  expect(itemKeys([item({})])).toEqual([
    { key: "id-1", keyedBy: "provider_id", state: "ok", doubts: [] },
  ]);
});

test("the same id in another type is another object", () => {
  const keys = itemKeys([item({}), item({ type: "groups" })]);
  expect(keys.map((key) => key.state)).toEqual(["ok", "ok"]);
});

test("without an id a name that occurs once is the key, without its version", () => {
  const [key] = itemKeys([item({ providerId: null, displayName: "Firewall - v3.1" })]);
  expect(key).toEqual({ key: "name:firewall", keyedBy: "name", state: "ok", doubts: [] });
});

test("an id used twice keys nothing: the names do, and the doubt is kept", () => {
  const keys = itemKeys([item({}), item({ displayName: "Antivirus", rawHash: "raw1:bb" })]);
  expect(keys.map((key) => key.key)).toEqual(["name:firewall", "name:antivirus"]);
  expect(keys.map((key) => key.doubts)).toEqual([
    ["provider_id_used_twice"],
    ["provider_id_used_twice"],
  ]);
});

test("id and name both used twice: the bytes are the key, and it is ambiguous", () => {
  const keys = itemKeys([item({}), item({ rawHash: "raw1:bb" })]);
  expect(keys.map((key) => key.key)).toEqual(["raw:raw1:aa", "raw:raw1:bb"]);
  expect(keys.map((key) => key.state)).toEqual(["ambiguous", "ambiguous"]);
});

test("a name that another policy bears is no key, even if that one has an id", () => {
  const keys = itemKeys([item({}), item({ providerId: null, rawHash: "raw1:bb" })]);
  expect(keys.map((key) => key.key)).toEqual(["id-1", "raw:raw1:bb"]);
});

test("two copies of one file still get two keys", () => {
  const copy = item({ providerId: null });
  const keys = itemKeys([copy, copy]);
  expect(keys.map((key) => key.key)).toEqual(["raw:raw1:aa", "raw:raw1:aa#2"]);
});

test("an id cannot pass for a key of another kind", () => {
  const keys = itemKeys([
    item({ providerId: "name:antivirus" }),
    item({ providerId: null, displayName: "Antivirus", rawHash: "raw1:bb" }),
  ]);
  expect(new Set(keys.map((key) => key.key)).size).toBe(2);
});

test.each([
  [16, 15],
  [1, 2],
])("declared %i settings and %i found is incomplete", (declaredSettings, actualSettings) => {
  const [key] = itemKeys([item({ declaredSettings, actualSettings })]);
  expect(key).toMatchObject({ state: "incomplete", doubts: ["setting_count_differs"] });
});

test("nothing declared is not incomplete", () => {
  const [key] = itemKeys([item({ declaredSettings: null, actualSettings: 3 })]);
  expect(key?.state).toBe("ok");
});

test("settings in another file make an item incomplete", () => {
  const [key] = itemKeys([item({ settingsElsewhere: true })]);
  expect(key?.state).toBe("incomplete");
});

test("what could not be read keeps a place and a key, with or without its bytes", () => {
  const lost = item({ providerId: null, displayName: "Lost", readable: false, rawHash: null });
  const keys = itemKeys([lost, { ...lost, file: "b.json" }, { ...lost, displayName: "Other" }]);
  expect(keys.map((key) => key.key)).toEqual(["file:a.json", "file:b.json", "name:other"]);
  expect(keys.every((key) => key.state === "unreadable")).toBe(true);
});

test("the gravest doubt decides the state", () => {
  const broken = item({ providerId: null, declaredSettings: 2, actualSettings: 1 });
  const [key] = itemKeys([broken, { ...broken, readable: false }]);
  expect(key).toMatchObject({ state: "ambiguous" });
  expect(key?.doubts).toEqual(["name_used_twice", "setting_count_differs"]);
});
