import { z } from "zod";
import { ACCESS_STATES } from "./access-state.ts";

const ITEMS_MAX = 1_000;
const TEXT_MAX = 300;

const selectedItem = z.strictObject({
  type: z.string().min(1).max(TEXT_MAX),
  item_key: z.string().min(1).max(TEXT_MAX),
});

/** Some items of a snapshot, as its list names them. */
export const selectedItems = z.array(selectedItem).min(1).max(ITEMS_MAX);

/** A restore from a snapshot, or the resumption of one that did not come to its end. */
export const executeInput = z.union([
  z.strictObject({
    snapshot_id: z.uuid("A snapshot id is a UUID."),
    /** Left out = everything that the snapshot holds. */
    items: selectedItems.optional(),
    ca_state: z.enum(ACCESS_STATES).optional(),
  }),
  z.strictObject({ resumes: z.uuid("The id of a restore is a UUID.") }),
]);

export type ExecuteInput = z.infer<typeof executeInput>;
