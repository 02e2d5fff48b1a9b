import { createSettled } from "../create-settled.ts";
import { createHttpHandler } from "../http/create-http-handler.ts";
import { members } from "../http/http.test-kit.ts";
import { serveHandler } from "../http/serve-handler.test-kit.ts";
import type { AccessPolicy } from "../ports/access-policy.ts";
import type { Initiator } from "../run/actor.ts";
import type { CliConfig } from "./cli-config.ts";
import type { CliIo } from "./cli-io.ts";
import { openCliWorld, type Said } from "./cli.test-kit.ts";

const OLGA: Initiator = { kind: "operator", id: "olga", name: "olga" };
export const TOKEN = "settled_secret-token";

export type BothDoors = Awaited<ReturnType<typeof openBothDoors>>;

/** One database with runs, and a server in front of it that knows one token. */
export async function openBothDoors() {
  const world = await openCliWorld();
  const config: CliConfig = {
    settledOptions: async () => ({ ...(await world.config.settledOptions()), bulk: true }),
  };
  const given = await config.settledOptions();
  const settled = createSettled(given);
  await settled.prepare();
  const server = await serveHandler(
    createHttpHandler({
      settled,
      basePath: "/internal/ops",
      policy: membersOfAcme(),
      resolveActor: ({ headers }) =>
        Promise.resolve(headers.get("authorization") === `Bearer ${TOKEN}` ? OLGA : null),
    }),
  );
  const url = `${server.url}/internal/ops`;
  return {
    world,
    url,
    overDatabase: (argv: readonly string[], changes: Partial<CliIo> = {}): Promise<Said> =>
      world.say(argv, config, changes),
    overServer: (argv: readonly string[], changes: Partial<CliIo> = {}): Promise<Said> =>
      world.say([...argv, "--server", url], undefined, {
        env: { SETTLED_WORKSPACE: "acme", SETTLED_TOKEN: TOKEN },
        ...changes,
      }),
    async close() {
      await server.close();
      await settled.close();
      await world.close();
    },
  };
}

/** Sees everything of `acme`, technical detail too; may see `paris` but start nothing there. */
function membersOfAcme(): AccessPolicy {
  const north = members({ secret: { kind: "hidden" } });
  return {
    check(actor, capability, scope) {
      if (scope.workspaceId !== "acme") return Promise.resolve({ kind: "hidden" });
      if (scope.environmentId === "paris" && capability === "reviews.compose") {
        return Promise.resolve({ kind: "forbidden", capability });
      }
      return north.check(actor, capability, { ...scope, workspaceId: "north" as never });
    },
  };
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** What was said without what differs between two runs, and between two moments. */
export function comparable({ code, out, err }: Said, path = ""): Said {
  const names = new Map<string, string>();
  const plain = (text: string) =>
    text
      .replaceAll(ID, (id) => {
        if (!names.has(id)) names.set(id, `ID-${names.size + 1}`);
        return names.get(id) ?? "";
      })
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "MOMENT")
      .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d| UTC)/g, "MOMENT")
      .replaceAll(/"sequence": ?"\d+"/g, '"sequence":"N"')
      .replaceAll(
        /(?:just now|(?:less than )?(?:\d+|an?|one) (?:seconds?|minutes?|s|min)(?: ago)?)/g,
        "AGO",
      )
      .replaceAll(/\b\d+s$/gm, "AGE")
      .replaceAll(path === "" ? "\u0000" : `"${path}/`, '"/');
  return { code, out: plain(out), err: plain(err) };
}
