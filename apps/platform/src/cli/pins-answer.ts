import type { Pin } from "../baseline/pin.ts";
import type { CommandAnswer } from "./write-output.ts";

export function pinsAnswer(pins: readonly Pin[]): CommandAnswer {
  return {
    json: {
      pins: pins.map((pin) => ({
        type: pin.type,
        match_key: pin.matchKey,
        provider_id: pin.providerId,
        pinned_by: pin.pinnedBy,
        pinned_at: pin.pinnedAt.toISOString(),
      })),
    },
    columns: [
      { title: "TYPE" },
      { title: "POLICY", widthMin: 20 },
      { title: "ID" },
      { title: "BY" },
    ],
    rows: pins.map((pin) => [pin.type, pin.matchKey, pin.providerId, pin.pinnedBy]),
    notes: pins.length === 0 ? ["Nothing is pinned."] : [],
  };
}
