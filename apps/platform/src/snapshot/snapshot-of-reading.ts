import type { JsonValue } from "../normal-form/json-value.ts";
import { itemKeys } from "../normal-form/item-keys.ts";
import { canonicalJson } from "../normal-form/canonical-json.ts";
import { type NormalForm, normalForm } from "../normal-form/normal-form.ts";
import { NORMALISER_VERSION } from "../normal-form/normaliser-version.ts";
import type { ExportReading } from "../provider/export-reading.ts";
import { keyableItem, keyableUnreadable } from "../provider/keyable-entry.ts";
import type { Blob } from "../store/blob.ts";
import { coverageOf } from "./coverage-of.ts";
import { snapshotHash } from "./snapshot-hash.ts";
import type { IgnoredFile, SnapshotContent, SnapshotCounts, SnapshotItem } from "./snapshot.ts";

export interface ReadSnapshot extends SnapshotContent {
  readonly ignored: readonly IgnoredFile[];
  readonly blobs: readonly Blob[];
  readonly counts: SnapshotCounts;
  readonly snapshotHash: string;
  readonly normaliserVersion: string;
}

/** Pure: what was read, as a snapshot. Every entry of the folder is an item, an unreadable item or a named file. */
export function snapshotOfReading(reading: ExportReading): ReadSnapshot {
  const forms = reading.items.map((item) => normalForm(item));
  const keys = itemKeys([
    ...reading.items.map((item, index) => keyableItem(item, forms[index] as NormalForm)),
    ...reading.unreadable.map((entry) => keyableUnreadable(entry)),
  ]);
  const facts = [
    ...reading.items.map((item, index) => ({ ...item, form: forms[index] as NormalForm })),
    ...reading.unreadable.map((entry) => ({ ...keyableUnreadable(entry), form: null, entry })),
  ];
  const items = facts.map((fact, index): SnapshotItem => {
    const key = keys[index];
    if (key === undefined) throw new Error("Every item has a key.");
    const { form } = fact;
    return {
      type: fact.type,
      itemKey: key.key,
      state: key.state,
      providerId: fact.providerId,
      displayName: fact.displayName,
      file: fact.file,
      rawHash: fact.rawHash,
      contentHash: form?.contentHash ?? null,
      // An export that lists no assignments says nothing about them.
      assignmentHash: form?.assignment.listed === true ? form.assignmentHash : null,
      metaHash: form?.metaHash ?? null,
      declaredSettings: form?.declaredSettings ?? null,
      actualSettings: form?.actualSettings ?? null,
      remarks: "entry" in fact ? [fact.entry.reason] : key.doubts,
    };
  });
  const coverage = coverageOf(items, reading.references.coverage);
  const normaliserVersion = String(NORMALISER_VERSION);
  return {
    items,
    coverage,
    ignored: reading.ignored.map(({ file, reason }) => ({ file, reason })),
    blobs: forms.flatMap(blobsOf),
    counts: countsOf(items, reading.ignored.length),
    normaliserVersion,
    snapshotHash: snapshotHash({ items, coverage }, normaliserVersion),
  };
}

/** Each part of a policy under its own hash: what it sets, whom it reaches, what it is called. */
function blobsOf(form: NormalForm): readonly Blob[] {
  const { contentHash, assignmentHash, metaHash, content, assignment, meta } = form;
  return [
    blobOf(contentHash, content),
    ...(assignment.listed ? [blobOf(assignmentHash, assignment.targets)] : []),
    blobOf(metaHash, { ...meta }),
  ];
}

function blobOf(hash: string, value: JsonValue): Blob {
  return { hash, bytes: Buffer.from(canonicalJson(value), "utf8") };
}

function countsOf(items: readonly SnapshotItem[], ignored: number): SnapshotCounts {
  const inState = (state: SnapshotItem["state"]) =>
    items.filter((item) => item.state === state).length;
  return {
    items: items.length,
    ok: inState("ok"),
    unreadable: inState("unreadable"),
    incomplete: inState("incomplete"),
    ambiguous: inState("ambiguous"),
    ignored,
  };
}
