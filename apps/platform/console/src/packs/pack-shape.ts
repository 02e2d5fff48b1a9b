import type { z } from "zod";
import type {
  FILE_JSON,
  LISTED_PACK_JSON,
  PACK_JSON,
  PACK_SET_JSON,
  PACK_SET_LINE_JSON,
  READINESS_JSON,
} from "../../../src/server/api/pack-schemas.ts";

export type ListedPack = z.output<typeof LISTED_PACK_JSON>;
export type ShownPack = z.output<typeof PACK_JSON>;
export type PackFile = z.output<typeof FILE_JSON>;
export type ListedPackSet = z.output<typeof PACK_SET_LINE_JSON>;
export type ShownPackSet = z.output<typeof PACK_SET_JSON>;
export type Readiness = z.output<typeof READINESS_JSON>;
export type PackProfile = Readiness["profile"];
