import { createMessage } from "./create-message.ts";
import { MESSAGES_EN } from "./messages-en.ts";

/** A text of the console's own screens. */
export const message = createMessage(MESSAGES_EN);
