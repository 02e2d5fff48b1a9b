import { randomUUID } from "node:crypto";
import path from "node:path";
import type { JsonArray, JsonObject } from "../../normal-form/json-value.ts";
import { normalForm } from "../../normal-form/normal-form.ts";
import { restorableType } from "../../restore/restorable-type.ts";
import {
  type ObjectBody,
  type RestoreTarget,
  type TargetListing,
  type TargetObject,
  TargetUnreachableError,
  type WriteAnswer,
} from "../../restore/restore-target.ts";
import { ExportFolderError } from "../export-folder-error.ts";
import type { ExportItem, ExportReading } from "../export-reading.ts";
import { faultCode } from "../file-fault.ts";
import { encodeObject } from "./encode-object.ts";
import { folderIdentities } from "./folder-identity.ts";
import { openFolderReader } from "./folder-reader.ts";
import {
  keptAssignments,
  keptServerFields,
  listedAssignments,
  objectJson,
  serverFieldsOf,
} from "./object-file.ts";
import { placeOfObject } from "./place-of-object.ts";
import { createFile, replaceFile } from "./write-atomically.ts";

/**
 * A folder in the layout of IntuneManagement as a provider: it makes ids, dates and versions itself, and every write is
 * one file that is there whole or not at all.
 */
export function openFolderTarget(
  { root }: { readonly root: string },
  signal: AbortSignal,
): RestoreTarget {
  const reader = openFolderReader(root, signal);
  let last: ExportReading | null = null;

  async function read(): Promise<ExportReading> {
    last = await reachable(() => reader.read());
    return last;
  }

  /** The whole folder is read again only where the object's file is not what it was. */
  async function findById(type: string, id: string): Promise<readonly ExportItem[]> {
    const known = last === null ? [] : ofId(last, type, id);
    const unchanged = await Promise.all(known.map(({ file }) => reader.isUnchanged(file)));
    if (known.length > 0 && unchanged.every(Boolean)) return known;
    return ofId(await read(), type, id);
  }

  async function change(
    type: string,
    id: string,
    changed: (item: ExportItem) => JsonObject,
  ): Promise<WriteAnswer> {
    const [item] = await findById(type, id);
    if (item === undefined) return refused(404);
    return written(id, 200, async () => {
      const bytes = encodeObject(changed(item), item.encoding);
      await replaceFile(path.join(root, item.linkTarget ?? item.file), bytes);
      return true;
    });
  }

  return {
    showIdentities: () => reachable(() => folderIdentities(root)),

    async list(type) {
      return listingOf(await read(), type);
    },

    async read(type, id) {
      const found = await findById(type, id);
      if (found.length > 1) throw new TargetUnreachableError(`Several objects bear the id ${id}.`);
      return found[0] === undefined ? null : asTargetObject(found[0], id);
    },

    async create(type, body) {
      const id = randomUUID();
      const name = body.meta.name ?? id;
      const place = placeOfObject(await read(), { type, id, name });
      if (place === null) return refused(400);
      const now = new Date().toISOString();
      const server = { id, createdAt: now, modifiedAt: now, version: 1 };
      // As a provider lists it: what can be assigned is assigned to nobody yet.
      const assignments = restorableType(type)?.assigns === true ? [] : null;
      const json = objectJson(type, body, { server, assignments });
      const bytes = encodeObject(json, place.encoding);
      return written(id, 201, async () => {
        for (const file of place.files) {
          if (await createFile(path.join(root, file), bytes)) return true;
        }
        return false;
      });
    },

    update: (type, id, body) =>
      change(type, id, ({ json }) => replacedBody(type, { json, id }, body)),

    assign: (type, id, { targets }) =>
      change(type, id, ({ json }) => withAssignments({ json, id }, targets)),
  };
}

function listingOf(reading: ExportReading, type: string): TargetListing {
  const stated = reading.references.coverage?.types.some((entry) => entry.type === type) === true;
  // What cannot be read and lies in no folder of another type may be of this one.
  const hidden = reading.unreadable.some(({ typeHint }) => typeHint === null || typeHint === type);
  const objects = reading.items
    .filter((item) => item.type === type)
    .map(({ providerId, displayName }) => ({ id: providerId, name: displayName }));
  return { complete: !stated && !hidden, objects, formerNames: formerNames(reading, type) };
}

/** The migration table names groups alone. */
function formerNames({ references }: ExportReading, type: string): ReadonlyMap<string, string> {
  const rows = references.migrationTables.flatMap((table) => table.objects);
  return new Map(
    rows.flatMap((row) =>
      type === "groups" && row.type === "Group" && row.displayName !== null
        ? [[row.id, row.displayName] as const]
        : [],
    ),
  );
}

function ofId(reading: ExportReading, type: string, id: string): readonly ExportItem[] {
  return reading.items.filter((item) => item.type === type && item.providerId === id);
}

function asTargetObject(item: ExportItem, id: string): TargetObject {
  return { id, name: item.displayName, form: normalForm(item) };
}

interface StoredObject {
  readonly json: JsonObject;
  readonly id: string;
}

function replacedBody(type: string, { json, id }: StoredObject, body: ObjectBody): JsonObject {
  const server = serverFieldsOf(json, id, new Date().toISOString());
  const assignments = keptAssignments(json);
  return { ...keptServerFields(json), ...objectJson(type, body, { server, assignments }) };
}

function withAssignments({ json, id }: StoredObject, targets: JsonArray): JsonObject {
  const { modifiedAt, version } = serverFieldsOf(json, id, new Date().toISOString());
  const { groupAssignments: _, ...rest } = json;
  const assignments = listedAssignments(id, targets);
  return { ...rest, lastModifiedDateTime: modifiedAt, version, assignments };
}

async function written(
  id: string,
  status: number,
  write: () => Promise<boolean>,
): Promise<WriteAnswer> {
  const requestId = randomUUID();
  try {
    return (await write()) ? { kind: "acked", status, requestId, id } : refused(409);
  } catch (error) {
    const denied = ["EACCES", "EPERM", "EROFS"].includes(faultCode(error));
    return denied
      ? { kind: "refused", because: "permission", status: 403, requestId }
      : { kind: "lost" };
  }
}

function refused(status: number): WriteAnswer {
  return { kind: "refused", because: "invalid", status, requestId: null };
}

async function reachable<Result>(look: () => Promise<Result>): Promise<Result> {
  try {
    return await look();
  } catch (error) {
    const cut = error instanceof ExportFolderError || faultCode(error) !== "";
    if (cut) throw new TargetUnreachableError("The folder cannot be read.", { cause: error });
    throw error;
  }
}
