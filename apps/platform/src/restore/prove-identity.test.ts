import { join } from "node:path";
import { expect, test } from "vitest";
import { openFolderTarget } from "../provider/target/open-folder-target.ts";
import { temporaryFolder } from "../provider/temporary-folder.test-kit.ts";
import { proveIdentity } from "./prove-identity.ts";

const { signal } = new AbortController();
const MARKER = ".settled-environment.json";

test("a folder proves to be the environment's only by the identity that was pinned", async () => {
  await using folder = await temporaryFolder();
  const target = () => openFolderTarget(folder, signal);
  await folder.write("README.txt", "nothing of a tenant");
  expect(await proveIdentity(target(), "ours")).toBe("unproven");
  await folder.write(MARKER, { schema: 1, identity: "ours" });
  const [shown = ""] = await target().showIdentities();
  expect(await proveIdentity(target(), shown)).toBe("proven");
  expect(await proveIdentity(target(), "another")).toBe("other");
  expect(await proveIdentity(target(), null)).toBe("not_pinned");
});

test("a folder that is away proves nothing, and is not taken for another", async () => {
  await using folder = await temporaryFolder();
  const away = openFolderTarget({ root: join(folder.root, "away") }, signal);
  expect(await proveIdentity(away, "ours")).toBe("unreachable");
});
