import { CONSOLE_BUILD } from "settled-console/build";
import { defineConfig } from "vite";

export default defineConfig(CONSOLE_BUILD);
