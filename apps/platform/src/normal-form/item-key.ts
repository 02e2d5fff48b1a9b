export type ItemState = "ok" | "unreadable" | "incomplete" | "ambiguous";

export type ItemDoubt =
  | "could_not_be_read"
  | "provider_id_used_twice"
  | "provider_id_unusable"
  | "name_used_twice"
  | "setting_count_differs"
  | "settings_in_another_file";

/** What `itemKeys` needs to know of an item; `type` bounds the search for a second one. */
export interface KeyableItem {
  readonly type: string;
  readonly providerId: string | null;
  readonly displayName: string;
  /** Null for a file of which not even the bytes were read. */
  readonly rawHash: string | null;
  /** Makes a key where there is nothing else; any text that is unique in the snapshot. */
  readonly file: string;
  readonly readable: boolean;
  readonly providerIdUnusable?: boolean;
  readonly settingsElsewhere?: boolean;
  readonly declaredSettings?: number | null;
  readonly actualSettings?: number | null;
}

export interface ItemKey {
  /** Provider id as it is, `name:<normalised name>`, `raw:<raw hash>` or `file:<path>`. */
  readonly key: string;
  readonly keyedBy: "provider_id" | "name" | "raw" | "file";
  readonly state: ItemState;
  /** Every doubt found, the gravest first; the first one decided the state. */
  readonly doubts: readonly ItemDoubt[];
}
