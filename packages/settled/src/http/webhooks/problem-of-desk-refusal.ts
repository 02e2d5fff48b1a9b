import type { DeskRefusal } from "../../webhooks/endpoint-act.ts";
import { type Problem, problemOf } from "../problem.ts";

export function problemOfDeskRefusal(refusal: DeskRefusal): Problem {
  switch (refusal.because) {
    case "unknown":
      return problemOf("not_found");
    case "stale":
      return problemOf("stale_version", {
        title: "The webhook has changed since you looked",
        detail: "It is not in the version any more that this was decided on. Nothing was done.",
        nextActions: ["Look at it as it is now, and decide anew."],
      });
    case "disabled":
      return problemOf("webhook_disabled");
    case "under_way":
      return problemOf("delivery_under_way");
    case "too_many_endpoints":
      return problemOf("too_many_webhooks", { members: { most: refusal.most } });
    case "too_many_secrets":
      return problemOf("too_many_secrets", { members: { most: refusal.most } });
    case "url_not_allowed":
      return problemOf("url_not_allowed", { errors: [{ pointer: "/url", detail: refusal.words }] });
  }
}
