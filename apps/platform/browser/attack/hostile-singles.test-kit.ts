import type { SqlExecutor } from "settled";
import type { ConsolePlaces } from "../pages/console-places.test-kit.ts";
import { textOf } from "./hostile-part.test-kit.ts";

/** A page about one thing, whose texts are changed and looked at anew for each text. */
export interface HostileSingle {
  readonly path: string;
  /** The columns of the database that hold the texts, of which row, and what of $1 is put there if not that alone. */
  readonly columns: readonly (readonly [column: string, where: string, put?: string])[];
  /** How many of them, from the first, the title of the window says, too. */
  readonly inTitle?: number;
  /** One of them stands in the head of every page, which is asked for once in a load. */
  readonly isInHead?: true;
}

const WORKSPACE = "/workspaces/north";
const INSIDE = `${WORKSPACE}/environments/hostile`;
const HERE = "workspace_id = 'north' and environment_id = 'hostile'";

/** Pages of the console and of the server, each with every text that it shows of one thing. */
export const HOSTILE_SINGLES: readonly HostileSingle[] = [
  {
    path: `/console${INSIDE}`,
    columns: [
      ["platform.environments.name", HERE],
      ["platform.workspaces.name", "workspace_id = 'north'"],
    ],
    inTitle: 2,
    isInHead: true,
  },
  {
    path: `/console${INSIDE}/baselines/{baseline}`,
    columns: [
      ["platform.baseline_versions.released_by", "baseline_id = '{baseline}'"],
      ["platform.baseline_versions.source", "baseline_id = '{baseline}'"],
    ],
  },
  {
    path: `/console${WORKSPACE}/webhooks/{webhook}`,
    columns: [
      ["settled.webhook_endpoints.url", "id = '{webhook}'"],
      ["settled.webhook_endpoints.description", "id = '{webhook}'"],
      ["settled.webhook_deliveries.last_error", "endpoint_id = '{webhook}'"],
    ],
    inTitle: 1,
  },
  {
    path: `/console${INSIDE}/packs/{pack}`,
    columns: [["platform.publications.published_by", "pack_id = '{pack}'"]],
  },
  {
    path: `/console${INSIDE}/reviews/{review}`,
    columns: [
      ["platform.environments.name", HERE],
      ["platform.publications.published_by", "review_id = '{review}'"],
    ],
    inTitle: 1,
  },
  {
    path: `/console${INSIDE}/packs/{revoked_pack}`,
    columns: [
      ["platform.review_packs.revoked_by", "pack_id = '{revoked_pack}'"],
      ["platform.review_packs.revoke_reason", "pack_id = '{revoked_pack}'"],
    ],
  },
  {
    path: `/console${INSIDE}/reviews/{withdrawn_review}`,
    columns: [
      ["platform.review_retractions.actor", "review_id = '{withdrawn_review}'"],
      ["platform.review_retractions.reason", "review_id = '{withdrawn_review}'"],
    ],
  },
  {
    path: `/console${INSIDE}/restores/{restore}`,
    columns: [
      ["platform.environments.name", HERE],
      [
        "platform.restore_items.planned",
        "item_no = 1",
        "jsonb_set(planned, '{name}', to_jsonb($1::text))",
      ],
      ["platform.restore_attempts.request_id", "attempt_no = 1"],
    ],
    inTitle: 1,
  },
  {
    path: `/console${WORKSPACE}/settings`,
    isInHead: true,
    columns: [
      ["platform.people.name", "person_id = '{reader}'"],
      ["platform.people.email", "person_id = '{reader}'", "$1 || '@example.com'"],
    ],
  },
  {
    path: `/console${INSIDE}/published`,
    columns: [["platform.environments.name", HERE]],
    inTitle: 1,
  },
  {
    path: "/welcome?token={invitation}",
    columns: [
      ["platform.workspaces.name", "workspace_id = 'north'"],
      ["platform.people.email", "person_id = '{invited}'", "$1 || '@invited.example'"],
    ],
    inTitle: 1,
  },
];

/** What never changes in the product does so here. */
const UNGUARDED: Readonly<Record<string, string>> = {
  "platform.baseline_versions.source":
    "alter table platform.baseline_versions disable trigger baseline_versions_never_change",
};

/** Puts another text into each place of the page, and answers them in the order of its columns. */
export async function putHostileTexts(
  on: { transaction(work: (tx: SqlExecutor) => Promise<void>): Promise<void> },
  { columns }: HostileSingle,
  { texts, row, places }: PutInput,
): Promise<readonly string[]> {
  const put = columns.map((_, field) => textOf(texts, row, field));
  await on.transaction(async (tx) => {
    for (const sql of columns.flatMap(([column]) => UNGUARDED[column] ?? [])) {
      await tx.executeSql(sql, []);
    }
    for (const [field, [column, where, written = "$1"]] of columns.entries()) {
      const [schema, table, name] = column.split(".");
      const sql = `update ${schema}.${table} set ${name} = ${written} where ${where}`;
      const placed = sql.replaceAll(/\{(\w+)\}/g, (whole, place: string) => places[place] ?? whole);
      await tx.executeSql(placed, [put[field] ?? ""]);
    }
  });
  return put;
}

interface PutInput {
  readonly texts: readonly string[];
  readonly row: number;
  readonly places: ConsolePlaces;
}
