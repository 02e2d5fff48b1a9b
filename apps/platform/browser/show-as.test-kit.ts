import { asEnvironmentId, asWorkspaceId } from "settled";
import { createToken } from "../src/access/create-token.ts";
import type { Role } from "../src/access/roles.ts";
import type { ConsoleWorld } from "./console-world.test-kit.ts";
import type { Look, TestWindow } from "./open-browser.test-kit.ts";

/** A window of somebody of a role in the workspace north, everywhere or in some environments. */
export async function showAs(
  world: ConsoleWorld,
  role: Role,
  path: string,
  { environments, ...look }: Look & { readonly environments?: readonly string[] } = {},
): Promise<TestWindow> {
  const { database, settled } = world.served.platform;
  const created = await createToken(
    { database, audit: settled.audit },
    {
      workspaceId: asWorkspaceId("north"),
      role,
      scopes: null,
      name: `A ${role}`,
      environmentIds: environments?.map(asEnvironmentId) ?? null,
      validDays: 1,
      by: { kind: "operator", id: "tests", name: "Tests" },
    },
  );
  if (created.kind === "refused") throw new Error(created.because);
  const window = await world.browser.openWindow(look);
  await window.context.setExtraHTTPHeaders({ authorization: `Bearer ${created.secret}` });
  await window.page.goto(`${world.server.url}/console${path}`);
  return window;
}
