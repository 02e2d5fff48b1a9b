import type { Answer } from "settled/http";
import { areFilesIntact } from "../../pack/stored-files.ts";
import { holdPack } from "../../store/pack-store.ts";
import { gatherPack } from "../gather-pack.ts";
import { PACK_TARGET, packTag } from "./pack-tag.ts";
import type { PublishableKind } from "./publish-routes.ts";
import { conflict } from "./refusals.ts";

/**
 * A pack is published if it was made for customers, its files are given out, and they are what was rendered. Packs of
 * other profiles hold notes that are not the customer's to read.
 */
export const PACKS_TO_PUBLISH: PublishableKind = {
  noun: "pack",
  targetType: PACK_TARGET,
  tag: "Packs",
  path: "/packs/:pack",
  capability: "packs.publish",
  async hold(tx, place, exchange) {
    const id = exchange.pathPart("pack");
    const seen = await gatherPack(tx, place, id);
    if (seen === null) return null;
    await holdPack(tx, place, id);
    const found = await gatherPack(tx, place, id);
    if (found === null) return null;
    const { pack, files } = found;
    const { standing } = pack;
    const isIntact =
      standing.status === "ready" &&
      (await areFilesIntact(tx, place.workspaceId, { filesHash: standing.filesHash, files }));
    return {
      published: { kind: "pack", packId: pack.packId },
      name: `${pack.profile} pack`,
      refusal:
        pack.profile !== "customer"
          ? notForCustomers()
          : found.delivery !== "open"
            ? notGivenOut()
            : isIntact
              ? null
              : damaged(),
      tagWith: (publication) => packTag(pack, publication),
    };
  },
};

function notForCustomers(): Answer {
  return conflict(
    "pack_not_for_customers",
    "Only a pack of the profile customer is given to a customer: the others hold internal notes.",
    "Render the customer pack of the review, and publish that.",
  );
}

function notGivenOut(): Answer {
  return conflict(
    "pack_not_given_out",
    "The pack failed, was taken back, or its review was, so it is not given out.",
    "Render it anew from a review that stands.",
  );
}

function damaged(): Answer {
  return conflict(
    "pack_damaged",
    "A file of the pack is gone or does not have its hash any more.",
    "Take the pack back and render it anew.",
  );
}
