import type { Role } from "../src/access/roles.ts";
import type { ConsoleWorld } from "./console-world.test-kit.ts";
import type { TestWindow } from "./open-browser.test-kit.ts";

/** A window of somebody of a role in the workspace north, who is known by a token with every request. */
export async function showAs(world: ConsoleWorld, role: Role, path: string): Promise<TestWindow> {
  const body = { name: `${role} of the tests`, role };
  const made = await world.served.send("POST", "/api/v1/workspaces/north/tokens", { body });
  const { secret } = (await made.json()) as { readonly secret: string };
  const window = await world.browser.openWindow();
  await window.context.setExtraHTTPHeaders({ authorization: `Bearer ${secret}` });
  await window.page.goto(`${world.server.url}/console${path}`);
  return window;
}
