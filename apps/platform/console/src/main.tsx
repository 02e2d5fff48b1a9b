import { mountConsole } from "settled-console/app";
import { PLATFORM_PAGES } from "./platform-pages.ts";
import "./console.css";

mountConsole(PLATFORM_PAGES);
