export const ITEM_STATES = ["ok", "unreadable", "incomplete", "ambiguous"] as const;
export type ItemState = (typeof ITEM_STATES)[number];

/** What the address says of the list of objects. */
export interface ItemsView {
  readonly type?: string;
  readonly state?: ItemState;
}

const TYPE_CHARS_MAX = 200;

export function readItemsView(search: Readonly<Record<string, unknown>>): ItemsView {
  const state = ITEM_STATES.find((one) => one === search["state"]);
  const type = typeof search["type"] === "string" ? search["type"].slice(0, TYPE_CHARS_MAX) : "";
  return { ...(type === "" ? {} : { type }), ...(state === undefined ? {} : { state }) };
}
