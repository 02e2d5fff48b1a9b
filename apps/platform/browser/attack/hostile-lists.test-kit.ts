import type { SqlExecutor } from "settled";
import type { Page } from "playwright-core";
import { textOf } from "./hostile-part.test-kit.ts";
import { asFileName } from "./write-hostile-export.test-kit.ts";

/** A list of the console in which each row bears texts that a person or a program has stored. */
export interface HostileList {
  readonly path: string;
  /** The columns of the database that hold them, in the order of the parameters behind the row's number. */
  readonly columns: readonly string[];
  /** Puts one row there: $1 its number, $2 and on a text for each column. */
  readonly store: readonly string[];
  /** What bears a row on the page; a row of the table unless said. */
  readonly row?: string;
  /** How the page writes a text, where it is not as it was stored. */
  shownAs?(text: string): string;
  /** What a person does to see it. */
  show?(page: Page): Promise<void>;
}

const ID = "gen_random_uuid()";
const WORKSPACE = "/workspaces/north";
const INSIDE = `${WORKSPACE}/environments/hostile`;

export const HOSTILE_LISTS: readonly HostileList[] = [
  {
    path: "/",
    columns: ["platform.workspaces.name"],
    store: [
      `with made as (
         insert into platform.workspaces (workspace_id, name) values ('attack-' || $1::int, $2) returning workspace_id)
       insert into platform.memberships (workspace_id, person_id, role, accepted_at)
       select workspace_id, person_id, 'owner', now() from made, platform.people where email = 'reader@attack.example'`,
    ],
    row: "main li, main tr",
  },
  {
    path: `${WORKSPACE}/members`,
    columns: [
      "platform.people.name",
      "platform.people.email",
      "platform.memberships.environment_ids",
    ],
    store: [
      `with person as (
         insert into platform.people (person_id, name, email)
         values (${ID}, $2, $3 || '@' || $1::int || '.example') returning person_id)
       insert into platform.memberships (workspace_id, person_id, role, environment_ids, accepted_at)
       select 'north', person_id, 'viewer', array[$4], now() from person`,
    ],
  },
  {
    // Somebody who was invited and has not come yet is known by their address alone.
    path: `${WORKSPACE}/members`,
    columns: ["platform.people.email"],
    store: [
      `with person as (
         insert into platform.people (person_id, name, email)
         values (${ID}, $2, $2 || '@invited-' || $1::int || '.example') returning person_id)
       insert into platform.memberships (workspace_id, person_id, role) select 'north', person_id, 'customer' from person`,
    ],
  },
  {
    path: `${WORKSPACE}/tokens`,
    columns: [
      "platform.service_tokens.name",
      "platform.service_tokens.created_by",
      "platform.service_tokens.environment_ids",
    ],
    store: [
      `insert into platform.service_tokens
         (workspace_id, token_id, name, shown_prefix, secret_hash, role, created_by, environment_ids, expires_at)
       values ('north', ${ID}, $2, 'stl_' || $1::int, sha256(('attack' || $1::int)::bytea), 'viewer',
         jsonb_build_object('kind', 'user', 'id', $3::text, 'name', $3::text), array[$4], now() + interval '1 day')`,
    ],
  },
  {
    path: `${WORKSPACE}/webhooks`,
    columns: [
      "settled.webhook_endpoints.url",
      "settled.webhook_endpoints.description",
      "settled.webhook_endpoints.environment_ids",
    ],
    store: [
      `insert into settled.webhook_endpoints (workspace_id, id, url, description, event_types, environment_ids)
       values ('north', ${ID}, $2, $3 || substr('', $1::int), '{run.started}', array[$4])`,
    ],
  },
  {
    path: `${WORKSPACE}/workers`,
    columns: ["settled.worker_leases.name"],
    store: [
      `insert into settled.worker_leases (id, name, expires_at)
       values (${ID}, $2, now() + interval '1 hour' + make_interval(secs => $1::int))`,
    ],
  },
  {
    path: `${WORKSPACE}/audit`,
    columns: [
      "settled.audit_entries.actor",
      "settled.audit_entries.target",
      "settled.audit_entries.reason",
      "settled.audit_entries.detail",
      "settled.audit_entries.environment_id",
    ],
    store: [
      `insert into settled.audit_entries (workspace_id, actor, action, target, reason, detail, environment_id)
       values ('north', jsonb_build_object('kind', 'user', 'id', $2::text, 'name', $2::text), 'attack.made',
         jsonb_build_object('type', $3::text, 'id', $3::text, 'name', $3::text), $4,
         jsonb_build_object($5::text, $1::int), $6)`,
    ],
  },
  {
    path: `${WORKSPACE}/runs?view=all`,
    columns: ["settled.operation_runs.initiator", "settled.operation_runs.environment_id"],
    store: [
      `insert into settled.operation_runs
         (workspace_id, id, environment_id, operation_type, identity_key, initiator, input)
       values ('north', ${ID}, $3, 'environment.review.compose', 'listed-' || $1::int,
         jsonb_build_object('kind', 'user', 'id', $2::text, 'name', $2::text), '{}')`,
    ],
  },
  {
    path: `${WORKSPACE}/runs?view=all`,
    columns: ["settled.saved_views.name", "settled.saved_views.owner_name"],
    store: [
      `insert into settled.saved_views (workspace_id, id, owner_kind, owner_id, owner_name, name, query, is_shared)
       values ('north', ${ID}, 'user', 'attack-' || $1::int, $3, $2, $2, true)`,
    ],
    row: "[role=dialog] li",
    async show(page) {
      await page.getByRole("button", { name: "Saved views" }).click();
      await page.getByRole("menuitem", { name: /^Rename, share/ }).click();
    },
  },
  {
    path: `${WORKSPACE}/runs?view=all`,
    columns: ["settled.saved_views.query"],
    store: [],
    row: "[role=menuitem]",
    async show(page) {
      await page.getByRole("button", { name: "Saved views" }).click();
    },
  },
  {
    path: `${WORKSPACE}/environments`,
    columns: ["platform.environments.name"],
    store: [],
    row: "main tr, main li",
  },
  {
    path: INSIDE,
    columns: ["platform.baselines.name"],
    store: [],
    row: "main li",
  },
  {
    path: `${INSIDE}/snapshots/{snapshot}`,
    columns: ["platform.snapshot_items.display_name"],
    store: [],
  },
  {
    path: `${INSIDE}/snapshots/{snapshot}`,
    columns: ["platform.snapshot_coverage.type"],
    store: [],
  },
  {
    path: `${INSIDE}/snapshots/{snapshot}`,
    columns: ["platform.snapshot_ignored_files.file"],
    store: [],
    shownAs: asFileName,
  },
  {
    path: `${INSIDE}/snapshots/{snapshot}`,
    columns: ["platform.snapshot_items.file"],
    store: [],
    shownAs: asFileName,
  },
  {
    path: `${INSIDE}/reviews/{review}`,
    columns: ["platform.finding_dispositions.reason"],
    store: [],
  },
  {
    path: `${INSIDE}/reviews/{review}`,
    columns: ["platform.finding_dispositions.actor"],
    store: [],
  },
  {
    path: `${INSIDE}/restores/new`,
    columns: ["platform.snapshot_items.display_name"],
    store: [],
    row: "main li",
    async show(page) {
      await page.getByLabel("Only some items").check();
    },
  },
  {
    path: `${INSIDE}/restores/new`,
    columns: ["platform.snapshot_items.display_name"],
    store: [],
    row: "main li",
    async show(page) {
      await page.getByRole("button", { name: "Show the plan" }).click();
    },
  },
  {
    path: `${INSIDE}/reviews/{review}`,
    columns: ["platform.blobs.bytes"],
    store: [],
  },
  {
    path: `${INSIDE}/baselines/{baseline}`,
    columns: ["platform.baseline_versions.document"],
    store: [],
  },
  {
    path: `${INSIDE}/baselines/{baseline}`,
    columns: [
      "platform.baseline_pins.match_key",
      "platform.baseline_pins.provider_id",
      "platform.baseline_pins.pinned_by",
    ],
    store: [
      `insert into platform.baseline_pins
         (workspace_id, environment_id, baseline_id, type, match_key, provider_id, pinned_by)
       select 'north', 'hostile', baseline_id, 'configurationPolicies', $2 || substr('', $1::int), $3, $4 from platform.reviews
       where environment_id = 'hostile' and status = 'current'`,
    ],
  },
];

/** A row of each list for each text. */
export async function storeHostileLists(on: SqlExecutor, texts: readonly string[]): Promise<void> {
  for (const { columns, store } of HOSTILE_LISTS) {
    for (const sql of store) {
      for (const row of texts.keys()) {
        await on.executeSql(sql, [row, ...columns.map((_, field) => textOf(texts, row, field))]);
      }
    }
  }
}
