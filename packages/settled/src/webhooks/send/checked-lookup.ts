import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { isPublicAddress } from "../public-address.ts";

export const ADDRESS_NOT_PUBLIC = "ADDRESS_NOT_PUBLIC";

/**
 * Looks a name up for the connection that is being made, and fails if any of its addresses is not public: a name that
 * was public when it was checked and is not when it is called leads nowhere.
 */
export function createCheckedLookup(resolve: typeof systemLookup = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, "", 0);
      const [first] = addresses;
      if (first === undefined || addresses.some(({ address }) => !isPublicAddress(address))) {
        const refusal: NodeJS.ErrnoException = new Error("The address is not public.");
        refusal.code = ADDRESS_NOT_PUBLIC;
        return callback(refusal, "", 0);
      }
      if (options.all === true) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}
