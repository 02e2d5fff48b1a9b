import type { SqlExecutor } from "settled";
import { hashOfSecret, makeSecret } from "../../src/access/secret.ts";
import type { ConsolePlaces } from "../pages/console-places.test-kit.ts";

export interface HostileThings {
  readonly places: ConsolePlaces;
  /** Of an owner of the workspace, whose own name and address are attacks, too. */
  readonly session: string;
}

/** What pages are about that nothing else of the hostile world has made. */
export async function addHostileThings(on: SqlExecutor): Promise<HostileThings> {
  const place = async (sql: string, values: readonly unknown[] = []) => {
    const { rows } = await on.executeSql(sql, [...values]);
    const [row] = rows as readonly { readonly id: string }[];
    if (row === undefined) throw new Error(`The hostile world lacks something: ${sql}`);
    return row.id;
  };
  const session = makeSecret();
  const invitation = makeSecret();
  const reader = await place(MEMBER, ["reader", "owner", new Date()]);
  const invited = await place(MEMBER, ["invited", "viewer", null]);
  const webhook = await place(WEBHOOK);
  await on.executeSql(DELIVERY, [webhook]);
  const review = await place(REVIEW);
  const pack = await place(PACK);
  await on.executeSql(PUBLICATION, [review, null]);
  await on.executeSql(PUBLICATION, [null, pack]);
  const withdrawn = await place(WITHDRAWN_REVIEW);
  await on.executeSql(RETRACTION, [withdrawn]);
  await on.executeSql(SESSION, [hashOfSecret(session), reader]);
  await on.executeSql(LINK, [hashOfSecret(invitation), invited]);
  return {
    session,
    places: {
      reader,
      invited,
      invitation,
      webhook,
      review,
      baseline: await place(BASELINE),
      pack,
      revoked_pack: await place(REVOKED_PACK),
      withdrawn_review: withdrawn,
      restore: await place(RESTORE),
    },
  };
}

const MEMBER = `
  with person as (
    insert into platform.people (person_id, name, email)
    values (gen_random_uuid(), $1, $1 || '@attack.example') returning person_id)
  insert into platform.memberships (workspace_id, person_id, role, accepted_at)
  select 'north', person_id, $2, $3 from person returning person_id as id`;
const SESSION = `
  insert into platform.sessions (session_hash, session_id, person_id) values ($1, gen_random_uuid(), $2)`;
const LINK = `
  insert into platform.one_time_links (link_hash, workspace_id, person_id, expires_at)
  values ($1, 'north', $2, now() + interval '1 day')`;
const WEBHOOK = `
  insert into settled.webhook_endpoints (workspace_id, id, url, event_types)
  values ('north', gen_random_uuid(), '-', '{run.started}') returning id`;
const DELIVERY = `
  insert into settled.webhook_deliveries
    (workspace_id, endpoint_id, id, event_type, body, status, errand_id, ended_at)
  values ('north', $1, gen_random_uuid(), 'ping', '{}', 'given_up', gen_random_uuid(), now())`;
const PUBLICATION = `
  insert into platform.publications (workspace_id, environment_id, publication_id, review_id, pack_id, published_by)
  values ('north', 'hostile', gen_random_uuid(), $1, $2, '-')`;
const RETRACTION = `
  insert into platform.review_retractions (workspace_id, environment_id, review_id, became, actor, reason)
  values ('north', 'hostile', $1, 'withdrawn', '-', '-')`;
const REVIEW = `select review_id as id from platform.reviews where environment_id = 'hostile'`;
const BASELINE = `select baseline_id as id from platform.reviews where environment_id = 'hostile' limit 1`;
const PACK = `
  select pack_id as id from platform.review_packs where environment_id = 'hostile' and profile = 'customer'`;
const REVOKED_PACK = `
  insert into platform.review_packs
  select (jsonb_populate_record(pack, jsonb_build_object('pack_id', gen_random_uuid(), 'status', 'revoked',
    'revoked_at', now(), 'revoked_by', '-', 'revoke_reason', '-'))).*
  from platform.review_packs as pack where environment_id = 'hostile' and profile = 'customer'
  returning pack_id as id`;
const WITHDRAWN_REVIEW = `
  insert into platform.reviews
  select (jsonb_populate_record(review, jsonb_build_object('review_id', gen_random_uuid(), 'status', 'withdrawn',
    'lineage_key', 'attack', 'supersedes_id', null))).*
  from platform.reviews as review where environment_id = 'hostile' limit 1
  returning review_id as id`;
const PLANNED = JSON.stringify({
  itemNo: 1,
  type: "configurationPolicies",
  itemKey: "-",
  name: "-",
  action: "update",
  steps: ["update"],
  reason: "differs",
  hindered: false,
  detail: null,
  dependsOn: [],
  targetId: null,
  mappings: [],
  before: null,
  desired: null,
  finalState: null,
});
const RESTORE = `
  with run as (select id from settled.operation_runs where environment_id = 'hostile' limit 1),
  restore as (
    insert into platform.restores (workspace_id, environment_id, restore_id, run_id, snapshot_id, options, plan_hash,
      fence, judged_at)
    select 'north', 'hostile', gen_random_uuid(), run.id, snapshot_id, '{"accessState": "disabled"}', 'plan1:-', 1, now()
    from run, platform.snapshots where environment_id = 'hostile' limit 1 returning restore_id),
  item as (
    insert into platform.restore_items
      (workspace_id, environment_id, restore_id, item_no, action, planned, truth, judgement)
    select 'north', 'hostile', restore_id, 1, 'update', '${PLANNED}', 'unknown',
      '{"truth": "unknown", "reason": "answer_unknown", "targetId": null, "duplicates": [], "serverDefaults": [], "approvalExpiresAt": null}'
    from restore),
  attempt as (
    insert into platform.restore_attempts
      (workspace_id, environment_id, restore_id, attempt_no, item_no, step, fence, outcome, request_id)
    select 'north', 'hostile', restore_id, 1, 1, 'update', 1, 'unknown', '-' from restore)
  select restore_id as id from restore`;
