#!/usr/bin/env node
import { runProcess } from "../src/cli/main.ts";
await runProcess();
