import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ApiProblemError } from "../api/api-problem.ts";
import { Console } from "./console.tsx";
import type { ConsoleExtension } from "./console-extension.ts";
import { readSetup } from "./console-setup.ts";

/** What a page tells of itself, as that its file cannot be had without a line, is no complaint of the screen, too. */
function onCaughtError(error: unknown): void {
  if (!(error instanceof ApiProblemError)) console.error(error);
}

/** Draws the console, with what the host adds, into the page that its server sent. */
export function mountConsole(extension: ConsoleExtension): void {
  const place = document.getElementById("console");
  if (place === null) return;
  createRoot(place, { onCaughtError }).render(
    <StrictMode>
      <Console setup={readSetup(document)} extension={extension} />
    </StrictMode>,
  );
}
