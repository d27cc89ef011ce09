/** The part of Bun that is used. */
interface TunableRuntime {
  readonly Bun?: { readonly unsafe?: { setJITPolicy?(scale: number): void } };
}

/**
 * Says that much work lies ahead. The runtime of the executable starts slow to make machine code, since most runs end before it
 * pays; from now on it compiles as soon as usual. Node decides itself.
 */
export function preferMachineCode(): void {
  (globalThis as TunableRuntime).Bun?.unsafe?.setJITPolicy?.(1);
}
