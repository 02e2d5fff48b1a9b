import { createMessage } from "settled-console/app";
import { TEXTS_EN } from "./texts-en.ts";

/** A text of the platform's own screens. */
export const text = createMessage(TEXTS_EN);
