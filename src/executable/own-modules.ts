/** The part of Bun's plugins that is used. */
interface BunPlugins {
  plugin(plugin: {
    name: string;
    setup(build: {
      module(name: string, load: () => Promise<{ exports: object; loader: 'object' }>): void;
    }): void;
  }): void;
}

declare const Bun: BunPlugins;

/**
 * Lets configurations and plugins import `chartlint` and `chartlint/testing` from the executable itself, wherever they lie and
 * whether or not the package is installed there.
 */
export function provideOwnModules(): void {
  Bun.plugin({
    name: 'chartlint',
    setup(build) {
      build.module('chartlint', async () => ({ exports: await import('../index.ts'), loader: 'object' }));
      build.module('chartlint/testing', async () => ({
        exports: await import('../testing/rule-tester.ts'),
        loader: 'object',
      }));
    },
  });
}
