import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Change } from "./change.ts";
import { exportFiles } from "./export/export-files.ts";
import type { ExportFile } from "./export/export-files.ts";
import { DEMO_MONTHS, generateDemo } from "./generate-demo.ts";
import type { DemoCustomer, DemoMonth, DemoOptions } from "./generate-demo.ts";
import { DEMO_START } from "./generate-tenant.ts";
import { mergeOddities, stateTruth } from "./truth.ts";
import type { CustomerTruth, OddityTruth, StateTruth, Truth } from "./truth.ts";

const WRITES_AT_ONCE = 64;

export interface WriteDemoOptions extends DemoOptions {
  /** Folder of the demo; made when it is missing. */
  readonly out: string;
}

export interface WrittenDemo {
  readonly truth: Truth;
  readonly files: number;
  readonly bytes: number;
}

/**
 * Writes `<out>/<customer>/<yyyy-mm>/...` and `<out>/TRUTH.json`. A customer's folder appears whole, by a rename, and
 * replaces an earlier one; TRUTH.json goes first and comes last, so a folder that has it is complete.
 */
export async function writeDemo(options: WriteDemoOptions): Promise<WrittenDemo> {
  const { out, ...demo } = options;
  const generated = generateDemo(demo);
  await mkdir(out, { recursive: true });
  const staging = await mkdtemp(join(out, ".staging-"));
  try {
    const tally = { files: 0, bytes: 0 };
    const customers: CustomerTruth[] = [];
    for (const one of generated) {
      customers.push(await writeCustomer(one, join(staging, one.customer.slug), tally));
    }
    const truth = asTruth(demo, customers);
    await writeFile(join(staging, "TRUTH.json"), `${JSON.stringify(truth, null, 2)}\n`);
    await rm(join(out, "TRUTH.json"), { force: true });
    for (const { customer } of generated) await swapIn(customer.slug, { out, staging });
    await rename(join(staging, "TRUTH.json"), join(out, "TRUTH.json"));
    return { truth, ...tally };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

interface Tally {
  files: number;
  bytes: number;
}

async function writeCustomer(
  one: DemoCustomer,
  folder: string,
  tally: Tally,
): Promise<CustomerTruth> {
  const { slug, name, maturity } = one.customer;
  const states: StateTruth[] = [];
  const changes: Change[] = [];
  let oddities: readonly OddityTruth[] = [];
  let tenantId = "";
  for (const month of one.months()) {
    const written = await writeMonth(month, join(folder, month.tenant.month));
    tally.files += written.files;
    tally.bytes += written.bytes;
    tenantId = month.tenant.tenantId;
    states.push(stateTruth(month, written.files));
    changes.push(...month.changes);
    oddities = mergeOddities(oddities, month.oddities, month.tenant.month);
  }
  return { slug, name, tenantId, maturity: maturity.label, states, changes, oddities };
}

/** Writes one month into a new folder, a limited number of files at a time. */
export async function writeMonth(month: DemoMonth, folder: string): Promise<Readonly<Tally>> {
  const tally = { files: 0, bytes: 0 };
  const made = new Set<string>();
  let batch: ExportFile[] = [];
  const flush = async (): Promise<void> => {
    await Promise.all(batch.map((file) => writeFile(join(folder, file.path), file.bytes)));
    batch = [];
  };
  for (const file of exportFiles(month)) {
    const parent = dirname(join(folder, file.path));
    if (!made.has(parent)) await mkdir(parent, { recursive: true });
    made.add(parent);
    batch.push(file);
    tally.files += 1;
    tally.bytes += file.bytes.byteLength;
    if (batch.length >= WRITES_AT_ONCE) await flush();
  }
  await flush();
  return tally;
}

function asTruth(demo: DemoOptions, customers: readonly CustomerTruth[]): Truth {
  const { seed, start = DEMO_START, months = DEMO_MONTHS } = demo;
  return { schema: 1, seed: String(seed), start, months, customers };
}

// The old folder is moved away before the new one comes: a rename never lands on a folder that has files.
async function swapIn(slug: string, place: { out: string; staging: string }): Promise<void> {
  const target = join(place.out, slug);
  try {
    await rename(target, join(place.staging, `${slug}.replaced`));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  await rename(join(place.staging, slug), target);
}
