import { CARE_PAGES } from "./care-pages.test-kit.ts";
import { CUSTOMER_PAGES } from "./customer-pages.test-kit.ts";
import { ENVIRONMENT_PAGES } from "./environment-pages.test-kit.ts";
import { FRAME_PAGES } from "./frame-pages.test-kit.ts";
import { RESTORE_PAGES } from "./restore-pages.test-kit.ts";
import { REVIEW_PAGES } from "./review-pages.test-kit.ts";
import { RUN_PAGES } from "./run-pages.test-kit.ts";
import type { ShownPage } from "./shown-page.test-kit.ts";

/** Every page of the console in every state: what is looked at and swept for barriers. One entry is one look. */
export const CONSOLE_PAGES: readonly ShownPage[] = [
  ...FRAME_PAGES,
  ...RUN_PAGES,
  ...CARE_PAGES,
  ...ENVIRONMENT_PAGES,
  ...REVIEW_PAGES,
  ...RESTORE_PAGES,
  ...CUSTOMER_PAGES,
];

/** The first look at each of them, for whoever has not the time for all. */
export const FIRST_LOOKS: readonly ShownPage[] = CONSOLE_PAGES.filter(
  ({ route }, place) => CONSOLE_PAGES.findIndex((page) => page.route === route) === place,
);
