import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DEMO_CUSTOMERS } from "../customer.ts";
import type { Customer } from "../customer.ts";
import { generateTenant } from "../generate-tenant.ts";
import { fileName, policyFiles } from "./file-name.ts";

const [mature] = DEMO_CUSTOMERS as readonly [Customer, ...Customer[]];

test("a file name has nothing that Windows forbids and never leaves its folder", () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(fileName(name)).not.toMatch(/[<>:"/\\|?*]/);
      expect(fileName(name)).not.toMatch(/^\.*$/);
    }),
  );
  expect(fileName("Win: A/B")).toBe("Win AB");
});

test("two policies of one name get two files, whatever the letter case", () => {
  const { policies } = generateTenant({ seed: 1, policies: 20, tenant: mature });
  const [first, second] = policies;
  if (first === undefined || second === undefined) throw new Error("a tenant without policies");
  const twins = [
    { ...first, name: "Same" },
    { ...second, name: "SAME" },
  ];
  expect([...policyFiles(twins).values()]).toEqual([
    "SettingsCatalog/Same.json",
    `SettingsCatalog/SAME_${second.id}.json`,
  ]);
});
