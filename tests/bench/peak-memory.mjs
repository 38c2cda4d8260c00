// Loaded before the program by the benchmark: at its end the process reports its peak memory, in
// KiB, and the processor time.
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write(
    `peak memory: ${maxRSS} KiB, processor: ${Math.round((userCPUTime + systemCPUTime) / 1000)} ms\n`,
  );
});
