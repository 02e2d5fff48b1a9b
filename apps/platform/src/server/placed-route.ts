import type { ActorExchange, Answer, ApiOperation, Route } from "settled/http";
import { queryFault } from "./query-fault.ts";
import { type ChangePlace, withCapability } from "./with-capability.ts";

export type PlacedAnswer = (exchange: ActorExchange, place: ChangePlace) => Promise<Answer>;

type PlacedOperation = ApiOperation & {
  readonly capability: string;
  readonly query: NonNullable<ApiOperation["query"]>;
};

/** A route of the API about a workspace as a whole, closed by the capability that its operation names. */
export function placed(
  method: Route["method"],
  path: string,
  operation: PlacedOperation,
  answer: PlacedAnswer,
): Route {
  return {
    method,
    path,
    surface: "api",
    access: "actor",
    operation,
    answer: (exchange) =>
      withCapability(exchange, operation.capability, async (place) => {
        return queryFault(exchange, operation.query) ?? answer(exchange, place);
      }),
  };
}
