import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Addresses are relative to the document's base, which the server writes: a host mounts the console at any path. */
export default defineConfig({
  base: "./",
  plugins: [react(), tailwindcss()],
  build: {
    // Nothing is inlined, so that the content security policy needs no exception.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    target: "es2023",
  },
});
