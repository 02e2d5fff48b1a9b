export interface MapOptions {
  readonly atOnce: number;
  readonly signal: AbortSignal | undefined;
}

/** Like `Promise.all` over `map`, in the order of the inputs, with at most `atOnce` under way. */
export async function mapWithLimit<Input, Output>(
  inputs: readonly Input[],
  options: MapOptions,
  one: (input: Input) => Promise<Output>,
): Promise<readonly Output[]> {
  const outputs: Output[] = [];
  // One shared iterator: each lane takes the next input when it is free.
  const waiting = inputs.entries();
  const lane = async (): Promise<void> => {
    for (const [index, input] of waiting) {
      options.signal?.throwIfAborted();
      outputs[index] = await one(input);
    }
  };
  const lanes = Math.max(1, Math.min(options.atOnce, inputs.length));
  await Promise.all(Array.from({ length: lanes }, lane));
  return outputs;
}
