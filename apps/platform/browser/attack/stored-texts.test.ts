import { afterAll, beforeAll, expect, test } from "vitest";
import {
  startTestDatabase,
  type TestDatabase,
} from "../../../../packages/settled/src/testing/test-database.ts";
import { migratePlatform, openPlatform, type Platform } from "../../src/platform.ts";
import { createPlatformHandler } from "../../src/server/platform-handler.ts";
import { request, TOKEN } from "../../src/server/served-world.test-kit.ts";
import { type ApiDocument, textsTaken } from "./free-texts-of-api.test-kit.ts";
import { HOSTILE_LISTS } from "./hostile-lists.test-kit.ts";
import { HOSTILE_SINGLES } from "./hostile-singles.test-kit.ts";
import { COLUMNS_OF_RUNS } from "./store-hostile-runs.test-kit.ts";

let server: TestDatabase;
let platform: Platform;

const ATTACKED: ReadonlySet<string> = new Set([
  ...HOSTILE_LISTS.flatMap(({ columns }) => columns),
  ...HOSTILE_SINGLES.flatMap(({ columns }) => columns.map(([column]) => column)),
  ...COLUMNS_OF_RUNS,
]);

beforeAll(async () => {
  server = await startTestDatabase();
  await migratePlatform(server.url);
  platform = openPlatform({ connectionString: server.url });
});
afterAll(async () => {
  await platform.close();
  await server.close();
});

test("every column of the database that holds a text is attacked, or no person and no tenant writes it, or no page shows it", async () => {
  const { rows } = await platform.database.executeSql(COLUMNS, []);
  const stored = (rows as readonly { readonly id: string }[]).map(({ id }) => id);
  expect([...ATTACKED].filter((column) => !stored.includes(column))).toEqual([]);
  const excused = (column: string) => OURS.test(column) || column in NEVER_SHOWN;
  expect(stored.filter((column) => !ATTACKED.has(column) && !excused(column))).toEqual([]);
  expect(Object.keys(NEVER_SHOWN).filter((column) => !stored.includes(column))).toEqual([]);
});

test("every free text that the API takes is one of those that are attacked", async () => {
  const handle = createPlatformHandler({ platform, token: TOKEN });
  const answer = await handle(
    request("/api/v1/openapi.json", { authorization: `Bearer ${TOKEN}` }),
  );
  const taken = textsTaken((await answer.json()) as ApiDocument);
  expect(taken.size).toBeGreaterThan(10);
  expect([...taken].filter((name) => !(name in GIVEN)).toSorted()).toEqual([]);
  expect(Object.keys(GIVEN).filter((name) => !taken.has(name))).toEqual([]);
  const kept = Object.values(GIVEN);
  expect(kept.filter((column) => !ATTACKED.has(column) && !(column in NEVER_SHOWN))).toEqual([]);
});

/** The column in which what is given by this name is kept, or with which it is compared. */
const GIVEN: Readonly<Record<string, string>> = {
  confirm_environment: "platform.environments.name",
  description: "settled.webhook_endpoints.description",
  email: "platform.people.email",
  excluded_paths: "platform.baseline_versions.document",
  folder: "platform.environments.provider",
  id: "settled.operation_runs.context",
  item_key: "platform.snapshot_items.item_key",
  name: "platform.environments.name",
  names: "platform.snapshot_items.display_name",
  policy: "platform.baseline_pins.match_key",
  provider_id: "platform.baseline_pins.provider_id",
  query: "settled.saved_views.query",
  rationale: "platform.baseline_versions.document",
  reason: "settled.audit_entries.reason",
  time_zone: "platform.workspaces.time_zone",
  type: "settled.operation_runs.context",
  url: "settled.webhook_endpoints.url",
};

const COLUMNS = `
  select table_schema || '.' || table_name || '.' || column_name as id
  from information_schema.columns join information_schema.tables using (table_schema, table_name)
  where table_type = 'BASE TABLE' and table_schema in ('settled', 'platform')
    and data_type in ('text', 'jsonb', 'bytea', 'ARRAY')`;

/** Hashes, keys, words of closed lists, versions, and ids that their doors hold to a pattern. */
const OURS = new RegExp(
  `^(?:\\w+\\.migrations\\.|.*(?:_hash|[._]hash|fingerprint|lineage_key|sha256|_version|${[
    "workspace_id",
    "environment_id",
    "status",
    "state",
    "outcome",
    "role",
    "scopes",
    "kind",
    "owner_id",
    "owner_kind",
    "actor_kind",
    "disposition",
    "finding_key",
    "period_key",
    "became",
    "profile",
    "locale",
    "action",
    "step",
    "truth",
    "from",
    "to",
    "event_type",
    "event_types",
    "disabled_because",
    "ended_because",
    "because",
    "prefix",
    "shown_prefix",
    "media_type",
  ]
    .map((word) => `\\.${word}`)
    .join("|")})$)`,
);

/** Why no page shows it as somebody has written it. */
const NEVER_SHOWN: Readonly<Record<string, string>> = {
  "settled.operation_runs.identity_key": "it is compared, never told",
  "settled.keyed_answers.key": "it is compared, never told",
  "settled.keyed_answers.actor_id": "it is compared, never told",
  "settled.keyed_answers.answer": "it is given to programs again as it was, and is JSON",
  "settled.webhook_deliveries.body": "it is sent to the endpoint alone",
  "settled.webhook_secrets.secret": "it is told once, when we make it",
  "platform.workspaces.time_zone": "a name that the runtime knows, held to a pattern",
  "platform.environments.provider": "its kind is told, not the folder",
  "platform.environments.pinned_identity": "that there is one is told, not which",
  "platform.identities.issuer": "it is compared, never told",
  "platform.identities.subject": "it is compared, never told",
  "platform.review_manifests.inputs": "hashes and ids, of which the page shows hashes",
  "platform.review_manifests.decisions":
    "a copy of dispositions and pins, whose pages are attacked",
  "platform.review_evidence.statement": "ours, with numbers",
  "platform.review_evidence.source": "ours, with hashes",
  "platform.snapshot_coverage.reason": "a code of ours; the words of the export are not kept",
  "platform.snapshot_ignored_files.reason": "a code of ours",
  "platform.snapshot_items.type":
    "a word of ours, or the folder's name that stands in its coverage",
  "platform.snapshot_items.item_key": "a key between programs",
  "platform.snapshot_items.provider_id": "it is compared; pins show it, and are attacked",
  "platform.snapshot_items.remarks": "codes of ours with numbers",
  "platform.snapshots.counts": "numbers",
  "platform.baseline_pins.type": "it is compared; the page shows the entry",
  "platform.restores.options": "a word of a closed list",
  "platform.restore_items.judgement": "words of closed lists, and ids that no page shows",
  "platform.restore_attempts.pre_ids": "it is compared, never told",
  "platform.restore_attempts.reason": "the words of known codes are shown, and nothing of others",
  "platform.restore_attempts.response_id": "programs ask for it; no page shows it",
  "platform.restore_attempts.approval_code": "a right, which is told nobody",
  "platform.pack_manifests.packs": "hashes of what a pack is made of",
  "platform.review_pack_files.path": "a name of ours",
  "platform.review_pack_set_members.missing": "a code of ours",
  "platform.review_packs.failure": "a code of ours",
  "platform.review_packs.failure_detail": "for support, never shown",
  "platform.publications.withdrawn_by": "the audit log shows who did it, and is attacked",
  "platform.publications.withdraw_reason": "the audit log shows why, and is attacked",
};
