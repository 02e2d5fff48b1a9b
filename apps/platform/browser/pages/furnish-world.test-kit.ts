import {
  type AskedWorld,
  askWorld,
  environmentOf,
  type PlacesInput,
} from "./ask-world.test-kit.ts";

/** Nothing was ever read of it. */
export const BARE = "not-connected-yet";

interface Identified {
  readonly id: string;
}
interface Reviews {
  readonly reviews: readonly (Identified & { readonly status: string })[];
}
interface Packs {
  readonly packs: readonly (Identified & {
    review_id: string;
    profile: string;
    delivery: string;
  })[];
}

/**
 * Does in a world what people do in time: tells endpoints, lets people in, gives to the customer, takes back. Workers
 * must be there. What was done before is left as it is, so that a world may be shown twice.
 */
export async function furnishWorld(input: PlacesInput): Promise<void> {
  const world = askWorld(input);
  const environment = await environmentOf(input);
  if ((await world.get(`/environments/${BARE}`)) !== null) return;
  await world.send("POST", "/environments", { id: BARE, name: "Not connected yet" });
  await letPeopleIn(world, environment);
  await tellEndpoints(world, environment);
  const query = "view=all&q=outcome%3Apartially_succeeded";
  await world.send("POST", "/views", { name: "In parts", query, shared: false });
  await world.send("POST", "/views", { name: "Of everybody", query: "view=active", shared: true });
  await giveAndTakeBack(world, environment);
}

async function letPeopleIn(world: AskedWorld, environment: string): Promise<void> {
  const people = [
    { email: "ada.lovelace@people.example", role: "owner" },
    { email: "bo@people.example", role: "operator", environment_ids: [environment] },
    { email: "a.customer.with.a.long.address@customers.of.ours.example", role: "customer" },
  ];
  for (const person of people) await world.send("POST", "/members", person);
  const scopes = ["runs.view", "audit.view"];
  await world.send("POST", "/tokens", { name: "Nightly report", scopes });
  const made = await world.send("POST", "/tokens", { name: "A former program", role: "viewer" });
  await world.send("DELETE", `/tokens/${String(made["id"])}`, {});
}

async function tellEndpoints(world: AskedWorld, environment: string): Promise<void> {
  const url = "https://hooks.example/settled";
  await world.send("POST", "/webhooks", { url, description: "Tells the desk of what failed." });
  const other = {
    url: "https://hooks.example/a/long/path/of/an/endpoint/that/nobody/asks/any/more",
    event_types: ["operation_run.failed"],
    environments: [environment],
  };
  const made = await world.send("POST", "/webhooks", other);
  await world.send("POST", `/webhooks/${String(made["id"])}:disable`, {});
}

/** The newest review and its pack are the customer's; the oldest is withdrawn, and of the one before the newest all is old. */
async function giveAndTakeBack(world: AskedWorld, environment: string): Promise<void> {
  const place = `/environments/${environment}`;
  const { reviews = [] } = (await world.get<Reviews>(`${place}/reviews?limit=100`)) ?? {};
  const [newest, before] = reviews;
  const oldest = reviews.at(-1);
  if (newest === undefined || before === undefined || oldest === undefined) return;
  const reason = "It was composed from an export that was not whole.";
  if (oldest.id !== before.id) {
    await world.send("POST", `${place}/reviews/${oldest.id}:withdraw`, { reason });
  }
  await world.send("POST", `${place}/reviews/${newest.id}:publish`, {});
  const profiles = ["customer", "technical-auditor"];
  for (const { id } of [before, newest]) {
    await runToItsEnd(world, environment, { review_id: id, profiles });
  }
  const { packs = [] } = (await world.get<Packs>(`${place}/packs?limit=100`)) ?? {};
  const packOf = (review: string, profile: string) =>
    packs.find((pack) => pack.review_id === review && pack.profile === profile)?.id ?? "";
  await world.send("POST", `${place}/packs/${packOf(newest.id, "customer")}:publish`, {});
  const stale = packOf(before.id, "technical-auditor");
  await world.send("POST", `${place}/packs/${stale}:revoke`, { reason });
}

const WITHIN_S = 60;

async function runToItsEnd(world: AskedWorld, environment: string, input: object): Promise<void> {
  const path = "/operations/review.pack.render/runs";
  const { id } = await world.send("POST", path, { environment_id: environment, input });
  const wait = `/runs/${String(id)}:wait?timeout=${WITHIN_S}`;
  const run = await world.get<{ readonly done: boolean }>(wait);
  if (run?.done !== true) throw new Error(`The run ${String(id)} does not end: is there a worker?`);
}
