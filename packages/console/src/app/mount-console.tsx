import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { meQuery } from "../access/use-me.ts";
import { ApiProblemError } from "../api/api-problem.ts";
import { createApi } from "../api/create-api.ts";
import { createQueryClient } from "../api/create-query-client.ts";
import { Console } from "./console.tsx";
import type { ConsoleExtension } from "./console-extension.ts";
import { readSetup } from "./console-setup.ts";
import { createConsoleRouter } from "./create-console-router.tsx";

/** What a page tells of itself, as that its file cannot be had without a line, is no complaint of the screen, too. */
function onCaughtError(error: unknown): void {
  if (!(error instanceof ApiProblemError)) console.error(error);
}

/** Draws the console, with what the host adds, into the page that its server sent. */
export function mountConsole(extension: ConsoleExtension): void {
  const place = document.getElementById("console");
  if (place === null) return;
  const setup = readSetup(document);
  const api = createApi(setup);
  const client = createQueryClient();
  const router = createConsoleRouter(setup, extension, { api, client });
  // Every page needs to know it, and it can be on its way before anything is drawn.
  void client.prefetchQuery(meQuery(api));
  createRoot(place, { onCaughtError }).render(
    <StrictMode>
      <Console {...{ setup, extension, api, client, router }} />
    </StrictMode>,
  );
}
