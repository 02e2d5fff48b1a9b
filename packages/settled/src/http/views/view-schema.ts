import { z } from "zod";
import type { SavedView } from "../../ports/saved-views.ts";
import { INITIATOR_SCHEMA, MOMENT_SCHEMA } from "../schemas/value-schemas.ts";

const NAME_CHARS_MAX = 100;
const QUERY_CHARS_MAX = 2_000;
/** One line that begins with a sign that can be seen. */
const NAME = /^[^\p{Cc}\p{Cs}\s][^\p{Cc}\p{Cs}]*$/u;
const ONE_LINE = /^[^\p{Cc}\p{Cs}]*$/u;

const name = z
  .string()
  .max(NAME_CHARS_MAX)
  .regex(NAME, "A name is one line of text that begins with a sign that can be seen.")
  .meta({ description: "What it is called.", examples: ["Failed since Monday"] });
const query = z
  .string()
  .max(QUERY_CHARS_MAX)
  .regex(ONE_LINE, "This must be one line of text.")
  .meta({
    description: "What stands behind the question mark of the list's address.",
    examples: ["view=all&q=outcome%3Afailed"],
  });
const shared = z.boolean().describe("For everybody who sees the whole workspace; else its own.");

/** `{ name, query, shared? }` */
export const SAVE_VIEW_BODY = z.strictObject({ name, query, shared: shared.optional() });

/** Any of them; what is left out stays as it is. */
export const CHANGE_VIEW_BODY = z.strictObject({
  name: name.optional(),
  query: query.optional(),
  shared: shared.optional(),
});

export const SAVED_VIEW_SCHEMA = z
  .object({
    id: z.uuid(),
    name: z.string(),
    query: z.string(),
    shared: z.boolean(),
    owner: INITIATOR_SCHEMA,
    own: z.boolean().describe("Whether it is of whoever asks."),
    created_at: MOMENT_SCHEMA,
    changed_at: MOMENT_SCHEMA,
  })
  .meta({ id: "SavedView", description: "A list of runs that somebody wants to come back to." });

export const SAVED_VIEWS_SCHEMA = z
  .object({ views: z.array(SAVED_VIEW_SCHEMA) })
  .meta({ id: "SavedViews", description: "Saved views by name: one's own, and the shared ones." });

export const VIEW_REMOVED_SCHEMA = z
  .object({ id: z.uuid(), removed: z.literal(true) })
  .meta({ id: "SavedViewRemoved" });

export type SavedViewJson = z.output<typeof SAVED_VIEW_SCHEMA>;

export function asViewJson(view: SavedView, isOwn: boolean): SavedViewJson {
  return {
    id: view.id,
    name: view.name,
    query: view.query,
    shared: view.isShared,
    owner: view.owner,
    own: isOwn,
    created_at: view.createdAt.toISOString(),
    changed_at: view.changedAt.toISOString(),
  };
}
