import { Mark, type MarkTone } from "settled-console/app";
import { text } from "../text.ts";
import type { ItemState } from "./items-view.ts";

const TONES: Readonly<Record<ItemState, MarkTone>> = {
  ok: "good",
  unreadable: "bad",
  incomplete: "part",
  ambiguous: "care",
};

/** How well an object could be read. */
export function ItemMark({ state }: { readonly state: ItemState }) {
  return <Mark tone={TONES[state]} label={text("items.state.name", { state })} />;
}
