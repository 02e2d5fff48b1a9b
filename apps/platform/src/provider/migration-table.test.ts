import { expect, test } from "vitest";
import { migrationTableOf } from "./migration-table.ts";

const GROUP = { Id: "g1", DisplayName: "Pilots", Type: "Group" };

test("the table says what the ids of an export meant in its tenant", () => {
  const json = { TenantId: "t1", Organization: "Contoso", Objects: [GROUP, { Id: "g2" }, 7] };
  expect(migrationTableOf(json, "MigrationTable.json")).toEqual({
    file: "MigrationTable.json",
    tenantId: "t1",
    organization: "Contoso",
    objects: [{ id: "g1", displayName: "Pilots", type: "Group" }],
    unusableObjects: 2,
  });
});

test("a single row may stand without its list", () => {
  const table = migrationTableOf({ TenantId: "t1", Objects: GROUP }, "MigrationTable.json");
  expect(table?.objects).toHaveLength(1);
});

test("an object that says nothing of a tenant is no table", () => {
  expect(migrationTableOf({}, "MigrationTable.json")).toBeNull();
  expect(migrationTableOf({ TenantId: "t1", Objects: "x" }, "MigrationTable.json")).toBeNull();
});
