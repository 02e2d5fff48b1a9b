import type { JsonObject } from "../normal-form/json-value.ts";
import type { CoverageMarker } from "./coverage-marker.ts";
import type { TextEncoding } from "./decode-text.ts";
import type { IgnoredReason } from "./ignored-reason.ts";
import type { LayoutName } from "./export-layout.ts";
import type { ItemType } from "./policy-type.ts";
import type { ObjectRole } from "./policy-type-row.ts";
import type { UnreadableReason } from "./unreadable-reason.ts";

/** What an entry of the folder is on disk; `other` is a pipe, a socket or a device. */
export type EntryKind = "file" | "folder" | "link" | "other";

/** What decided the type, strongest first. */
export type TypedBy = "odata_type" | "odata_context" | "shape" | "folder" | "nothing";

/** Something odd about an item that is kept nevertheless. */
export type ItemNote =
  /** The id is no text, too long or holds control characters; `providerId` is null. */
  | "provider_id_unusable"
  /** The name held control characters or was too long; `displayName` is the cleaned form. */
  | "name_cleaned"
  /** No name in the file; `displayName` is the file name. */
  | "named_by_file"
  /** The settings are in a file beside it that is not part of this item: its content is not whole. */
  | "settings_elsewhere"
  /** Several files hold assignments of it and none is named like its own: none was taken. */
  | "assignments_unclear";

/** One object of the export, as it is. Ids and names are data only: no path is ever built from them. */
export interface ExportItem {
  readonly state: "item";
  /** Path below the root with `/`. */
  readonly file: string;
  /** Where a link inside the folder points to, else null. */
  readonly linkTarget: string | null;
  readonly bytes: number;
  readonly encoding: TextEncoding;
  /** `raw1:<sha256 hex>` over the bytes of the file. */
  readonly rawHash: string;
  readonly type: ItemType;
  readonly typedBy: TypedBy;
  readonly role: ObjectRole;
  readonly providerId: string | null;
  readonly displayName: string;
  readonly notes: readonly ItemNote[];
  readonly json: JsonObject;
}

/** An entry that may be a policy and could not be read. Never the same as "is not there". */
export interface UnreadableEntry {
  readonly state: "unreadable";
  readonly file: string;
  readonly entry: EntryKind;
  readonly reason: UnreadableReason;
  /** Plain words for the operator. */
  readonly detail: string;
  readonly bytes: number | null;
  readonly rawHash: string | null;
  /** By the folder alone; null where the folder says nothing. */
  readonly typeHint: ItemType | null;
  /** The file name without its ending: the best guess at the name of what is missing. */
  readonly nameHint: string;
}

/** An entry that is known not to be a policy. */
export interface IgnoredEntry {
  readonly state: "ignored";
  readonly file: string;
  readonly entry: EntryKind;
  readonly reason: IgnoredReason;
  readonly detail: string;
}

export type ExportEntry = ExportItem | UnreadableEntry | IgnoredEntry;

export interface GroupReference {
  readonly file: string;
  readonly providerId: string | null;
  readonly displayName: string;
}

/** The export tool's own list of what its ids meant in the tenant they came from. */
export interface MigrationTable {
  readonly file: string;
  readonly tenantId: string | null;
  readonly organization: string | null;
  readonly objects: readonly MigrationObject[];
  /** Rows without an id or a type. */
  readonly unusableObjects: number;
}

export interface MigrationObject {
  readonly id: string;
  readonly displayName: string | null;
  readonly type: string;
}

/** Every entry found below the root is in exactly one of the three lists, each sorted by path. */
export interface ExportReading {
  readonly layout: LayoutName;
  readonly items: readonly ExportItem[];
  readonly unreadable: readonly UnreadableEntry[];
  readonly ignored: readonly IgnoredEntry[];
  readonly references: {
    readonly groups: readonly GroupReference[];
    /** More than one where the root holds exports of several organisations. */
    readonly migrationTables: readonly MigrationTable[];
    /** Null where the export says nothing of its own coverage. */
    readonly coverage: CoverageMarker | null;
  };
  readonly totals: {
    readonly entries: number;
    readonly items: number;
    readonly unreadable: number;
    readonly ignored: number;
    readonly bytesRead: number;
  };
}
