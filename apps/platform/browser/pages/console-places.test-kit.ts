import { askWorld, environmentOf, type PlacesInput } from "./ask-world.test-kit.ts";
import { BARE } from "./furnish-world.test-kit.ts";

/** What stands in the paths of the table of pages: `{environment}`, `{blocked_run}` and so on, each found in a real world. */
export type ConsolePlaces = Readonly<Record<string, string>>;

type Entry = Readonly<Record<string, unknown>>;
type List = Readonly<Record<string, readonly Entry[]>>;

/** Asks the API of a world for one of each thing that pages show; what the world has none of is left out. */
export async function findPlaces(input: PlacesInput): Promise<ConsolePlaces> {
  const { get, everywhere } = askWorld(input);
  const list = async (path: string, name: string) => (await get<List>(path))?.[name] ?? [];
  const run = async (filter: string) => (await list(`/runs?limit=1&${filter}`, "runs"))[0];
  const environment = await environmentOf(input);
  const inside = `/environments/${environment}`;
  const own = (name: string, key = name.replace("-", "_")) =>
    list(`${inside}/${name}${key === "restores" ? "" : "?limit=100"}`, key);
  const reviews = await own("reviews");
  const packs = await own("packs");
  const sets = await own("pack-sets");
  const restores = await own("restores");
  const webhooks = await list("/webhooks", "webhooks");
  const blocked = await run("type=restore.execute&outcome=blocked");
  const baseline = reviews.find((one) => one["baseline"] !== null)?.["baseline"] as
    | Entry
    | undefined;
  const newest = reviews[0]?.["id"];
  const publishedPack = packs.find((one) => one["published"] === true);
  const { workspaces = [] } = (await everywhere<List>("/workspaces")) ?? {};
  const found = {
    other_workspace: workspaces.find((one) => one["id"] !== input.workspace)?.["id"],
    run: (await run("type=environment.review.compose&outcome=succeeded,partially_succeeded"))?.[
      "id"
    ],
    restore_run: (await run("type=restore.execute&outcome=succeeded,partially_succeeded"))?.["id"],
    blocked_run: (await run("outcome=blocked"))?.["id"],
    doubtful_run: (await run("outcome=attention_required"))?.["id"],
    failed_run: (await run("outcome=failed"))?.["id"],
    cancelled_run: (await run("outcome=cancelled"))?.["id"],
    active_run: (await run("status=queued,running"))?.["id"],
    reconciled_run: (await run("reconciled=true"))?.["id"],
    snapshot: (await own("snapshots"))[0]?.["id"],
    baseline: baseline?.["id"],
    review: newest,
    older_review: reviews.find((one) => one["status"] === "superseded")?.["id"],
    withdrawn_review: reviews.find((one) => one["status"] === "withdrawn")?.["id"],
    published_review: publishedPack === undefined ? undefined : newest,
    pack: packs.find((one) => one["delivery"] === "open" && one["stale"] === false)?.["id"],
    published_pack: publishedPack?.["id"],
    stale_pack: packs.find((one) => one["delivery"] === "open" && one["stale"] === true)?.["id"],
    revoked_pack: packs.find((one) => one["delivery"] === "revoked")?.["id"],
    pack_set: sets.find((one) => one["review_id"] === newest)?.["id"],
    stale_pack_set: sets.find((one) => one["review_id"] !== newest)?.["id"],
    restore: restores.find((one) => one["outcome"] !== "partially_succeeded")?.["restore_id"],
    partial_restore: restores.find((one) => one["outcome"] === "partially_succeeded")?.[
      "restore_id"
    ],
    blocked_environment: blocked?.["environment_id"],
    blocked_restore_run: blocked?.["id"],
    bare_environment: (await get(`/environments/${BARE}`)) === null ? undefined : BARE,
    webhook: webhooks.find((one) => one["disabled"] === null)?.["id"],
    disabled_webhook: webhooks.find((one) => one["disabled"] !== null)?.["id"],
  };
  return {
    workspace: input.workspace,
    environment,
    ...Object.fromEntries(
      Object.entries(found).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    ),
  };
}

/** A path of the table with its places in it; null where the world lacks one of them. */
export function placePath(path: string, places: ConsolePlaces): string | null {
  let isWhole = true;
  const placed = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const place = places[name];
    if (place === undefined) isWhole = false;
    return encodeURIComponent(place ?? "");
  });
  return isWhole ? placed : null;
}
