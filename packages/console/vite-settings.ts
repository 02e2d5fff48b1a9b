import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import type { UserConfig } from "vite";

/**
 * How a console is built, the generic one and that of a host alike. Addresses are relative to the document's base, which
 * the server writes: a host mounts the console at any path.
 */
export const CONSOLE_BUILD: UserConfig = {
  base: "./",
  plugins: [react(), tailwindcss()],
  build: {
    // Nothing is inlined, so that the content security policy needs no exception.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2023",
  },
};
