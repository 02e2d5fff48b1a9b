export { close, settledOptions, truthViews } from "./apps/platform/src/settled-config.ts";
