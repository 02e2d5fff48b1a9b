/** What stands in the paths of the table of pages: `{environment}`, `{blocked_run}` and so on, each found in a real world. */
export type ConsolePlaces = Readonly<Record<string, string>>;

export interface PlacesInput {
  readonly url: string;
  readonly token: string;
  readonly workspace: string;
  /** The one that pages of one environment are about; the first by name unless said. */
  readonly environment?: string;
}

interface Named {
  readonly id: string;
}

/** Asks the API of a world for one of each thing that pages show; what the world has none of is left out. */
export async function findPlaces(input: PlacesInput): Promise<ConsolePlaces> {
  const { workspace } = input;
  const ask = async <Body>(path: string): Promise<Body | null> => {
    const answer = await fetch(`${input.url}/api/v1/workspaces/${workspace}${path}`, {
      headers: { authorization: `Bearer ${input.token}` },
    });
    return answer.ok ? ((await answer.json()) as Body) : null;
  };
  const first = async (path: string, list: string, id = "id") => {
    const found =
      await ask<Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>>(path);
    return found?.[list]?.[0]?.[id];
  };
  const run = async (filter: string) => (await ask<Runs>(`/runs?limit=1&${filter}`))?.runs[0]?.id;
  const environment = input.environment ?? (await first("/environments", "environments")) ?? "";
  const inside = `/environments/${environment}`;
  const baseline = await first("/baselines", "baselines", "baseline_id");
  const found: Readonly<Record<string, string | undefined>> = {
    workspace,
    environment,
    run: await run("type=environment.review.compose&outcome=succeeded,partially_succeeded"),
    restore_run: await run("type=restore.execute&outcome=succeeded,partially_succeeded"),
    blocked_run: await run("outcome=blocked"),
    doubtful_run: await run("outcome=attention_required"),
    failed_run: await run("outcome=failed"),
    active_run: await run("status=queued,running"),
    reconciled_run: await run("reconciled=true"),
    snapshot: await first(`${inside}/snapshots`, "snapshots"),
    baseline,
    finding: await first(`${inside}/findings?baseline=${baseline}`, "findings", "finding_key"),
    review: await first(`${inside}/reviews`, "reviews"),
    pack: await first(`${inside}/packs`, "packs"),
    pack_set: await first(`${inside}/pack-sets`, "pack_sets"),
    restore: await first(`${inside}/restores`, "restores", "restore_id"),
  };
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

interface Runs {
  readonly runs: readonly Named[];
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
