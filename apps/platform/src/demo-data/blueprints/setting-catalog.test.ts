import { expect, test } from "vitest";
import { isLead, SETTINGS_MAX } from "../grow-catalog-policy.ts";
import { CATALOG_BLUEPRINTS, settingDefinition, settingIdentifiers } from "./setting-catalog.ts";
import { WINDOWS_BASELINE } from "./windows-protection.ts";

test("the catalog knows at least 60 setting identifiers of all four kinds", () => {
  const ids = settingIdentifiers();
  expect(ids.length).toBeGreaterThanOrEqual(60);
  expect(new Set(ids.map((id) => settingDefinition(id).kind)).size).toBe(4);
  expect(ids).toContain("device_vendor_msft_policy_config_defender_allowrealtimemonitoring");
  expect(ids.filter((id) => id !== id.toLowerCase())).toEqual([]);
});

test("an identifier stands for one definition, wherever it is used", () => {
  const top = CATALOG_BLUEPRINTS.flatMap((blueprint) => blueprint.definitions);
  expect(top.filter((definition) => settingDefinition(definition.id) !== definition)).toEqual([]);
});

test("every purpose leads to a setting of its blueprint", () => {
  for (const { key, purposes, definitions } of CATALOG_BLUEPRINTS) {
    for (const purpose of purposes) {
      for (const ending of purpose.leads) {
        const led = definitions.filter((one) => isLead(one, { name: "", leads: [ending] }));
        expect(led.length, `${key}: ${ending}`).toBeGreaterThan(0);
      }
    }
  }
});

test("the baseline has enough settings for the largest policy", () => {
  expect(WINDOWS_BASELINE.definitions.length).toBeGreaterThanOrEqual(SETTINGS_MAX);
});

test("no two blueprints share a key", () => {
  const keys = CATALOG_BLUEPRINTS.map((blueprint) => blueprint.key);
  expect(new Set(keys).size).toBe(keys.length);
});
