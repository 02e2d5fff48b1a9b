import { Link } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
import { message } from "../messages/message.ts";
import { buttonClass } from "./button.tsx";
import { StateFrame } from "./state-frame.tsx";

/** An address that leads nowhere, or to something that is not this person's to see: both read the same. */
export function NotFoundState() {
  return (
    <StateFrame
      problem="not_found"
      Icon={SearchX}
      title={message("state.not_found.title")}
      detail={message("state.not_found.detail")}
    >
      <Link to="/" className={buttonClass()}>
        {message("state.back")}
      </Link>
    </StateFrame>
  );
}
