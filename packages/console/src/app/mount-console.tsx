import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Console } from "./console.tsx";
import type { ConsoleExtension } from "./console-extension.ts";
import { readSetup } from "./console-setup.ts";

/** Draws the console, with what the host adds, into the page that its server sent. */
export function mountConsole(extension: ConsoleExtension): void {
  const place = document.getElementById("console");
  if (place === null) return;
  createRoot(place).render(
    <StrictMode>
      <Console setup={readSetup(document)} extension={extension} />
    </StrictMode>,
  );
}
