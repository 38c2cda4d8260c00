// Loaded before the program by the benchmark: when it ends the process tells the most memory it held, in KiB, and the processor's time.
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write(
    `peak memory: ${maxRSS} KiB, processor: ${Math.round((userCPUTime + systemCPUTime) / 1000)} ms\n`,
  );
});
