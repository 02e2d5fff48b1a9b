#!/usr/bin/env node
import { runPlatform } from "../src/main.ts";

await runPlatform(process.argv.slice(2));
