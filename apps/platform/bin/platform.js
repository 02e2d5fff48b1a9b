#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// Commands start in less than half the time. NODE_COMPILE_CACHE names another folder; empty, it was not set.
enableCompileCache(
  process.env.NODE_COMPILE_CACHE ||
    fileURLToPath(new URL("../../../node_modules/.cache/node", import.meta.url)),
);
const { runPlatform } = await import("../src/main.ts");

await runPlatform(process.argv.slice(2));
