import { NO_EXTENSION } from "./app/console-extension.ts";
import { mountConsole } from "./app/mount-console.tsx";
import "./theme/console.css";

mountConsole(NO_EXTENSION);
