import { randomUUID } from "node:crypto";
import { chmod, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { normalForm } from "../../normal-form/normal-form.ts";
import type { JsonObject } from "../../normal-form/json-value.ts";
import type { RestoreTarget } from "../../restore/restore-target.ts";
import { asOrdinaryUser } from "../as-ordinary-user.test-kit.ts";
import { readExportFolder } from "../read-export-folder.ts";
import { temporaryFolder, utf16le } from "../temporary-folder.test-kit.ts";
import { IDENTITY_MARKER } from "./folder-identity.ts";
import { openFolderTarget } from "./open-folder-target.ts";

const TYPE = "configurationPolicies";
const NO_CODE = { approvalCode: null };

function open(root: string): RestoreTarget {
  return openFolderTarget({ root }, new AbortController().signal);
}

function policy(name: string, value: string): JsonObject & { readonly id: string } {
  const settingDefinitionId = "a_setting";
  const choiceSettingValue = { value, children: [] };
  return {
    "@odata.type": "#microsoft.graph.deviceManagementConfigurationPolicy",
    id: randomUUID(),
    name,
    description: "What it is for",
    platforms: "windows10",
    technologies: "mdm",
    roleScopeTagIds: ["0"],
    settingCount: 1,
    settings: [{ id: "0", settingInstance: { settingDefinitionId, choiceSettingValue } }],
    assignments: [{ id: "x", target: { groupId: "g" } }],
  };
}

function formOf(json: JsonObject) {
  return normalForm({ type: TYPE, json });
}

describe("a folder that is written to", () => {
  test("takes a policy as the reader of exports reads it back: content, name and assignment", async () => {
    await using folder = await temporaryFolder();
    const wanted = formOf(policy("Win - Größe/Über: 1", "on"));
    const target = open(folder.root);
    await folder.write("MigrationTable.json", { TenantId: "t", Objects: [] });
    const made = await target.create(TYPE, wanted, NO_CODE);
    if (made.kind !== "acked" || made.id === null) throw new Error("It was not created.");
    const { targets } = wanted.assignment;
    expect(await target.assign(TYPE, made.id, { targets, ...NO_CODE })).toMatchObject({
      status: 200,
    });
    const { items, layout } = await readExportFolder({ root: folder.root });
    const [item] = items;
    expect(layout).toBe("intune_management");
    expect(item).toMatchObject({ providerId: made.id, type: TYPE, encoding: "utf-16le" });
    expect(item?.file).toBe("SettingsCatalog/Win - GrößeÜber 1.json");
    const form = formOf(item?.json ?? {});
    expect([form.contentHash, form.metaHash, form.assignmentHash]).toEqual([
      wanted.contentHash,
      wanted.metaHash,
      wanted.assignmentHash,
    ]);
    expect([form.declaredSettings, form.actualSettings]).toEqual([1, 1]);
    const text = (await readFile(path.join(folder.root, item?.file ?? ""))).toString("utf16le");
    expect(text.startsWith("\uFEFF{\r\n")).toBe(true);
  });

  test("an update takes the place of the whole policy, and keeps id, birth and assignments", async () => {
    await using folder = await temporaryFolder();
    const old = { ...policy("Old", "off"), createdDateTime: "2020-01-01T00:00:00Z", version: 4 };
    const file = await folder.write("SettingsCatalog/Old.json", utf16le(JSON.stringify(old)));
    const wanted = formOf(policy("New", "on"));
    const target = open(folder.root);
    const { id } = old;
    await target.update(TYPE, id, { ...wanted, ...NO_CODE });
    const text = (await readFile(file)).toString("utf16le").slice(1);
    const json = JSON.parse(text) as JsonObject;
    expect(json).toMatchObject({
      id,
      name: "New",
      version: 5,
      createdDateTime: old.createdDateTime,
    });
    expect(formOf(json).contentHash).toBe(wanted.contentHash);
    expect(formOf(json).assignmentHash).toBe(formOf(old).assignmentHash);
    const seen = await target.read(TYPE, id);
    expect(seen?.form.contentHash).toBe(wanted.contentHash);
  });

  test("two policies of one name get two files", async () => {
    await using folder = await temporaryFolder();
    const target = open(folder.root);
    await folder.write("SettingsCatalog/Other.json", policy("Other", "on"));
    const wanted = formOf(policy("Same", "on"));
    await target.create(TYPE, wanted, NO_CODE);
    await target.create(TYPE, wanted, NO_CODE);
    const { objects, complete } = await target.list(TYPE);
    expect([complete, objects.filter(({ name }) => name === "Same").length]).toEqual([true, 2]);
  });

  test("whoever reads while it is written sees a whole policy each time", async () => {
    await using folder = await temporaryFolder();
    const old = policy("Win - Often", "v0");
    const id = old.id;
    await folder.write("SettingsCatalog/Often.json", old);
    const target = open(folder.root);
    const over = new AbortController();
    const writes = (async () => {
      for (let value = 1; value <= 40; value += 1) {
        const wanted = formOf(policy("Win - Often", `v${value}`));
        await target.update(TYPE, id, { ...wanted, ...NO_CODE });
      }
      over.abort();
    })();
    let looks = 0;
    while (!over.signal.aborted) {
      const { items, unreadable } = await readExportFolder({ root: folder.root });
      // A file that was replaced between listing and opening is told as such, never as half a policy.
      const torn = unreadable.filter(
        ({ reason }) => !["vanished", "changed_while_reading"].includes(reason),
      );
      expect([items.length + unreadable.length, torn]).toEqual([1, []]);
      looks += 1;
    }
    await writes;
    expect(looks).toBeGreaterThan(3);
    const files = await readdir(path.join(folder.root, "SettingsCatalog"));
    expect(files).toEqual(["Often.json"]);
  });

  test("a draft that a dead process left is no policy", async () => {
    await using folder = await temporaryFolder();
    await folder.write("SettingsCatalog/One.json", policy("One", "on"));
    await folder.write("SettingsCatalog/.0000.draft", '{"half":');
    const { complete, objects } = await open(folder.root).list(TYPE);
    expect([complete, objects.length]).toEqual([true, 1]);
  });

  test("what another process changed is seen at the next look", async () => {
    await using folder = await temporaryFolder();
    const first = policy("One", "on");
    await folder.write("SettingsCatalog/One.json", first);
    const target = open(folder.root);
    await target.list(TYPE);
    const changed = { ...policy("One", "off"), id: first.id };
    await folder.write("SettingsCatalog/One.json", changed);
    const seen = await target.read(TYPE, changed.id);
    expect(seen?.form.contentHash).toBe(formOf(changed).contentHash);
  });

  test("a listing is complete only if nothing unreadable may be of its type", async () => {
    await using folder = await temporaryFolder();
    await folder.write("SettingsCatalog/One.json", policy("One", "on"));
    await folder.write("NamedLocations/Broken.json", "{");
    const target = open(folder.root);
    expect((await target.list(TYPE)).complete).toBe(true);
    expect((await target.list("namedLocations")).complete).toBe(false);
    await folder.write("Somewhere.json", "{");
    expect((await target.list(TYPE)).complete).toBe(false);
  });

  test("a folder that is gone, or an id that two files bear, cannot be asked", async () => {
    await using folder = await temporaryFolder();
    const one = policy("One", "on");
    await folder.write("SettingsCatalog/One.json", one);
    await folder.write("SettingsCatalog/Copy.json", one);
    const unreachable = { name: "TargetUnreachableError" };
    await expect(open(folder.root).read(TYPE, one.id)).rejects.toMatchObject(unreachable);
    await expect(open(`${folder.root}/gone`).list(TYPE)).rejects.toMatchObject(unreachable);
  });

  test("a folder that may not be written says so, and one that may is written", async () => {
    await using folder = await temporaryFolder();
    await folder.write("SettingsCatalog/One.json", policy("One", "on"));
    const catalog = path.join(folder.root, "SettingsCatalog");
    const wanted = formOf(policy("Two", "on"));
    const create = () =>
      asOrdinaryUser(catalog, () => open(folder.root).create(TYPE, wanted, NO_CODE));
    await chmod(folder.root, 0o755);
    await chmod(catalog, 0o500);
    expect(await create()).toMatchObject({ kind: "refused", because: "permission" });
    expect(await readdir(catalog)).toEqual(["One.json"]);
    await chmod(catalog, 0o700);
    expect(await create()).toMatchObject({ kind: "acked" });
  });
});

describe("the identity of a folder", () => {
  test("is its marker, or the tenant of its migration table, also one folder below", async () => {
    await using folder = await temporaryFolder();
    expect(await open(folder.root).showIdentities()).toEqual([]);
    await folder.write("Config/MigrationTable.json", { TenantId: "ABC", Objects: [] });
    expect(await open(folder.root).showIdentities()).toEqual(["tenant:abc"]);
    await folder.write(IDENTITY_MARKER, { schema: 1, identity: "m" });
    expect(await open(folder.root).showIdentities()).toEqual(["marker:m", "tenant:abc"]);
    await folder.write("Other/MigrationTable.json", { TenantId: "DEF", Objects: [] });
    expect(await open(folder.root).showIdentities()).toEqual(["marker:m"]);
  });
});
