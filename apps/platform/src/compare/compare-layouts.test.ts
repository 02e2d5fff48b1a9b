import { expect, test } from "vitest";
import { SAME_TENANT } from "../provider/layouts/same-tenant.test-kit.ts";
import { comparedJson } from "./exports.test-kit.ts";

const LAYOUTS = Object.keys(SAME_TENANT) as readonly (keyof typeof SAME_TENANT)[];
const PAIRS = LAYOUTS.flatMap((one) => LAYOUTS.map((other) => [one, other] as const));

test.each(PAIRS)("a tenant read from %s equals itself read from %s", async (one, other) => {
  const { policies, leaves, moved, baseline, current } = await comparedJson(
    SAME_TENANT[one],
    SAME_TENANT[other],
  );
  expect(policies).toEqual({
    matched: 3,
    unchanged: 3,
    added: [],
    removed: [],
    changed: [],
    renamed: [],
    ambiguous: [],
  });
  expect({ leaves, moved }).toEqual({ leaves: { added: 0, removed: 0, changed: 0 }, moved: [] });
  expect(current.by_type).toEqual(baseline.by_type);
  // IntuneCD keeps no ids.
  expect(baseline.without_id).toBe(one === "intune_cd" ? 3 : 0);
});

test("a policy that is only there as YAML, or cannot be read under IntuneCD's name for it, is not removed", async () => {
  const found = await comparedJson(SAME_TENANT.intune_management, {
    "Settings Catalog/Win - Firewall_mdm.yaml": "name: Win - Firewall\n",
    "Compliance Policies/Policies/Win - Compliance_windows10CompliancePolicy.json": "{",
  });
  expect(found.policies).toMatchObject({ matched: 0, removed: ["CA001"], added: [] });
  expect(found.current).toMatchObject({
    files: 2,
    readable: 0,
    unreadable: [{ reason: "not_json" }, { reason: "yaml_not_read" }],
  });
});
