import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Ends what hangs; slow machines that do other things as well are no fault.
    testTimeout: 300_000,
    // One less than there are cores would be half of a small machine.
    maxWorkers: '100%',
    // Files share what they load: reading and checking the models takes longer than most of them.
    isolate: false,
    coverage: { provider: 'v8', include: ['src/**'], reporter: ['text-summary'] },
  },
});
