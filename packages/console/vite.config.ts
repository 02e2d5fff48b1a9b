import { defineConfig } from "vite";
import { CONSOLE_BUILD } from "./vite-settings.ts";

export default defineConfig(CONSOLE_BUILD);
