import { describe, expect, test } from "vitest";
import { expectAccessible, expectCalm, useConsoleWorld } from "./console-world.test-kit.ts";

const here = useConsoleWorld();

describe("the list of runs", () => {
  test("shows every run of the workspace, newest first, and opens one", async (context) => {
    const window = await here(context).show("/workspaces/north/runs?view=all");
    const rows = window.page.locator("tbody tr");
    await rows.first().waitFor();
    expect(await rows.count()).toBeGreaterThan(4);
    await expectCalm(window);
    const asked: string[] = [];
    window.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await rows.first().getByRole("link").first().click();
    await window.page.getByRole("heading", { name: "Why do you believe this?" }).waitFor();
    // By its name, as on every page of that environment, and not by its id.
    await window.page
      .getByRole("banner")
      .getByText(/^Environment Contoso/)
      .waitFor();
    expect(asked.filter((path) => path.endsWith("/environments"))).toEqual([]);
  });

  test.for([
    ["light", 1280],
    ["dark", 360],
  ] as const)(
    "can be used by everybody, %s and %d pixels wide",
    async ([colorScheme, width], context) => {
      const window = await here(context).show("/workspaces/north/runs?view=all", {
        colorScheme,
        width,
      });
      await window.page.locator("tbody tr").first().waitFor();
      await expectAccessible(window);
      await window.page.locator("tbody tr").first().getByRole("link").first().click();
      await window.page.getByRole("heading", { name: "What happened" }).waitFor();
      await expectAccessible(window);
    },
  );
});
